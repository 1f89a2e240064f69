import Curl
import HTTP1
import HTTPTypes
import OpenID
import OpenIDStandIn
import Recruitment
import Secrets
import Storage
import Testing
import Web

@testable import Site

@Suite struct OpenIDSignInTests {
    private static let back = "https://emploi.example/connexion/openid/retour"

    struct World {
        let standIn: OpenIDStandIn
        let test: TestSite

        init(levels: [String] = []) throws {
            standIn = OpenIDStandIn(now: TestSite.now.secondsSinceEpoch)
            let settings = OpenIDSettings(
                issuer: standIn.issuer, clientID: OpenIDStandIn.clientID, clientSecret: OpenIDStandIn.secret,
                redirectURL: OpenIDSignInTests.back, signedOutURL: "https://emploi.example/", levels: levels,
                policy: AddressPolicy(allowing: [IPNetwork("127.0.0.0/8")!]))
            test = try TestSite(
                Array(TestOffers.all.prefix(1)), openID: OpenIDSignIn(OpenIDProvider(settings), name: "ProConnect"))
        }

        /// Leads a browser to the provider and back.
        func signIn(_ browser: TestBrowser, from start: String = "/connexion/openid") throws -> Answer {
            let away = browser.get(start)
            let answer = try #require(standIn.signIn(at: away.location ?? ""))
            return browser.get("/connexion/openid/retour?code=\(answer.code)&state=\(answer.state)")
        }

        func addAgent(_ email: String = "agente@allier.example") throws {
            let now = test.now
            try test.store.writing { writing throws(StorageError) in
                _ = try writing.addAccount(
                    .agent([.moderator]), email: EmailAddress(email)!, name: PersonName("Camille")!, at: now)
            }
        }

        func account(_ email: String = "agente@allier.example") throws -> Account? {
            try test.read { stores throws(StorageError) in try stores.accounts.account(EmailAddress(email)!) }
        }
    }

    @Test func `an agent added before comes in at a level that was asked for, and goes on to the page asked for`()
        throws
    {
        let world = try World(levels: ["eidas1"])
        try world.addAgent()
        let browser = TestBrowser(world.test)
        #expect(browser.get("/connexion").text.contains("S’identifier avec ProConnect"))
        let answer = try world.signIn(browser, from: "/connexion/openid?suite=/agent/moderation")
        #expect(answer.location == "/agent/moderation")
        #expect(browser.get("/agent/moderation").status == 200)
        #expect(browser.cookies["connexion-externe"] == nil)
        // Another site as the page to go on to is none.
        let other = TestBrowser(world.test)
        #expect(try world.signIn(other, from: "/connexion/openid?suite=https://ailleurs.example").location == "/agent")
    }

    @Test func `without such a level an agent still owes this site's second factor`() throws {
        let world = try World()
        try world.addAgent()
        let browser = TestBrowser(world.test)
        #expect(try world.signIn(browser).location == "/connexion/generateur")
        #expect(browser.get("/agent").location == "/connexion/generateur")
    }

    @Test func `a firm's person gets an account by an address that is vouched for, and asks for its establishment`()
        throws
    {
        let world = try World()
        let browser = TestBrowser(world.test)
        #expect(try world.signIn(browser).location == "/espace")
        let home = browser.get("/espace").text
        #expect(home.contains("Camille Dupont"))
        #expect(home.contains("en attente de vérification"))
        #expect(try world.account()?.isAgent == false)
        // The second time it is the same account.
        let again = TestBrowser(world.test)
        #expect(try world.signIn(again).location == "/espace")
        let memberships = try world.test.read { stores throws(StorageError) in
            let account = try stores.accounts.account(EmailAddress("agente@allier.example")!)!
            return try stores.establishments.memberships(of: account.id).count
        }
        #expect(memberships == 1)
    }

    @Test(arguments: [JSONValue.bool(false), .null])
    func `an address that nobody vouches for opens no account, whoever's it is`(said: JSONValue) throws {
        let world = try World(levels: ["eidas1"])
        try world.addAgent()
        world.standIn.bend { $0.person["email_verified"] = said == .null ? nil : said }
        let browser = TestBrowser(world.test)
        let answer = try world.signIn(browser)
        #expect(answer.status == 403)
        #expect(answer.text.contains("ne garantit pas votre adresse"))
        #expect(browser.get("/agent").location?.hasPrefix("/connexion") == true)
        #expect(try world.account()?.confirmedAt == nil)
    }

