import Curl
import OpenIDStandIn
import Secrets
import Testing
import Web

@testable import OpenID

@Suite struct OpenIDProviderTests {
    private static let now: Int64 = 1_795_518_000

    private func world(_ change: (inout OpenIDSettings) -> Void = { _ in }) -> (OpenIDStandIn, OpenIDProvider) {
        let standIn = OpenIDStandIn(now: Self.now)
        var settings = OpenIDSettings(
            issuer: standIn.issuer, clientID: OpenIDStandIn.clientID, clientSecret: OpenIDStandIn.secret,
            redirectURL: "https://emploi.example/connexion/openid/retour", signedOutURL: "https://emploi.example/",
            policy: AddressPolicy(allowing: [IPNetwork("127.0.0.0/8")!]))
        change(&settings)
        return (standIn, OpenIDProvider(settings))
    }

    private func signIn(
        _ standIn: OpenIDStandIn, _ provider: OpenIDProvider, at now: Int64 = now
    ) throws -> OpenIDIdentity {
        let flow = OpenIDFlow()
        let answer = try #require(standIn.signIn(at: try provider.authorizationURL(flow, at: now)))
        #expect(answer.state == flow.state.text)
        return try provider.identity(code: answer.code, flow, at: now)
    }

    @Test(arguments: [TestKey.rsa, TestKey.ec], [true, false])
    func `someone is identified, whatever the key and the form of the answer`(key: TestKey, isSigned: Bool) throws {
        let (standIn, provider) = world()
        standIn.bend { script in
            script.key = key
            script.signsUserInfo = isSigned
        }
        let identity = try signIn(standIn, provider)
        #expect(identity.email == "agente@allier.example")
        #expect(identity.isEmailVerified)
        #expect(identity.name == "Camille Dupont")
        #expect(identity.siret == "73282932000074")
        #expect(!identity.hasLevel)
    }

    @Test func `document and keys are asked for once an hour`() throws {
        let (standIn, provider) = world()
        for _ in 0..<3 { _ = try signIn(standIn, provider) }
        #expect(standIn.asked.count { $0 == "/cles" } == 1)
        #expect(standIn.asked.count { $0.hasPrefix("/.well-known") } == 1)
        standIn.bend { $0.now += 3_601 }
        _ = try signIn(standIn, provider, at: Self.now + 3_601)
        #expect(standIn.asked.count { $0 == "/cles" } == 2)
    }

    @Test func `a key that is new is asked for, once a minute at most`() throws {
        let (standIn, provider) = world()
        standIn.bend { $0.published = [.rsa] }
        _ = try signIn(standIn, provider)
        standIn.bend { $0.key = .ec }
        #expect(throws: OpenIDError.invalid(.unknownKey)) { try signIn(standIn, provider) }
        #expect(standIn.asked.count { $0 == "/cles" } == 1)
        standIn.bend { script in
            script.published = [.rsa, .ec]
            script.now += 61
        }
        _ = try signIn(standIn, provider, at: Self.now + 61)
        #expect(standIn.asked.count { $0 == "/cles" } == 2)
    }

    typealias Bend = @Sendable (inout OpenIDStandIn.Script) -> Void

    static let lies: [(String, Bend, OpenIDError)] = [
        ("nonce", { $0.idClaims["nonce"] = "autre" }, .invalid(.nonce)),
        ("no nonce", { $0.idClaims["nonce"] = .null }, .invalid(.nonce)),
        ("issuer", { $0.idClaims["iss"] = "https://ailleurs.example" }, .invalid(.issuer)),
        ("audience", { $0.idClaims["aud"] = "un-autre-site" }, .invalid(.audience)),
        ("two audiences", { $0.idClaims["aud"] = ["emploi-allier", "autre"] }, .invalid(.audience)),
        (
            "made for another",
            { script in
                script.idClaims["aud"] = ["emploi-allier", "autre"]
                script.idClaims["azp"] = "autre"
            }, .invalid(.audience)
        ),
        ("expired", { $0.idClaims["exp"] = .integer(Int(now) - 61) }, .invalid(.expired)),
        ("no end", { $0.idClaims["exp"] = .null }, .invalid(.expired)),
        ("old", { $0.idClaims["iat"] = .integer(Int(now) - 3_600) }, .invalid(.tooOld)),
        ("from the future", { $0.idClaims["iat"] = .integer(Int(now) + 3_600) }, .invalid(.tooOld)),
        ("not yet", { $0.idClaims["nbf"] = .integer(Int(now) + 3_600) }, .invalid(.tooOld)),
        ("no subject", { $0.idClaims["sub"] = .null }, .invalid(.subject)),
        ("another key", { $0.key = .foreign }, .invalid(.signature)),
        ("alg none", { $0.algorithm = "none" }, .invalid(.algorithm)),
        ("alg None", { $0.algorithm = "None" }, .invalid(.algorithm)),
        ("alg HS256", { $0.algorithm = "HS256" }, .invalid(.algorithm)),
        ("alg of another key", { $0.algorithm = "ES256" }, .invalid(.unknownKey)),
        ("another person", { $0.person["sub"] = "personne-2" }, .invalid(.subject)),
        ("another key for the person", { $0.userInfoKey = .foreign }, .invalid(.signature)),
        ("the person of another site", { $0.person["aud"] = "autre" }, .invalid(.audience)),
        ("the person of another issuer", { $0.person["iss"] = "https://ailleurs.example" }, .invalid(.issuer)),
        ("no keys", { $0.published = [] }, .misconfigured("no keys")),
    ]

