import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Testing
import Web

@testable import Site

/// Every route for every role. A route added without a line here fails.
@Suite struct AccessTests {
    enum Visitor: CaseIterable, Hashable {
        case anonymous, owesCode, owesGenerator, recruiter
        case moderator, companyRelations, facilitator, counsellor, direction, administrator

        var role: AgentRole? {
            switch self {
            case .anonymous, .recruiter, .owesCode, .owesGenerator: nil
            case .moderator: .moderator
            case .companyRelations: .companyRelations
            case .facilitator: .facilitator
            case .counsellor: .counsellor
            case .direction: .direction
            case .administrator: .administrator
            }
        }

        static let agents = allCases.filter { $0.role != nil }

        func browser(_ test: TestSite) throws -> TestBrowser {
            switch self {
            case .anonymous: TestBrowser(test)
            case .owesCode: try test.signedIn(.agent([.administrator]), level: .code)
            case .owesGenerator: try test.signedIn(.agent([.administrator]), level: .enrolment)
            case .recruiter: try test.signedIn(.recruiter)
            default: try test.signedIn(.agent([#require(role)]))
            }
        }
    }

    /// Who is let in by which route, stated apart from the route table.
    static let expected: [String: Set<Visitor>] = {
        let everyone = Set(Visitor.allCases)
        let halfway: Set<Visitor> = [.owesCode, .owesGenerator]
        let agents = Set(Visitor.agents)
        var expected: [String: Set<Visitor>] = [:]
        for path in [
            "/", "/offres", "/offres.json", "/offres/{code}", "/offres/{code}.json", "/comment-ca-marche",
            "/mentions-legales", "/accessibilite", "/donnees-personnelles", "/robots.txt", "/sitemap.xml", "/connexion",
            "/connexion/courriel-envoye", "/connexion/openid", "/connexion/openid/retour", "/inscription", "/confirmer",
            "/invitation",
        ] {
            expected["GET " + path] = everyone
        }
        for path in [
            "/offres.atom", "/offres.rss", "/offres.csv", "/offres.ics", "/partenaires/indeed.xml", "/widget",
            "/widget.js",
            "/sitemaps/{numero}.xml", "/api", "/api/v1/offres", "/api/v1/offres/{code}", "/api/v1/instantane",
            "/api/v1/changements", "/api/v1/flux", "/api/v1/suggestions", "/api/v1/referentiels",
            "/api/v1/referentiels/{nom}",
            "/api/v1/openapi.json",
        ] {
            expected["GET " + path] = everyone
        }
        for path in ["/connexion", "/connexion/lien", "/inscription", "/confirmer", "/invitation", "/deconnexion"] {
            expected["POST " + path] = everyone
        }
        for path in ["/connexion/code", "/connexion/generateur"] {
            expected["GET " + path] = halfway
            expected["POST " + path] = halfway
        }
        expected["GET /espace"] = [.recruiter]
        expected["POST /espace/etablissements"] = [.recruiter]
        let employersAgents: Set<Visitor> = [.moderator, .companyRelations, .administrator]
        for path in ["/espace/offres", "/espace/offres/nouvelle", "/espace/offres/{id}", "/espace/offres/{id}/{step}"] {
            expected["GET " + path] = employersAgents.union([.recruiter])
        }
        for path in [
            "/espace/offres/nouvelle", "/espace/offres/{id}", "/espace/offres/{id}/{step}",
            "/espace/offres/verification",
        ] {
            expected["POST " + path] = employersAgents.union([.recruiter])
        }
        for key in ["GET /agent/saisie", "POST /agent/saisie"] { expected[key] = employersAgents }
        for path in ["/offres/{code}/signaler", "/offres/{code}/affiche", "/code"] {
            expected["GET " + path] = everyone
        }
        for path in ["/offres/{code}/postuler", "/offres/{code}/courriel", "/offres/{code}/confirmer"] {
            expected["GET " + path] = everyone
        }
        for path in [
            "/offres/{code}/signaler", "/offres/{code}/courriel", "/offres/{code}/appel", "/offres/{code}/confirmer",
        ] {
            expected["POST " + path] = everyone
        }
        expected["GET /agent"] = agents
        for path in [
            "/agent/offres", "/agent/offres.csv", "/agent/employeurs", "/agent/employeurs.csv",
            "/agent/employeurs/{siret}",
        ] {
            expected["GET " + path] = agents
        }
        for path in ["/agent/offres", "/agent/employeurs/{siret}"] {
            expected["POST " + path] = [.moderator, .administrator]
        }
        for path in ["/agent/taches", "/agent/recherches", "/agent/recherches.csv"] { expected["GET " + path] = agents }
        expected["POST /agent/taches"] = [.moderator, .companyRelations, .administrator]
        expected["GET /agent/moderation"] = [.moderator, .administrator]
        expected["GET /agent/offres/{code}"] = agents
        expected["POST /agent/offres/{code}"] = [.moderator, .administrator]
        for key in ["GET /compte", "POST /compte/mot-de-passe", "POST /compte/sessions"] {
            expected[key] = agents.union([.recruiter])
        }
        expected["GET /compte/generateur"] = agents
        expected["POST /compte/generateur"] = agents
        for key in ["GET /agent/agents", "GET /agent/agents/{id}", "POST /agent/agents/{id}"] {
            expected[key] = [.administrator]
        }
        for key in ["GET /agent/etablissements", "POST /agent/etablissements"] {
            expected[key] = [.moderator, .companyRelations, .administrator]
        }
        for path in ["/agent/sources", "/agent/sources/{source}", "/agent/sources/{source}/rejets.csv"] {
            expected["GET " + path] = agents
        }
        for key in [
            "GET /agent/sources/nouvelle", "POST /agent/sources/nouvelle", "POST /agent/sources/{source}",
            "GET /agent/sources/{source}/modifier", "POST /agent/sources/{source}/modifier",
            "POST /agent/offres/{code}/meme-offre",
        ] {
            expected[key] = [.moderator, .administrator]
        }
        expected["GET /agent/cles"] = [.administrator]
        expected["POST /agent/cles"] = [.administrator]
        for key in ["GET /agent/abonnements", "GET /agent/abonnements/{id}", "POST /agent/abonnements/{id}"] {
            expected[key] = [.administrator]
        }
        // Keys of partners' programs open these, whoever is signed in.
        for key in [
            "GET /api/v1/offres/{source}/{id}", "PUT /api/v1/offres/{source}/{id}",
            "DELETE /api/v1/offres/{source}/{id}", "POST /api/v1/offres/{code}", "GET /api/v1/webhooks",
            "POST /api/v1/webhooks", "GET /api/v1/webhooks/{id}", "DELETE /api/v1/webhooks/{id}",
            "GET /api/v1/webhooks/{id}/appels", "POST /api/v1/webhooks/{id}/essai",
            "POST /api/v1/webhooks/{id}/secret", "POST /api/v1/webhooks/{id}/pause",
            "POST /api/v1/webhooks/{id}/reprise",
        ] {
            expected[key] = []
        }
        return expected
    }()

    static func path(_ template: PathTemplate) -> String {
        template.description.replacing("{code}", with: "0000A2").replacing("{id}", with: "1")
            .replacing("{step}", with: "1").replacing("{siret}", with: "73282932000074").replacing(
                "{numero}", with: "1"
            ).replacing("{source}", with: "essai")
    }

    @Test func `every route has its line in the table`() {
        let routes = Routes.all.map { "\($0.method.rawValue) \($0.template.description)" }
        #expect(Set(routes) == Set(Self.expected.keys))
        #expect(routes.count == Set(routes).count)
    }

    @Test(arguments: Visitor.allCases)
    func `each route lets in those it should and nobody else`(visitor: Visitor) throws {
        let test = try TestSite.shared.get()
        for route in Routes.all {
            let key = "\(route.method.rawValue) \(route.template.description)"
            let browser = try visitor.browser(test)
            let path = Self.path(route.template)
            let answer: Answer
            if case .partner = route.access {
                answer = browser.send(route.method, path.replacing("0000A2", with: "essai"), body: .empty)
            } else if route.method == .get {
                answer = browser.get(path)
            } else {
                // A page that everyone can read gives the seal, so that only the access decides.
                let page = visitor == .owesCode || visitor == .owesGenerator ? "/connexion/code" : "/inscription"
                var seal = browser.get(page).seal
                if seal == nil {
                    seal = browser.get(visitor == .owesGenerator ? "/connexion/generateur" : "/connexion").seal
                }
                if seal == nil { seal = browser.get(visitor == .recruiter ? "/espace" : "/agent").seal }
                try #require(seal != nil)
                answer = browser.post(path, [:], seal: seal)
            }
            let isSentAway =
                answer.status == 401 || answer.location?.hasPrefix("/connexion?suite=") ?? false
                || answer.text.contains("Cette page est réservée") || answer.text.contains("Vous n’êtes plus connecté")
                || (answer.location?.hasPrefix("/connexion/") ?? false) && !path.hasPrefix("/connexion")
            let isExpected = Self.expected[key]?.contains(visitor) ?? false
            #expect(isSentAway != isExpected, "\(key) for \(visitor): \(answer.status) \(answer.location ?? "")")
            #expect(answer.status < 500, "\(key) for \(visitor)")
        }
    }

    @Test(arguments: Visitor.allCases.filter { $0 != .anonymous })
    func `what someone signed in reads is kept nowhere`(visitor: Visitor) throws {
        let test = try TestSite.shared.get()
        let browser = try visitor.browser(test)
        for route in Routes.all where route.method == .get {
            let answer = browser.get(Self.path(route.template))
            #expect(answer.response.fields[.cacheControl] == "no-store", "\(route.template)")
            #expect(answer.response.reuse == .never, "\(route.template)")
        }
    }

    @Test func `public pages stay in the cache for those without a session`() throws {
        let browser = TestBrowser(try TestSite.shared.get())
        #expect(browser.get("/").response.reuse != .never)
        #expect(browser.cookies.isEmpty)
        #expect(browser.get("/connexion").response.reuse == .never)
    }

    /// Buttons of pages that are the same for everyone: they change nothing that anybody sees.
    private static let unsealed = ["/offres/{code}/courriel", "/offres/{code}/appel"]

    @Test func `a button without a seal is not for other sites' pages`() throws {
        let test = try TestSite.shared.get()
        for template in Self.unsealed {
            let browser = TestBrowser(test)
            browser.fields[.origin] = "https://ailleurs.example"
            #expect(browser.post(template.replacing("{code}", with: "0000A2"), [:]).status == 403)
        }
    }

    @Test func `no form is taken without its seal`() throws {
        let test = try TestSite.shared.get()
        for route in Routes.all where route.method == .post && !Self.unsealed.contains(route.template.description) {
            let browser = TestBrowser(test)
            if Self.expected["POST \(route.template)"]?.contains(.anonymous) != true { continue }
            let path = Self.path(route.template)
            #expect(browser.post(path, [:]).text.contains("Ce formulaire n’est plus valable"))
            // Another browser's seal.
            let seal = TestBrowser(test).get("/connexion").seal
            #expect(browser.post(path, [:], seal: seal).status == 403)
            // Another site's page.
            let own = browser.get("/connexion").seal
            browser.fields[.origin] = "https://ailleurs.example"
            #expect(browser.post(path, [:], seal: own).status == 403)
        }
    }

    @Test func `a seal of one session is nothing to another`() throws {
        let test = try TestSite.shared.get()
        let seal = try test.signedIn(.recruiter).get("/espace").seal
        let other = try test.signedIn(.recruiter)
        #expect(other.post("/espace/etablissements", ["siret": "73282932000074"], seal: seal).status == 403)
    }
}
