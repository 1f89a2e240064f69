import HTML
public import HTTP1
import HTTPTypes
public import Logging
public import Recruitment
public import Storage
public import Web

/// The whole site as a function from request to response.
public struct Site: RequestHandler {
    let board: Board
    let layout: Layout
    let settings: SiteSettings
    private let assets: Assets
    private let routes: RouteTable<Access, Endpoint>
    private let gate: APIGate
    private let security = SecurityFields()
    private let clock: @Sendable () -> Instant
    private let logger: Logger

    /// Files that pages link to: a site without them is not started.
    public static let requiredAssets = ["css/site.css", "img/logo.svg", "favicon.ico"]

    public init(
        board: Board, settings: SiteSettings, assets: Assets, logger: Logger, clock: @escaping @Sendable () -> Instant
    ) {
        self.board = board
        self.settings = settings
        self.assets = assets
        self.logger = logger
        self.clock = clock
        layout = Layout(settings: settings, assets: assets)
        routes = RouteTable(Routes.all)
        gate = APIGate(board: board, settings: settings, logger: logger)
    }

    public var generation: UInt64 { board.generation }

    /// No page takes a body yet: every request with one is told so before it sends it.
    public func admission(of head: Request) -> BodyAdmission {
        .accept(limit: 0)
    }

    public func respond(to request: Request, worker: Int) -> Response {
        let generation = board.generation
        var response =
            assets.response(to: request)
            ?? gate.pass(request, worker: worker, now: clock()) {
                route(request, worker: worker, generation: generation)
            }
        security.apply(to: &response, isSecure: request.isSecure)
        return response
    }

    private func route(_ request: Request, worker: Int, generation: UInt64) -> Response {
        let now = clock()
        do {
            let query = try QueryItems(query: request.target.query)
            let visit = Visit(
                request: request, worker: worker, site: self, now: now, today: ParisTime.day(at: now),
                generation: generation, query: query)
            switch routes.match(request) {
            case .found(let endpoint, _):
                return try endpoint.respond(visit)
            case .redirect(let path):
                return .permanentRedirect(to: path, query: request.target.query)
            case .notFound:
                return ErrorResponses(visit: visit).notFound
            case .malformed:
                return ErrorResponses(visit: visit).badRequest(reason: "L’adresse est mal formée.")
            case .methodNotAllowed(let allow):
                return ErrorResponses(visit: visit).methodNotAllowed(allow: allow)
            case .options(let allow):
                return .options(allow: allow)
            }
        } catch {
            let visit = Visit(
                request: request, worker: worker, site: self, now: now, today: ParisTime.day(at: now),
                generation: generation, query: QueryItems())
            return ErrorResponses(visit: visit).answer(to: error, logger: logger)
        }
    }
}

extension Site {
    /// Further addresses of public files, where browsers look for them unasked.
    public static let aliases = ["/favicon.ico": "favicon.ico"]

    /// Every route, a line each: method, path, who may use it.
    public static var routeList: [String] {
        Routes.all.map { route in
            let method = route.method.rawValue.padded(to: 7)
            return method + route.template.description.padded(to: 32) + route.access.rawValue
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
