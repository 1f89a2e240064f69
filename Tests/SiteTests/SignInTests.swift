import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Testing
import Web

@testable import Site

@Suite struct SignInTests {
    static let siret = "73282932000074"

    private func address() -> String { "p\(String(hexadecimal: Random.bytes(6)))@essai.fr" }

    /// A recruiter who has signed up and confirmed.
    private func recruiter(_ test: TestSite, _ address: String) throws -> TestBrowser {
        let browser = TestBrowser(test)
        let answer = browser.fill("/inscription", ["nom": "Camille Martin", "courriel": address, "siret": Self.siret])
        #expect(answer.location == "/connexion/courriel-envoye")
        let link = try test.link(mailedTo: address)
        let page = browser.get(link)
        #expect(page.text.contains(address))
        let entered = browser.post("/confirmer", ["jeton": try #require(page.hidden("jeton"))], seal: page.seal)
        #expect(entered.location == "/espace")
        return browser
    }

    @Test func `a recruiter signs up, confirms by the mail's link and is in`() throws {
        let test = try TestSite.shared.get()
        let browser = try recruiter(test, address())
        let home = browser.get("/espace")
        #expect(home.status == 200)
        #expect(home.text.contains("en\u{A0}attente") || home.text.contains("en attente"))
        #expect(browser.get("/connexion").location == "/espace")
    }

    @Test func `opening a mail's link changes nothing, sending it does once`() throws {
        let test = try TestSite.shared.get()
        let address = address()
        TestBrowser(test).fill("/inscription", ["nom": "A", "courriel": address, "siret": Self.siret])
        let link = try test.link(mailedTo: address)
        for _ in 0..<5 { #expect(TestBrowser(test).get(link).status == 200) }
        let browser = TestBrowser(test)
        let page = browser.get(link)
        let token = try #require(page.hidden("jeton"))
        #expect(browser.post("/confirmer", ["jeton": token], seal: page.seal).location == "/espace")
        #expect(TestBrowser(test).get(link).status == 410)
        let second = TestBrowser(test)
        #expect(second.post("/confirmer", ["jeton": token], seal: second.get("/connexion").seal).status == 410)
    }

    @Test func `a link is over after a quarter of an hour`() throws {
        let test = try TestSite([])
        let address = address()
        TestBrowser(test).fill("/inscription", ["nom": "A", "courriel": address, "siret": Self.siret])
        let link = try test.link(mailedTo: address)
        test.wait(seconds: 899)
        #expect(TestBrowser(test).get(link).status == 200)
        test.wait(seconds: 1)
        #expect(TestBrowser(test).get(link).status == 410)
    }

    @Test func `sessions end idle, in all, and by their owner`() throws {
        let test = try TestSite([])
        let recruiter = try test.signedIn(.recruiter)
        let agent = try test.signedIn(.agent([.moderator]))
        test.wait(seconds: 7_199)
        #expect(agent.get("/agent").status == 200)
        test.wait(seconds: 7_200)
        #expect(agent.get("/agent").status == 303)
        #expect(recruiter.get("/espace").status == 200)
        for _ in 0..<12 {
            test.wait(seconds: 2 * 86_400)
            #expect(recruiter.get("/espace").status == 200)
        }
        test.wait(seconds: 6 * 86_400)
        #expect(recruiter.get("/espace").status == 303)
        let again = try test.signedIn(.recruiter)
        #expect(again.post("/deconnexion", [:], seal: again.get("/espace").seal).status == 303)
        #expect(again.cookies["session"] == nil)
    }

    @Test func `what is wrong is said beside its field, and what was typed is kept`() throws {
        let test = try TestSite.shared.get()
        let answer = TestBrowser(test).fill(
            "/inscription", ["nom": "<script>", "courriel": "pas une adresse", "siret": "73282932000075"])
        #expect(answer.status == 422)
        for piece in [
            "<title>Erreur", "href=\"#courriel\"", "href=\"#siret\"", "aria-describedby=\"siret-aide siret-erreur\"",
            "aria-invalid=\"true\"", "value=\"&lt;script&gt;\"", "value=\"pas une adresse\"",
            "value=\"73282932000075\"",
            "role=\"alert\"",
        ] {
            #expect(answer.text.contains(piece), "\(piece)")
        }
    }

    @Test(arguments: ["/inscription", "/connexion", "/connexion/lien"])
    func `hostile and empty forms are answered like any other`(path: String) throws {
        let test = try TestSite.shared.get()
        let values = ["", "\u{1F600}", "a\0b", "'; DROP TABLE account; --", String(repeating: "é", count: 90_000)]
        for value in values {
            var form = QueryItems()
            for name in ["nom", "courriel", "adresse", "siret", "mot_de_passe", "suite", "jeton"] {
                form.append(name, value)
            }
            let status = TestBrowser(test).fill(path == "/connexion/lien" ? "/connexion" : path, to: path, form).status
            #expect((400..<500).contains(status), "\(path) \(value.prefix(10)): \(status)")
        }
    }

    @Test func `a known and an unknown address get the same answers`() throws {
        let test = try TestSite.shared.get()
        let known = address()
        _ = try recruiter(test, known)
        func strip(_ answer: Answer) -> String {
            var text = "\(answer.status) \(answer.location ?? "") \(answer.text)"
            if let seal = answer.seal { text = text.replacing(seal, with: "") }
            return text.replacing(known, with: "X")
        }
        let unknown = address()
        for (path, field) in [("/connexion/lien", "adresse"), ("/connexion", "courriel")] {
            let answers = [known, unknown].map { address in
                let form: QueryItems = [field: address, "mot_de_passe": "correct horse battery"]
                return strip(TestBrowser(test).fill("/connexion", to: path, form)).replacing(unknown, with: "X")
            }
            #expect(answers[0] == answers[1])
        }
        let signUps = [known, unknown].map { address in
            strip(
                TestBrowser(test).fill("/inscription", ["nom": "B", "courriel": address, "siret": Self.siret]))
        }
        #expect(signUps[0] == signUps[1])
    }

    @Test func `an unknown address gets no mail, and as many rows are written`() throws {
        let test = try TestSite.shared.get()
        let unknown = address()
        let before = try test.read { stores throws(StorageError) in try stores.outbox.counts() }
        TestBrowser(test).fill("/connexion", to: "/connexion/lien", ["adresse": unknown])
        let after = try test.read { stores throws(StorageError) in try stores.outbox.counts() }
        #expect(after["discarded", default: 0] > before["discarded", default: 0])
        #expect(try test.mail(to: unknown) == nil)
    }

    @Test func `passwords tried again and again are slowed down, by account and by network`() throws {
        let test = try TestSite([])
        let victim = address()
        func attempt(_ browser: TestBrowser, _ address: String) -> Int {
            browser.fill("/connexion", ["courriel": address, "mot_de_passe": "faux mot de passe"]).status
        }
        // One account from many networks.
        let byAccount = (0..<12).map { _ in attempt(TestBrowser(test), victim) }
        #expect(byAccount.filter { $0 == 429 }.count == 4)
        // Many accounts from one network.
        let browser = TestBrowser(test)
        let byNetwork = (0..<34).map { _ in attempt(browser, address()) }
        #expect(byNetwork.filter { $0 == 429 }.count == 4)
        test.wait(seconds: 120)
        #expect(attempt(TestBrowser(test), victim) == 422)
    }

    @Test func `a recruiter chooses a password, and others' sessions end`() throws {
        let test = try TestSite.shared.get()
        let address = address()
        let browser = try recruiter(test, address)
        let other = TestBrowser(test)
        other.fill("/connexion", to: "/connexion/lien", ["adresse": address])
        let page = other.get(try test.link(mailedTo: address))
        other.post("/confirmer", ["jeton": page.hidden("jeton")!], seal: page.seal)
        #expect(other.get("/espace").status == 200)
        #expect(browser.get("/compte").text.contains("autres appareils"))
        #expect(browser.fill("/compte", to: "/compte/mot-de-passe", ["nouveau": "court"]).status == 422)
        let password = "girafe bleue au galop"
        #expect(browser.fill("/compte", to: "/compte/mot-de-passe", ["nouveau": password]).location == "/compte")
        #expect(other.get("/espace").status == 303)
        #expect(browser.get("/espace").status == 200)
        #expect(try test.mail(to: address)?.subject.contains("mot de passe") == true)
        let third = TestBrowser(test)
        #expect(third.fill("/connexion", ["courriel": address, "mot_de_passe": password + "x"]).status == 422)
        let entered = third.fill(
            "/connexion", ["courriel": address.uppercased(), "mot_de_passe": password, "suite": "/espace?x=1"])
        #expect(entered.location == "/espace?x=1")
        // By password the one in use is asked for.
        #expect(
            third.fill("/compte", to: "/compte/mot-de-passe", ["nouveau": "autre phrase tout a fait"]).status == 422)
        let changed = third.fill(
            "/compte", to: "/compte/mot-de-passe", ["actuel": password, "nouveau": "autre phrase tout a fait"])
        #expect(changed.location == "/compte")
    }

    @Test(arguments: ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs.example", "javascript:alert(1)"])
    func `signing in leads to this site only`(next: String) throws {
        let test = try TestSite.shared.get()
        let browser = try test.signedIn(.recruiter, email: address())
        _ = browser
        let page = TestBrowser(test).get("/connexion?suite=" + PercentEncoding.encodeFormComponent(next))
        #expect(page.hidden("suite") == nil)
    }

    @Test func `a session's token changes at sign-in`() throws {
        let test = try TestSite.shared.get()
        let agent = try test.signedIn(.agent([.moderator]), level: .enrolment)
        let planted = agent.cookies["session"]
        let secret = try #require(Self.secret(in: agent.get("/connexion/generateur").text))
        let code = TOTP(secret).password(at: TOTP.step(at: test.now.secondsSinceEpoch))
        #expect(agent.fill("/connexion/generateur", ["code": code]).status == 200)
        #expect(agent.cookies["session"] != planted)
        let thief = TestBrowser(test)
        thief.cookies["session"] = planted
        #expect(thief.get("/agent").status == 303)
        #expect(agent.get("/agent").status == 200)
    }

    static func secret(in page: String) -> TOTPSecret? {
        guard let start = page.firstRange(of: "la clé <code>")?.upperBound else { return nil }
        let text = page[start...].prefix { $0 != "<" }.filter { !$0.isWhitespace }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, octets) = (UInt32(0), 0, [UInt8]())
        for character in text {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            bits = bits << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                octets.append(UInt8(bits >> UInt32(count) & 255))
            }
        }
        return TOTPSecret(octets: octets)
    }

    @Test func `an agent comes in by invitation, password, generator, codes and recovery codes`() throws {
        let test = try TestSite([])
        let (token, now) = (Token.random(), test.now)
        let address = EmailAddress(address())!
        try test.store.writing { writing throws(StorageError) in
            let account = try writing.addAccount(
                .agent([.moderator]), email: address, name: PersonName("Dominique")!, at: now)!
            try writing.addLink(hash: token.hash, to: account.id, for: .invitation, at: now)
        }
        let path = String(Site.invitationLink(token, baseURL: "").prefix { _ in true })
        let browser = TestBrowser(test)
        // An invitation is no sign-in link.
        #expect(browser.get("/confirmer?jeton=\(token.text)").status == 410)
        let page = browser.get(path)
        #expect(
            browser.post("/invitation", ["jeton": token.text, "nouveau": "azertyuiop12"], seal: page.seal).status == 422
        )
        let password = "loutre verte sous la pluie"
        let chosen = browser.post("/invitation", ["jeton": token.text, "nouveau": password], seal: page.seal)
        #expect(chosen.location == "/connexion/generateur")
        #expect(browser.get(path).status == 410)
        #expect(browser.get("/agent").location == "/connexion/generateur")
        let enrolment = browser.get("/connexion/generateur")
        #expect(enrolment.text.contains("<svg"))
        let secret = try #require(Self.secret(in: enrolment.text))
        func code(_ steps: Int64 = 0) -> String {
            TOTP(secret).password(at: TOTP.step(at: test.now.secondsSinceEpoch) + steps)
        }
        let wrong = code() == "000000" ? "111111" : "000000"
        #expect(browser.fill("/connexion/generateur", ["code": wrong]).status == 422)
        let codesPage = browser.fill("/connexion/generateur", ["code": code()])
        let recovery = codesPage.text.split(separator: "<li><code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(recovery.count == 10)
        #expect(browser.get("/agent").status == 200)

        // The same password of the generator does not serve twice.
        let second = TestBrowser(test)
        #expect(
            second.fill("/connexion", ["courriel": address.description, "mot_de_passe": password]).location
                == "/connexion/code")
        #expect(second.get("/agent").location == "/connexion/code")
        #expect(second.fill("/connexion/code", ["code": code()]).status == 422)
        test.wait(seconds: 60)
        #expect(second.fill("/connexion/code", ["code": code()]).location == "/agent")
        #expect(second.get("/agent").status == 200)

        // A recovery code serves once, and asks for a new telephone.
        let third = TestBrowser(test)
        third.fill("/connexion", ["courriel": address.description, "mot_de_passe": password])
        #expect(
            third.fill("/connexion/code", ["code": recovery[3].lowercased()]).location == "/connexion/generateur")
        #expect(third.get("/agent").location == "/connexion/generateur")
        let fourth = TestBrowser(test)
        fourth.fill("/connexion", ["courriel": address.description, "mot_de_passe": password])
        #expect(fourth.fill("/connexion/code", ["code": recovery[3]]).status == 422)

