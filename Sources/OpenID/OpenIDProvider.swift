internal import Curl
internal import Secrets
internal import Threading
internal import Web

/// An OpenID provider that people sign in at: authorization code with PKCE (OpenID Connect Core §3.1, RFC 7636). Its calls
/// block for some seconds at most: see `OpenIDLimits`.
public final class OpenIDProvider: Sendable {
    private struct Known: Sendable {
        var discovery: Discovery?
        var keys: KeySet?
        var readAt: Int64 = 0
        var keysReadAt: Int64 = 0
    }

    private let settings: OpenIDSettings
    private let known = Lock(Known())

    public init(_ settings: OpenIDSettings) {
        self.settings = settings
    }

    /// Where to send the browser. `now` in seconds since 1970.
    public func authorizationURL(_ flow: OpenIDFlow, at now: Int64) throws(OpenIDError) -> String {
        let discovery = try discovery(at: now)
        var query: QueryItems = [
            "response_type": "code", "client_id": settings.clientID, "redirect_uri": settings.redirectURL,
            "scope": settings.scopes.joined(separator: " "), "state": flow.state.text, "nonce": flow.nonce.text,
            "code_challenge": flow.challenge, "code_challenge_method": "S256",
        ]
        if !settings.levels.isEmpty { query.append("acr_values", settings.levels.joined(separator: " ")) }
        return Self.url(discovery.authorization, query)
    }

    /// Exchanges the code of an answer whose state was this flow's, and says who it is. A code works once: the provider
    /// sees to that, and so does the flow, which its browser forgets.
    public func identity(code: String, _ flow: OpenIDFlow, at now: Int64) throws(OpenIDError) -> OpenIDIdentity {
        let discovery = try discovery(at: now)
        let client = try client()
        let (accessToken, idToken) = try exchange(code, flow, discovery, client)
        let rules = TokenRules(settings: settings, now: now)
        let claims = try verified(idToken, discovery, client, at: now)
        try rules.check(idToken: claims, nonce: flow.nonce)
        guard let subject = claims.text("sub") else { throw .invalid(.subject) }
        let person = try userInfo(accessToken, discovery, client, at: now)
        try rules.check(userInfo: person, of: subject)
        return identity(of: subject, claims, person, idToken)
    }

    /// Where to send the browser to sign out there too (OpenID Connect RP-Initiated Logout 1.0); nil where that is not known.
    public func signOutURL(idToken: String) -> String? {
        guard let endpoint = known.withLock({ $0.discovery?.endSession }) else { return nil }
        return Self.url(
            endpoint,
            [
                "id_token_hint": idToken, "state": Token.random().text,
                "post_logout_redirect_uri": settings.signedOutURL,
            ])
    }

    private func identity(
        of subject: String, _ claims: JSONValue, _ person: JSONValue, _ idToken: String
    ) -> OpenIDIdentity {
        let email = person.text("email") ?? claims.text("email")
        let said = person["email_verified"] ?? claims["email_verified"]
        let names = [person.text("given_name"), person.text("usual_name") ?? person.text("family_name")].compactMap {
            $0
        }
        return OpenIDIdentity(
            subject: subject, email: email,
            isEmailVerified: said == .bool(true) || said == nil && settings.trustsAddresses,
            name: names.isEmpty ? person.text("name") : names.joined(separator: " "),
            siret: person.text("siret") ?? claims.text("siret"), hasLevel: !settings.levels.isEmpty, idToken: idToken)
    }

    // MARK: Asking the provider

    private func client() throws(OpenIDError) -> HTTPClient {
        do throws(TransferError) {
            return try HTTPClient(
                policy: settings.policy, allowsPlainHTTP: !settings.issuer.hasPrefix("https://"))
        } catch { throw .unavailable("\(error)") }
    }

    private func send(_ request: HTTPRequest, _ client: borrowing HTTPClient) throws(OpenIDError) -> HTTPAnswer {
        do throws(TransferError) { return try client.send(request, limits: OpenIDLimits.transfer) } catch {
            throw .unavailable("\(error)")
        }
    }

    private static func json(_ answer: HTTPAnswer) throws(OpenIDError) -> JSONValue {
        do throws(FormError) { return try JSONValue(answer.body) } catch { throw .unavailable("no JSON") }
    }

