import HTTP1
import HTTPTypes
import Secrets
import Testing
import Web

@Suite struct ProtectionTests {
    private let tokens = CSRFTokens(key: Array(repeating: 7, count: 32))

    @Test func `A form's token is valid for its session alone, and never twice the same`() {
        let (session, other) = (Token.random(), Token.random())
        let token = tokens.token(boundTo: session)
        #expect(tokens.isValid(token, boundTo: session))
        #expect(!tokens.isValid(token, boundTo: other))
        #expect(tokens.token(boundTo: session) != token)
        #expect(!CSRFTokens(key: Array(repeating: 8, count: 32)).isValid(token, boundTo: session))
    }

    @Test func `A changed token is not valid, whichever character changed`() {
        let session = Token.random()
        let token = tokens.token(boundTo: session)
        #expect(token.utf8.count == 64)
        for place in token.indices {
            var changed = token
            changed.replaceSubrange(place...place, with: token[place] == "A" ? "B" : "A")
            #expect(!tokens.isValid(changed, boundTo: session))
        }
        for text in ["", "A", token + "A", String(token.dropLast()), token + "=", String(token.dropLast(4)), "é"] {
            #expect(!tokens.isValid(text, boundTo: session))
        }
    }

    @Test func `The policy forbids what the site never does`() {
        var response = Response(status: .ok, fields: [.init("Cross-Origin-Resource-Policy")!: "cross-origin"])
        SecurityFields(policy: ["img-src": "'self'", "media-src": "'self'"]).apply(to: &response, isSecure: false)
        let fields = response.fields
        #expect(
            fields[.contentSecurityPolicy]
                == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "media-src 'self'")
        #expect(fields[.xContentTypeOptions] == "nosniff")
        #expect(fields[.init("Referrer-Policy")!] == "strict-origin-when-cross-origin")
        #expect(fields[.init("Permissions-Policy")!]?.contains("camera=()") == true)
        #expect(fields[.init("Cross-Origin-Opener-Policy")!] == "same-origin")
        #expect(fields[values: .crossOriginResourcePolicy] == ["cross-origin"])
        #expect(fields[.init("X-Frame-Options")!] == "DENY")
        #expect(fields[.strictTransportSecurity] == nil)
    }

    @Test func `Transport security is asked for over TLS only`() {
        var response = Response(status: .ok)
        SecurityFields().apply(to: &response, isSecure: true)
        #expect(response.fields[.strictTransportSecurity] == "max-age=31536000")
    }

    @Test(
        arguments: [
            ([:], .unknown), (["Sec-Fetch-Site": "same-origin"], .same), (["Sec-Fetch-Site": "none"], .same),
            (["Sec-Fetch-Site": "same-site"], .other), (["Sec-Fetch-Site": "cross-site"], .other),
            (["Origin": "https://exemple.fr"], .same), (["Origin": "HTTPS://Exemple.fr"], .same),
            (["Origin": "http://exemple.fr"], .other),
            (["Origin": "https://exemple.fr:8443"], .other), (["Origin": "null"], .other),
            (["Origin": "https://exemple.fr.pirate.test"], .other),
            (["Origin": "https://exemple.fr", "Sec-Fetch-Site": "cross-site"], .other),
        ] as [([String: String], Request.Origin)])
    func `A request's origin is what browsers say`(said: [String: String], origin: Request.Origin) {
        var fields: HTTPFields = [:]
        for (name, value) in said { fields[.init(name)!] = value }
        let request = Request(
            method: .post, target: RequestTarget(path: "/"), authority: "exemple.fr", isSecure: true, fields: fields)
        #expect(request.origin == origin)
    }
}
