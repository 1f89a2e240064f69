import HTML
public import HTTP1
import HTTPTypes
import Interchange
public import Logging
internal import OpenID
public import Recruitment
public import Secrets
public import Storage
public import Web

/// The whole site as a function from request to response.
public final class Site: RequestHandler {
    let board: Board
    let layout: Layout
    public let settings: SiteSettings
    let csrf: CSRFTokens
    let guards: CredentialGuards
    let cards: CardCache
    /// nil where people sign in on this site alone.
    let openID: OpenIDSignIn?
    let sealing: SecretSealing
    let lint = LegalLint()
    let lawful: LawfulOffers
    /// nil where the program does not reach out.
    let preview: SourcePreview?
    let aid = CIEDMeter()
    let searchLists: SearchLists
    private let assets: Assets
    private let routes: RouteTable<Access, Endpoint>
    private let gate: APIGate
    let streamSeats = StreamSeats()
    let streamEvents = ChangeEvents()
    private let security = SecurityFields()
    private let clock: @Sendable () -> Instant
    private let logger: Logger

    /// Files that pages link to: a site without them is not started.
    public static let requiredAssets = [
        "css/site.css", "js/suggestions.js", "js/writing.js", "js/call.js", "img/logo.svg", "favicon.ico",
    ]

    /// Makes the board's own key at its first start, and seals with the key in use what `keyring` did not seal.
    /// `passwordCost` is less in tests.
    /// - Throws: `StorageError.unusable` where `keyring` has not the key that sealed what is there.
    public init(
        board: Board, settings: SiteSettings, assets: Assets, keyring: Keyring, logger: Logger,
        openID: OpenIDSignIn? = nil, preview: SourcePreview? = nil, passwordCost: PasswordHash.Cost = .standard,
        clock: @escaping @Sendable () -> Instant
    ) throws(StorageError) {
        self.board = board
        self.settings = settings
        self.assets = assets
        self.logger = logger
        self.openID = openID
        self.clock = clock
        layout = Layout(settings: settings, assets: assets)
        searchLists = SearchLists(board.reference.data, departement: Reference.departement)
        routes = RouteTable(Routes.all)
        lawful = LawfulOffers(lint)
        self.preview = preview
        guards = CredentialGuards(cost: passwordCost)
        sealing = SecretSealing(keyring: keyring)
        try sealing.renew(in: board.store)
        csrf = CSRFTokens(
            key: try board.store.writing { writing throws(StorageError) in
                try writing.siteKey("csrf", orElse: Random.bytes(32))
            })
        gate = APIGate(board: board, settings: settings, logger: logger)
        let cards = CardCache(capacity: SiteLimits.cards)
        board.whenOffersChange { cards.forget($0) }
        self.cards = cards
    }

    /// For the operator: the provider's faults are his to mend.
    func noteOpenID(_ error: OpenIDError) {
        logger.warning("nobody was identified by the OpenID provider", metadata: ["error": "\(error)"])
    }

    public var generation: UInt64 { board.generation }

    var now: Instant { clock() }

    public func counts(userAgent: Span<UInt8>) -> Bool { !Robots.areNamed(in: userAgent) }

    /// Forms are read up to a limit; every other request with a body is told so before it sends it. Nothing is read of who
    /// shows no valid key where one is needed.
    public func admission(of head: Request) -> BodyAdmission {
        if head.target.path.hasPrefix(API.root) {
            return keyRefusal(of: head).map { .refuse($0) } ?? .accept(limit: API.contentLimit(of: head))
        }
        return .accept(limit: head.method == .post ? SiteLimits.form : 0)
    }

    private func keyRefusal(of head: Request) -> Response? {
        guard case .found(_, .partner) = routes.match(head) else { return nil }
        let now = clock()
        let visit = Visit(
            request: head, worker: board.store.quickReader, site: self, now: now, today: ParisTime.day(at: now),
            generation: board.generation)
        let refusal = gate.refusal(of: head, now: now) {
            ErrorResponses(visit: visit).answer(to: PageError.keyRequired, logger: logger)
        }
        guard var refusal else { return nil }
        security.apply(to: &refusal, isSecure: head.isSecure)
        return refusal
    }