    private func document(_ url: String, _ client: borrowing HTTPClient) throws(OpenIDError) -> JSONValue {
        let answer = try send(HTTPRequest(.get, url, fields: [HTTPField("Accept", "application/json")]), client)
        guard answer.status == 200 else { throw .unavailable("status \(answer.status)") }
        return try Self.json(answer)
    }

    private func discovery(at now: Int64) throws(OpenIDError) -> Discovery {
        let kept = known.withLock { known in
            now < known.readAt + OpenIDLimits.secondsKept && now >= known.readAt ? known.discovery : nil
        }
        if let kept { return kept }
        let fresh = try Discovery(
            try document(settings.issuer + "/.well-known/openid-configuration", try client()), issuer: settings.issuer)
        known.withLock { known in
            known.discovery = fresh
            known.readAt = now
        }
        return fresh
    }

    /// The claims of a token signed by one of the provider's keys, which are asked for anew where none fits.
    private func verified(
        _ text: String, _ discovery: Discovery, _ client: borrowing HTTPClient, at now: Int64
    ) throws(OpenIDError) -> JSONValue {
        let token = try JSONWebToken(text)
        let (kept, readAt) = known.withLock { ($0.keys, $0.keysReadAt) }
        if let kept, now < readAt + OpenIDLimits.secondsKept {
            do throws(OpenIDError) {
                try token.verify(with: kept)
                return token.claims
            } catch {
                guard error == .invalid(.unknownKey), now >= readAt + OpenIDLimits.secondsBetweenKeyRequests else {
                    throw error
                }
            }
        }
        let fresh = try KeySet(try document(discovery.keys, client))
        known.withLock { known in
            known.keys = fresh
            known.keysReadAt = now
        }
        try token.verify(with: fresh)
        return token.claims
    }

    private func exchange(
        _ code: String, _ flow: OpenIDFlow, _ discovery: Discovery, _ client: borrowing HTTPClient
    ) throws(OpenIDError) -> (accessToken: String, idToken: String) {
        var form: QueryItems = [
            "grant_type": "authorization_code", "code": code, "redirect_uri": settings.redirectURL,
            "code_verifier": flow.verifier.text,
        ]
        var fields = [
            HTTPField("Content-Type", "application/x-www-form-urlencoded"), HTTPField("Accept", "application/json"),
        ]
        if discovery.takesSecretInBody {
            form.append("client_id", settings.clientID)
            form.append("client_secret", settings.clientSecret)
        } else {
            // RFC 6749 §2.3.1: both are form-encoded first.
            let pair = [settings.clientID, settings.clientSecret].map(PercentEncoding.encodeFormComponent)
            fields.append(
                HTTPField("Authorization", "Basic " + Base64.standard.padded(Array(pair.joined(separator: ":").utf8))))
        }
        let answer = try send(
            HTTPRequest(.post, discovery.token, fields: fields, body: Array(form.encoded.utf8)), client)
        guard answer.status == 200 else {
            guard (400..<500).contains(answer.status) else { throw .unavailable("status \(answer.status)") }
            throw .refused(String((try Self.json(answer).text("error") ?? "status \(answer.status)").prefix(60)))
        }
        let document = try Self.json(answer)
        guard let accessToken = document.text("access_token"), let idToken = document.text("id_token"),
            document.text("token_type")?.lowercased() == "bearer"
        else { throw .invalid(.malformed) }
        return (accessToken, idToken)
    }

    /// Signed (ProConnect) or plain JSON (§5.3.2): only what came from the provider over this connection, or what it signed.
    private func userInfo(
        _ accessToken: String, _ discovery: Discovery, _ client: borrowing HTTPClient, at now: Int64
    ) throws(OpenIDError) -> JSONValue {
        let answer = try send(
            HTTPRequest(
                .get, discovery.userInfo,
                fields: [
                    HTTPField("Authorization", "Bearer \(accessToken)"),
                    HTTPField("Accept", "application/jwt, application/json"),
                ]), client)
        guard answer.status == 200 else { throw .unavailable("userinfo status \(answer.status)") }
        let type = (answer["Content-Type"] ?? "").prefix { $0 != ";" }.lowercased()
        guard type.hasPrefix("application/jwt") else { return try Self.json(answer) }
        let text = String(decoding: answer.body, as: UTF8.self)
        return try verified(String(text.filter { !$0.isWhitespace }), discovery, client, at: now)
    }

    private static func url(_ endpoint: String, _ query: QueryItems) -> String {
        endpoint + (endpoint.contains("?") ? "&" : "?") + query.encoded
    }
}