        // A disabled account is out at once.
        try test.store.writing { writing throws(StorageError) in
            try writing.disable(try writing.stores.accounts.account(address)!.id, at: now)
        }
        #expect(second.get("/agent").status == 303)
        #expect(
            TestBrowser(test).fill("/connexion", ["courriel": address.description, "mot_de_passe": password]).status
                == 422)
    }

    @Test func `an agent verifies an establishment, the second to decide is told`() throws {
        let test = try TestSite.shared.get()
        let address = address()
        let recruiter = try recruiter(test, address)
        let agents = try (0..<2).map { _ in try test.signedIn(.agent([.companyRelations])) }
        let pages = agents.map { $0.get("/agent/etablissements") }
        #expect(pages[0].text.contains(address))
        let id = try #require(
            try test.read { stores throws(StorageError) in try stores.accounts.account(EmailAddress(address)!)?.id })
        let form: QueryItems = [
            "siret": Self.siret, "compte": id.description, "nom": "Département de l’Allier", "decision": "verifier",
        ]
        #expect(agents[0].post("/agent/etablissements", form, seal: pages[0].seal).status == 303)
        #expect(agents[1].post("/agent/etablissements", form, seal: pages[1].seal).status == 409)
        #expect(recruiter.get("/espace").text.contains("vérifié par un agent"))
        #expect(recruiter.fill("/espace", to: "/espace/etablissements", ["siret": Self.siret]).status == 422)
        #expect(recruiter.fill("/espace", to: "/espace/etablissements", ["siret": "35600000000048"]).status == 303)
        let events = try test.read { stores throws(StorageError) in
            try stores.events.events(on: .establishment(SIRET(Self.siret)!), limit: 10)
        }
        #expect(events.contains { $0.action == "rattachement-decide" && $0.after?.contains(address) == true })
    }
}
