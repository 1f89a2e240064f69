import HTTP1
import HTTPTypes
import Testing
import Web

/// An id as the domain writes one: upper case, other spellings read.
private struct Reference: LosslessStringConvertible, Sendable {
    let description: String
    init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 8, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else {
            return nil
        }
        description = text.uppercased()
    }
}

@Suite struct RouteTableTests {
    private static let home = Path("/")
    private static let offers = Path("/offres")
    private static let offer = Path("/offres/{id}", Int.self)
    private static let offerJSON = Path("/offres/{id}.json", Int.self)
    private static let new = Path("/offres/nouvelle")
    private static let slug = Path("/offres/{slug}", Reference.self)
    private static let source = Path("/api/v1/offres/{source}/{id}", Reference.self, Int.self)
    private static let town = Path("/communes/{nom}", String.self)

    private let table = RouteTable<String, String>([
        .get(home, access: "everyone") { "home" },
        .get(offers, access: "everyone") { "offers" },
        .post(offers, access: "recruiter") { "create" },
        .get(offer, access: "everyone") { "offer \($0)" },
        .delete(offer, access: "recruiter") { "delete \($0)" },
        .get(offerJSON, access: "everyone") { "json \($0)" },
        .get(new, access: "recruiter") { "new" },
        .get(slug, access: "everyone") { "slug \($0)" },
        .get(source, access: "api") { "\($0) \($1)" },
        .put(source, access: "api") { "put \($0) \($1)" },
        .get(town, access: "everyone") { "town \($0)" },
    ])

    private func outcome(_ method: HTTPRequest.Method, _ path: String) -> String {
        switch table.match(method, path) {
        case .found(let endpoint, let access): "\(endpoint) for \(access)"
        case .redirect(let path): "→ \(path)"
        case .notFound: "404"
        case .malformed: "400"
        case .methodNotAllowed(let allow): "405 \(allow)"
        case .options(let allow): "204 \(allow)"
        }
    }

    @Test(arguments: [
        ("/", "home for everyone"), ("/offres", "offers for everyone"), ("/offres/12", "offer 12 for everyone"),
        ("/offres/12.json", "json 12 for everyone"), ("/offres/nouvelle", "new for recruiter"),
        ("/offres/A12", "slug A12 for everyone"), ("/api/v1/offres/FT/7", "FT 7 for api"),
        ("/communes/Saint-Pour%C3%A7ain", "town Saint-Pourçain for everyone"),
        ("/communes/a%2Fb", "town a/b for everyone"),
        ("/communes/a.json", "town a.json for everyone"),
    ])
    func `One route answers, literals before parameters, a suffix before none`(path: String, expected: String) {
        #expect(outcome(.get, path) == expected)
        #expect(outcome(.head, path) == expected)
    }

    @Test(arguments: [
        "/nulle-part", "/offres/a-b", "/offres/.json", "/offres//12", "//offres", "//", "/api/v1/offres/FT",
        "/api/v1/offres/FT/x", "/api/v1/offres/FT/7/8", "/OFFRES", "/communes/.", "/communes/..", "/communes/%2e%2E",
        "/communes/", "/a/b/c/d/e/f/g/h/i/j", "/offres/99999999999999999999",
    ])
    func `A path no route has is not found`(path: String) {
        #expect(outcome(.get, path) == "404")
        #expect(outcome(.delete, path) == "404")
        #expect(outcome(.options, path) == "404")
    }

    @Test(arguments: [
        ("/offres/", "/offres"), ("/offres/12/", "/offres/12"), ("/offres/012", "/offres/12"), ("/%6Fffres", "/offres"),
        ("/offres/a12", "/offres/A12"), ("/api/v1/offres/ft/07/", "/api/v1/offres/FT/7"),
        ("/communes/%41", "/communes/A"), ("/communes/%c3%a7a", "/communes/%C3%A7a"), ("/offres/+5", "/offres/5"),
        ("/communes/a|b", "/communes/a%7Cb"), ("/offres/nouvelle/", "/offres/nouvelle"),
    ])
    func `Another spelling of a path is redirected to the canonical one, which is found`(
        path: String, canonical: String
    ) {
        #expect(outcome(.get, path) == "→ \(canonical)")
        #expect(outcome(.get, canonical).contains(" for "))
    }

    @Test(arguments: ["/%", "/offres/%zz", "/communes/%FF", "/communes/%00", "*"])
    func `A path with a malformed encoding is a bad request`(path: String) {
        #expect(outcome(.get, path) == "400")
    }

    @Test(arguments: [
        ("/", "GET, HEAD, OPTIONS"), ("/offres", "GET, HEAD, POST, OPTIONS"),
        ("/offres/12", "GET, HEAD, DELETE, OPTIONS"),
        ("/offres/nouvelle", "GET, HEAD, OPTIONS"), ("/api/v1/offres/FT/7", "GET, HEAD, PUT, OPTIONS"),
    ])
    func `A method a path has not is refused with those it has`(path: String, allow: String) {
        #expect(outcome(.patch, path) == "405 \(allow)")
        #expect(outcome(.options, path) == "204 \(allow)")
    }

    @Test func `OPTIONS of the whole server names every method`() {
        #expect(outcome(.options, "*") == "204 GET, HEAD, POST, DELETE, PUT, OPTIONS")
    }

    @Test func `A link is what matches`() {
        #expect(Self.home.link() == "/")
        #expect(Self.offers.link(query: ["q": "aide à domicile"]) == "/offres?q=aide+%C3%A0+domicile")
        #expect(Self.offers.link(query: QueryItems()) == "/offres")
        #expect(Self.offerJSON.link(12) == "/offres/12.json")
        #expect(Self.town.link("a/b ?é") == "/communes/a%2Fb%20%3F%C3%A9")
        #expect(outcome(.get, Self.town.link("a/b ?é")) == "town a/b ?é for everyone")
        #expect(outcome(.get, Self.town.link("a.json.json")) == "town a.json.json for everyone")
    }

    @Test func `The table lists its routes as they were given`() {
        #expect(table.routes.count == 11)
        let listed = table.routes.map { "\($0.method) \($0.template) \($0.access)" }
        #expect(listed[0] == "GET / everyone")
        #expect(listed[5] == "GET /offres/{id}.json everyone")
        #expect(listed[9] == "PUT /api/v1/offres/{source}/{id} api")
    }

    @Test func `A redirect keeps the query`() {
        let response = Response.permanentRedirect(to: "/offres", query: "q=a%20b")
        #expect(response.status == .permanentRedirect)
        #expect(response.fields[.location] == "/offres?q=a%20b")
        #expect(Response.permanentRedirect(to: "/offres", query: nil).fields[.location] == "/offres")
    }
}
