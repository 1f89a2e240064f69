import LocalServer
import Secrets
import Synchronization
public import Web

/// An OpenID provider on the loopback, of which tests bend what they like.
public final class OpenIDStandIn: Sendable {
    public struct Script: Sendable {
        public var key = TestKey.rsa
        /// In place of the key's algorithm in the header of ID tokens.
        public var algorithm: String?
        /// In place of usual claims of the ID token; null takes one away.
        public var idClaims: [String: JSONValue] = [:]
        public var person: [String: JSONValue] = [
            "email": "agente@allier.example", "email_verified": .bool(true), "given_name": "Camille",
            "usual_name": "Dupont", "siret": "73282932000074",
        ]
        public var signsUserInfo = true
        public var userInfoKey = TestKey.rsa
        /// Statuses in place of 200, by path.
        public var statuses: [String: Int] = [:]
        public var published = [TestKey.rsa, TestKey.ec]
        /// In place of usual members of the discovery document.
        public var document: [String: JSONValue] = [:]
        public var now: Int64 = 0
        public init() {}
    }

    private struct Grant {
        let nonce: String
        let challenge: String
        let redirect: String
    }

    private struct State {
        var script = Script()
        var grants: [String: Grant] = [:]
        var asked: [String] = []
    }

    public static let clientID = "emploi-allier"
    public static let secret = "un secret: à/garder"

    private let state: Shared
    private let server: LocalServer

    private final class Shared: Sendable {
        let value = Mutex(State())
    }

    public init(now: Int64) {
        let state = Shared()
        state.value.withLock { $0.script.now = now }
        self.state = state
        server = LocalServer { connection in
            guard let request = connection.readRequest() else { return }
            let port = connection.localPort
            let (status, type, body) = state.value.withLock { state in
                state.asked.append(request.path)
                return Self.answer(request, "http://127.0.0.1:\(port)", &state)
            }
            connection.answer(status, ["Content-Type": type], body)
        }
    }

    public var issuer: String { "http://127.0.0.1:\(server.port)" }

    /// Paths asked for, in order.
    public var asked: [String] { state.value.withLock { $0.asked } }

    public func bend(_ change: (inout Script) -> Void) {
        state.value.withLock { change(&$0.script) }
    }

    /// Plays the person who signs in: the code and state that the provider sends back; nil for a request it would refuse.
    public func signIn(at url: String) -> (code: String, state: String)? {
        guard url.hasPrefix(issuer + "/entrer?"),
            let query = try? QueryItems(query: url.split(separator: "?", maxSplits: 1)[1].description),
            query["response_type"] == "code", query["client_id"] == Self.clientID,
            query["code_challenge_method"] == "S256",
            let nonce = query["nonce"], let challenge = query["code_challenge"], let redirect = query["redirect_uri"],
            let answer = query["state"], query["scope"]?.split(separator: " ").contains("openid") ?? false
        else { return nil }
        let code = Token.random().text
        state.value.withLock { $0.grants[code] = Grant(nonce: nonce, challenge: challenge, redirect: redirect) }
        return (code, answer)
    }

    private static func answer(
        _ request: ReceivedRequest, _ issuer: String, _ state: inout State
    ) -> (status: Int, type: String, body: String) {
        if let status = state.script.statuses[request.path] { return (status, "application/json", "{}") }
        switch (request.method, request.path) {
        case ("GET", "/.well-known/openid-configuration"):
            return (200, "application/json", text(document(issuer).merging(state.script.document) { $1 }))
        case ("GET", "/cles"):
            return (
                200, "application/json",
                "{\"keys\":[\(state.script.published.map(\.published).joined(separator: ","))]}"
            )
        case ("POST", "/jeton"): return token(request, issuer, &state)
        case ("GET", "/qui"):
            guard request.fields["authorization"] == "Bearer jeton-d-acces" else { return (401, "text/plain", "") }
            var person = state.script.person
            if person["sub"] == nil { person["sub"] = "personne-1" }
            guard state.script.signsUserInfo else { return (200, "application/json", text(person)) }
            person.merge(["iss": .string(issuer), "aud": .string(clientID)]) { left, _ in left }
            return (200, "application/jwt", jwt(person, state.script.userInfoKey, nil))
        default: return (404, "text/plain", "")
        }
    }

    private static func document(_ issuer: String) -> [String: JSONValue] {
        [
            "issuer": .string(issuer), "authorization_endpoint": .string(issuer + "/entrer"),
            "token_endpoint": .string(issuer + "/jeton"), "userinfo_endpoint": .string(issuer + "/qui"),
            "jwks_uri": .string(issuer + "/cles"), "end_session_endpoint": .string(issuer + "/sortir"),
        ]
    }

    private static func token(
        _ request: ReceivedRequest, _ issuer: String, _ state: inout State
    ) -> (status: Int, type: String, body: String) {
        let refused = (400, "application/json", "{\"error\":\"invalid_grant\"}")
        let basic = [clientID, secret].map(PercentEncoding.encodeFormComponent).joined(separator: ":")
        guard let form = try? QueryItems(urlencoded: request.body), form["grant_type"] == "authorization_code",
            request.fields["authorization"] == "Basic " + Base64.standard.padded(Array(basic.utf8))
                || form["client_secret"] == secret && form["client_id"] == clientID
        else { return (401, "application/json", "{\"error\":\"invalid_client\"}") }
        // A code works once.
        guard let code = form["code"], let grant = state.grants.removeValue(forKey: code),
            grant.redirect == form["redirect_uri"], let verifier = form["code_verifier"],
            Base64.url.encode(SHA256.digest(of: Array(verifier.utf8))) == grant.challenge
        else { return refused }
        let now = state.script.now
        var claims: [String: JSONValue] = [
            "iss": .string(issuer), "aud": .string(clientID), "sub": "personne-1", "nonce": .string(grant.nonce),
            "iat": .integer(Int(now)), "exp": .integer(Int(now) + 300), "acr": "eidas1",
        ]
        for (name, value) in state.script.idClaims { claims[name] = value == .null ? nil : value }
        let idToken = jwt(claims, state.script.key, state.script.algorithm)
        return (
            200, "application/json",
            text([
                "access_token": "jeton-d-acces", "token_type": "Bearer", "expires_in": .integer(60),
                "id_token": .string(idToken),
            ])
        )
    }

    private static func jwt(_ claims: [String: JSONValue], _ key: TestKey, _ algorithm: String?) -> String {
        let header = text(["alg": .string(algorithm ?? key.algorithm.rawValue), "kid": .string(key.name), "typ": "JWT"])
        let signed = [header, text(claims)].map { Base64.url.encode(Array($0.utf8)) }.joined(separator: ".")
        return signed + "." + (algorithm == "none" ? "" : Base64.url.encode(key.sign(Array(signed.utf8))))
    }

    private static func text(_ members: [String: JSONValue]) -> String {
        var octets: [UInt8] = []
        JSONValue.object(members.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) })
            .appendJSON(to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }
}