    public func respond(to request: Request, worker: Int) -> Response {
        let generation = board.generation
        var response =
            assets.response(to: request, reuse: .whileGeneration(generation))
            ?? gate.pass(request, worker: worker, now: clock()) { partner in
                route(request, worker: worker, generation: generation, partner: partner)
            }
        security.apply(to: &response, isSecure: request.isSecure)
        return response
    }

    private func route(_ request: Request, worker: Int, generation: UInt64, partner: PartnerKey?) -> Response {
        let now = clock()
        var visit = Visit(
            request: request, worker: worker, site: self, now: now, today: ParisTime.day(at: now),
            generation: generation)
        visit.partner = partner
        var response: Response
        do {
            visit.query = try QueryItems(query: request.target.query)
            response = try answer(&visit)
        } catch {
            response = ErrorResponses(visit: visit).answer(to: error, logger: logger)
        }
        // What someone signed in gets is his alone, whatever the page is.
        if visit.session != nil { response.keepPrivate() }
        return response
    }

    private func answer(_ visit: inout Visit) throws -> Response {
        switch routes.match(visit.request) {
        case .found(let endpoint, .partner(let scope)):
            try visit.requireKey(scope)
            return try endpoint.respond(visit)
        case .found(let endpoint, let access):
            if visit.partner != nil { try visit.requireKey(.read) }
            visit.session = try session(of: visit)
            switch access.verdict(for: visit.session) {
            case .admitted: break
            case .forbidden: throw PageError.forbidden
            case .signInFirst:
                guard visit.request.method != .post else { throw PageError.signedOut }
                return .seeOther(visit.signInLink)
            }
            if visit.request.method == .post, !endpoint.isSealed {
                guard visit.request.origin != .other else { throw PageError.formExpired }
            } else if visit.request.method == .post {
                let form = try Form(visit.request)
                guard visit.isSealed(form) else { throw PageError.formExpired }
                visit.form = form
            }
            return try endpoint.respond(visit)
        case .redirect where visit.request.target.path.hasPrefix(API.root):
            // A program is told at once that its address is wrong.
            return ErrorResponses(visit: visit).notFound
        case .redirect(let path):
            return .permanentRedirect(to: path, query: visit.request.target.query)
        case .notFound:
            return ErrorResponses(visit: visit).notFound
        case .malformed:
            return ErrorResponses(visit: visit).badRequest(reason: "L’adresse est mal formée.")
        case .methodNotAllowed(let allow):
            return ErrorResponses(visit: visit).methodNotAllowed(allow: allow)
        case .options(let allow):
            return .options(allow: allow)
        }
    }

    private func session(of visit: Visit) throws(StorageError) -> Session? {
        guard let token = visit.sessionToken else { return nil }
        let now = visit.now
        let session = try visit.read { stores throws(StorageError) in
            try stores.sessions.session(hash: token.hash, at: now)
        }
        if let session, session.seenAt.adding(seconds: SessionLifetime.secondsBetweenNotes) <= now {
            try board.store.writing { writing throws(StorageError) in try writing.noteSeen(session, at: now) }
        }
        return session
    }
}

extension Site {
    /// Further addresses of public files, where browsers look for them unasked.
    public static let aliases = ["/favicon.ico": "favicon.ico"]

    /// What a new agent is given to come in by.
    public static func invitationLink(_ token: Token, baseURL: String) -> String {
        baseURL + Paths.invitation.link(query: ["jeton": token.text])
    }

    /// Where an OpenID provider sends people back to: what it has to be told.
    public static func openIDReturn(baseURL: String) -> String { baseURL + Paths.openIDReturn.link() }

    /// Every route, a line each: method, path, who may use it.
    public static var routeList: [String] {
        Routes.all.map { route in
            let method = route.method.rawValue.padded(to: 7)
            return method + route.template.description.padded(to: 32) + route.access.description
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
