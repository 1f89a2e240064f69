import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

/// One request on its way through the site, with what its page needs.
struct Visit {
    let request: Request
    /// Whose connection to the database reads; nil for the background's.
    let worker: Int?
    let site: Site
    let now: Instant
    /// The day in Allier: what is open and how dates read follow from it.
    let today: CalendarDay
    /// The generation the page is made from, taken before anything is read.
    let generation: UInt64
    var query = QueryItems()
    /// What a POST brought, its seal checked; empty otherwise.
    var form: Form?
    /// Who is signed in, or half-way there.
    var session: Session?
    /// Whose key the program gave, under /api/ only.
    var partner: PartnerKey?

    var board: Board { site.board }

    /// The token of the session cookie, whether or not it stands for a session still.
    var sessionToken: Token? {
        Cookies(request.fields)[SessionCookie.name(request)].flatMap { Token($0) }
    }

    /// Who is signed in, on a route that lets nobody else in.
    /// - Throws: `PageError.signedOut` on a route whose access lets anyone in.
    func account() throws(PageError) -> Account {
        guard let session, session.level == .full else { throw .signedOut }
        return session.account
    }

    /// What the form has in a text field, without white space at its ends; empty where it has none.
    func field(_ name: String) -> String {
        guard let text = form?[name] else { return "" }
        let start = text.drop { $0.isWhitespace }
        return String(
            start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
    }

    // MARK: Answers

    /// A page of HTML. Those that every anonymous reader gets alike are kept for the generation.
    func page(
        _ head: Layout.Head, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:], _ content: HTML
    ) -> Response {
        let markup = site.layout.page(head, content, account: session?.level == .full ? session?.account : nil)
        guard status == .ok else {
            var fields = fields
            fields[.contentType] = MediaType.html.fieldValue
            fields[.cacheControl] = CacheControl.privateRevalidate.fieldValue
            return Response(status: status, fields: fields, body: .bytes(markup))
        }
        return answer(Representation(markup, .html, cacheControl: .revalidate, fields: fields))
    }

    /// A page with a form that is sent by POST: `content` puts the seal into each such form. Kept nowhere.
    func page(
        _ head: Layout.Head, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:],
        sealed content: (FormSeal) -> HTML
    ) -> Response {
        var fresh: SetCookie?
        let secret: Token
        let formName = SessionCookie.formName(request)
        if let known = sessionToken ?? Cookies(request.fields)[formName].flatMap({ Token($0) }) {
            secret = known
        } else {
            secret = .random()
            fresh = SetCookie(formName, secret.text)
        }
        var response = page(
            head, status: status, fields: fields, content(FormSeal(text: site.csrf.token(boundTo: secret))))
        response.keepPrivate()
        if let fresh { response.set(fresh) }
        return response
    }

    /// Whether `form` came from a page of ours that was shown to this browser.
    func isSealed(_ form: Form) -> Bool {
        guard request.origin != .other, let seal = form[FormSeal.field] else { return false }
        // With a session cookie the form has to be that session's.
        let secret =
            sessionToken ?? Cookies(request.fields)[SessionCookie.formName(request)].flatMap { Token($0) }
        return secret.map { site.csrf.isValid(seal, boundTo: $0) } ?? false
    }

    /// A document that everyone may read, kept for the generation.
    func answer(_ representation: Representation) -> Response {
        reusable(representation.response(to: request, now: HTTPDate(seconds: Int(now.secondsSinceEpoch))))
    }

    /// Kept for the generation if it is whole, or tells that the client has it.
    func reusable(_ response: Response) -> Response {
        var response = response
        if response.status == .ok || response.status == .notModified { response.reuse = .whileGeneration(generation) }
        return response
    }

    // MARK: Storage

    /// The cards of these offers; those that the board does not know have none.
    func cards(_ ids: [OfferID]) throws -> [OfferID: OfferCard] {
        try site.cards.cards(of: ids, on: today) { missing in
            try board.summaries(missing, worker: worker).map { id, summary in
                (id, OfferCard(id, summary, today: today, words: board.words))
            }
        }
    }

    /// Reads on one unchanging view of the database.
    func read<Result: Sendable>(
        _ body: @Sendable (Stores) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try board.store.read(worker: worker, body)
    }

    /// Writes in one transaction. When it returns, all of it is durable, and searches find what it changed of offers.
    func write<Result: Sendable>(
        _ body: @Sendable (borrowing Writing) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        let result = try board.store.writing(body)
        try board.catchUp()
        return result
    }
}

extension Response {
    /// For one reader alone, and kept nowhere.
    mutating func keepPrivate() {
        fields[.cacheControl] = CacheControl.noStore.fieldValue
        reuse = .never
    }
}