    @Test func `an account that is shut stays shut, and no address is none`() throws {
        let world = try World(levels: ["eidas1"])
        try world.addAgent()
        let id = try #require(try world.account()).id
        try world.test.store.writing { writing throws(StorageError) in try writing.disable(id, at: TestSite.now) }
        #expect(try world.signIn(TestBrowser(world.test)).text.contains("Ce compte est fermé"))
        for email in ["", "pas une adresse", "<script>"] {
            world.standIn.bend { $0.person["email"] = .string(email) }
            let answer = try world.signIn(TestBrowser(world.test))
            #expect(answer.status == 403)
            #expect(!answer.text.contains("<script>"))
        }
    }

    @Test func `an answer is taken once, by the browser that asked, within ten minutes`() throws {
        let world = try World()
        let browser = TestBrowser(world.test)
        let away = browser.get("/connexion/openid")
        let answer = try #require(world.standIn.signIn(at: away.location ?? ""))
        let path = "/connexion/openid/retour?code=\(answer.code)&state=\(answer.state)"
        // A victim's browser, led to the attacker's answer.
        #expect(TestBrowser(world.test).get(path).status == 403)
        // Another flow's state.
        let other = TestBrowser(world.test)
        other.get("/connexion/openid")
        #expect(other.get(path).status == 403)
        // A cookie made up.
        let forger = TestBrowser(world.test)
        forger.cookies["connexion-externe"] = "AAAA"
        #expect(forger.get(path).status == 403)
        let ticket = try #require(browser.cookies["connexion-externe"])
        #expect(browser.get(path).location == "/espace")
        // The same answer again, with the cookie kept: the provider takes no code twice.
        let replay = TestBrowser(world.test)
        replay.cookies["connexion-externe"] = ticket
        #expect(replay.get(path).status == 403)
        // Too late.
        let late = TestBrowser(world.test)
        let lateAnswer = try #require(
            world.standIn.signIn(at: late.get("/connexion/openid").location ?? ""))
        world.test.wait(seconds: 601)
        #expect(late.get("/connexion/openid/retour?code=\(lateAnswer.code)&state=\(lateAnswer.state)").status == 403)
    }

    @Test(arguments: ["", "?state=x", "?code=x", "?error=access_denied&state=<script>", "?code=&state="])
    func `answers that are none lead back to signing in`(query: String) throws {
        let world = try World()
        let browser = TestBrowser(world.test)
        browser.get("/connexion/openid")
        let answer = browser.get("/connexion/openid/retour" + query)
        #expect(answer.status == 403)
        #expect(answer.text.contains("Recevoir un lien"))
        #expect(!answer.text.contains("<script>"))
    }

    @Test func `a person who gives up is told, and a provider that fails too`() throws {
        let world = try World()
        let browser = TestBrowser(world.test)
        let away = browser.get("/connexion/openid")
        let answer = try #require(world.standIn.signIn(at: away.location ?? ""))
        let cancelled = browser.get("/connexion/openid/retour?error=access_denied&state=\(answer.state)")
        #expect(cancelled.text.contains("a été annulée"))
        world.standIn.bend { $0.statuses["/jeton"] = 500 }
        #expect(try world.signIn(TestBrowser(world.test)).status == 503)
        world.standIn.bend { script in
            script.statuses = [:]
            script.idClaims["nonce"] = "autre"
        }
        #expect(try world.signIn(TestBrowser(world.test)).status == 403)
    }

    @Test func `signing out leads to the provider's end of session, and the session here is over`() throws {
        let world = try World()
        let browser = TestBrowser(world.test)
        _ = try world.signIn(browser)
        let answer = browser.post("/deconnexion", [:], seal: browser.get("/espace").seal)
        let url = try #require(answer.response.fields[.refresh])
        #expect(url.hasPrefix("0; url=\(world.standIn.issuer)/sortir?id_token_hint="))
        #expect(answer.text.contains("Se déconnecter aussi de ProConnect"))
        #expect(answer.response.fields[.cacheControl] == "no-store")
        #expect(browser.get("/espace").location?.hasPrefix("/connexion") == true)
        // The database keeps no token in clear.
        let other = try world.test.signedIn(.recruiter)
        #expect(other.post("/deconnexion", [:], seal: other.get("/espace").seal).location == "/")
    }

    @Test func `without a provider nothing of it shows`() throws {
        let browser = TestBrowser(try TestSite.shared.get())
        #expect(!browser.get("/connexion").text.contains("openid"))
        #expect(browser.get("/connexion/openid").status == 404)
        #expect(browser.get("/connexion/openid/retour?code=x&state=y").status == 404)
    }
}