    @Test(arguments: lies.indices)
    func `what is not to be believed is refused`(index: Int) throws {
        let (name, bend, error) = Self.lies[index]
        let (standIn, provider) = world()
        standIn.bend(bend)
        do {
            _ = try signIn(standIn, provider)
            Issue.record("\(name) was believed")
        } catch let found as OpenIDError {
            if case .misconfigured = error, case .misconfigured = found { return }
            #expect(found == error, "\(name)")
        }
    }

    @Test func `a code works once, and for the browser that asked for it`() throws {
        let (standIn, provider) = world()
        let flow = OpenIDFlow()
        let answer = try #require(standIn.signIn(at: try provider.authorizationURL(flow, at: Self.now)))
        _ = try provider.identity(code: answer.code, flow, at: Self.now)
        #expect(throws: OpenIDError.refused("invalid_grant")) {
            try provider.identity(code: answer.code, flow, at: Self.now)
        }
        // Stolen: another flow has another verifier.
        let other = try #require(standIn.signIn(at: try provider.authorizationURL(flow, at: Self.now)))
        #expect(throws: OpenIDError.refused("invalid_grant")) {
            try provider.identity(code: other.code, OpenIDFlow(), at: Self.now)
        }
    }

    @Test func `an address is verified where the provider says so, or the operator`() throws {
        for (said, trusts, isVerified) in [
            (JSONValue.bool(true), false, true), (.bool(false), true, false), (.null, false, false),
            (.null, true, true),
            ("true", false, false), (.integer(1), true, false),
        ] {
            let (standIn, provider) = world { $0.trustsAddresses = trusts }
            standIn.bend { $0.person["email_verified"] = said == .null ? nil : said }
            #expect(try signIn(standIn, provider).isEmailVerified == isVerified, "\(said) \(trusts)")
        }
    }

    @Test func `a level that was asked for has to be reached`() throws {
        let (standIn, provider) = world { $0.levels = ["eidas2", "eidas3"] }
        #expect(try provider.authorizationURL(OpenIDFlow(), at: Self.now).contains("acr_values=eidas2+eidas3"))
        #expect(throws: OpenIDError.invalid(.level)) { try signIn(standIn, provider) }
        standIn.bend { $0.idClaims["acr"] = "eidas2" }
        #expect(try signIn(standIn, provider).hasLevel)
    }

    @Test(arguments: [
        ("/.well-known/openid-configuration", 500), ("/.well-known/openid-configuration", 302), ("/jeton", 503),
        ("/cles", 404), ("/qui", 401),
    ])
    func `a provider that fails is unavailable`(path: String, status: Int) throws {
        let (standIn, provider) = world()
        standIn.bend { $0.statuses[path] = status }
        do {
            _ = try signIn(standIn, provider)
            Issue.record("\(path) failed and nobody saw")
        } catch let error as OpenIDError {
            guard case .unavailable = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(
        arguments: [
            ["issuer": "https://ailleurs.example"], ["token_endpoint": .null], ["jwks_uri": "file:///etc/passwd"],
            ["authorization_endpoint": "javascript:alert(1)"], ["userinfo_endpoint": "http://a b"],
        ] as [[String: JSONValue]])
    func `a document that cannot be right is not used`(document: [String: JSONValue]) throws {
        let (standIn, provider) = world()
        standIn.bend { $0.document = document }
        do {
            _ = try provider.authorizationURL(OpenIDFlow(), at: Self.now)
            Issue.record("\(document) was used")
        } catch {
            guard case .misconfigured = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func `an issuer with TLS has no endpoint without`() throws {
        let members = ["authorization", "token", "userinfo"].map { "\"\($0)_endpoint\":\"http://a.example/\"" }
        let text =
            "{\"issuer\":\"https://a.example\",\"jwks_uri\":\"https://a.example/\",\(members.joined(separator: ","))}"
        #expect(throws: OpenIDError.misconfigured("authorization_endpoint")) {
            try Discovery(try JSONValue(Array(text.utf8)), issuer: "https://a.example")
        }
    }

    @Test func `the address of signing out names the token and where to come back`() throws {
        let (standIn, provider) = world()
        #expect(provider.signOutURL(idToken: "x") == nil)
        let identity = try signIn(standIn, provider)
        let url = try #require(provider.signOutURL(idToken: identity.idToken))
        #expect(url.hasPrefix(standIn.issuer + "/sortir?id_token_hint=\(identity.idToken)&state="))
        #expect(url.hasSuffix("&post_logout_redirect_uri=https%3A%2F%2Femploi.example%2F"))
    }

    @Test(arguments: ["", "a.b", "a.b.c.d", "é.é.é", "..", String(repeating: "a", count: 20_000), "e30.e30.!"])
    func `what is no token is malformed`(text: String) {
        #expect(throws: OpenIDError.invalid(.malformed)) { try JSONWebToken(text) }
    }
}
