import Foundation
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Testing
import Web

@testable import Site

@Suite struct DepositTests {
    private let test: TestSite
    private let key: Token
    private static let source = SourceName("mission-locale")!

    init() throws {
        test = try TestSite([TestOffers.all[0]])
        key = try Self.key(test)
    }

    private static func key(
        _ test: TestSite, source: SourceName? = source, scopes: Set<PartnerKey.Scope> = [.deposit]
    ) throws -> Token {
        let token = Token.random()
        _ = try test.store.writing { writing throws(StorageError) in
            try writing.addPartnerKey(
                hash: token.hash, name: "Mission locale", scopes: scopes, source: source, requestsPerMinute: 10_000,
                by: .command, at: TestSite.now)
        }
        return token
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", type: String? = "application/json",
        key: Token? = nil, _ more: HTTPFields = [:]
    ) -> Answer {
        var fields = more
        fields[.authorization] = "Bearer \((key ?? self.key).text)"
        if let type, !body.isEmpty { fields[.contentType] = type }
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        return Answer(
            test.site.respond(
                to: Request(
                    method: method, target: RequestTarget(path: parts[0], query: parts.count > 1 ? parts[1] : nil),
                    authority: "emploi.example", fields: fields,
                    body: body.isEmpty ? .empty : .bytes(Array(body.utf8))), worker: 0))
    }

    private func bulk(_ lines: [String], type: String = "application/x-ndjson") -> Answer {
        send(.post, "/api/v1/offres/mission-locale", lines.joined(separator: "\n"), type: type)
    }

    private static func offer(_ id: String?, _ changes: [String: Any] = [:]) -> String {
        var fields: [String: Any] = [
            "titre": "Soudeur / Soudeuse", "description": "Vous soudez des cuves en inox dans notre atelier.",
            "contrat": "CDI", "commune_insee": "03185", "employeur": "Chaudronnerie du Cher", "salaire_min": 13,
            "salaire_periode": "horaire", "date_publication": "2026-11-20T08:00:00Z", "date_limite": "2027-01-15",
        ]
        fields["id"] = id
        fields.merge(changes) { $1 }
        fields = fields.filter { !($0.value is NSNull) }
        let data = try! JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }

    private func found(_ text: String) throws -> Int {
        try test.get("/api/v1/offres?q=\(text)").json["total"] as? Int ?? -1
    }

    private static let path = "/api/v1/offres/mission-locale/A-17"

    @Test func `an offer is put, changed, put again and closed`() throws {
        let created = send(.put, Self.path, Self.offer(nil))
        #expect(created.status == 201)
        let json = try created.response.json
        #expect(json["resultat"] as? String == "ajoutee")
        #expect(json["id"] as? String == "A-17")
        #expect(try found("soudeur") == 1)
        let code = try #require(json["code"] as? String)
        #expect(test.get("/offres/\(code)").status == .ok)

        let again = send(.put, Self.path, Self.offer("A-17"))
        #expect(again.status == 200)
        #expect(try again.response.json["resultat"] as? String == "inchangee")
        #expect(again.response.fields[.eTag] == created.response.fields[.eTag])
        let sequence = try test.read { stores throws(StorageError) in try stores.changes.latest() }

        let changed = send(
            .put, Self.path, Self.offer(nil, ["titre": "Comptable", "description": "Vous tenez les comptes."]))
        #expect(try changed.response.json["resultat"] as? String == "modifiee")
        #expect(try changed.response.json["code"] as? String == code)
        #expect(try test.read { stores throws(StorageError) in try stores.changes.latest() } == sequence + 1)
        #expect(try found("soudeur") == 0)
        #expect(try found("comptable") == 1)

        let closed = send(.delete, Self.path + "?motif=pourvue")
        #expect(try closed.response.json["resultat"] as? String == "fermee")
        #expect(try closed.response.json["statut"] as? String == "pourvue")
        #expect(try found("comptable") == 0)
        #expect(try send(.delete, Self.path).response.json["resultat"] as? String == "inchangee")
        #expect(try send(.get, Self.path).response.json["statut"] as? String == "pourvue")

        let back = send(
            .put, Self.path, Self.offer(nil, ["titre": "Comptable", "description": "Vous tenez les comptes."]))
        #expect(try back.response.json["resultat"] as? String == "rouverte")
        #expect(try found("comptable") == 1)
        #expect(send(.delete, "/api/v1/offres/mission-locale/inconnue").status == 404)
        #expect(send(.get, "/api/v1/offres/mission-locale/inconnue").status == 404)
    }

    @Test func `only a key of that source hands in its offers`() throws {
        let reader = try Self.key(test, source: nil, scopes: [.read])
        let other = try Self.key(test, source: SourceName("interim"))
        for (method, path) in [(HTTPRequest.Method.put, Self.path), (.delete, Self.path), (.get, Self.path)] {
            let body = method == .put ? Self.offer(nil) : ""
            #expect(send(method, path, body, key: reader).status == 403)
            #expect(send(method, path, body, key: other).status == 403)
            #expect(send(method, path, body, key: .random()).status == 401)
            #expect(TestBrowser(test).send(method, path, body: .empty).status == 401)
        }
        #expect(
            send(.post, "/api/v1/offres/mission-locale", Self.offer("x"), type: "application/x-ndjson", key: other)
                .status == 403)
        #expect(try found("soudeur") == 0)
    }

    @Test(
        arguments: [
            (["titre": ""], "titre"), (["contrat": "CDX"], "contrat"), (["commune_insee": "03999"], "commune_insee"),
            (["titre": "Soudeur, 30 ans maximum"], "titre"), (["employeur": NSNull()], "employeur"),
            (["description": "Homme de moins de 35 ans."], "description"), (["salaire_min": 5], "salaire_texte"),
            (["date_publication": "hier"], "date_publication"), (["id": "A-18"], "id"),
        ] as [([String: any Sendable], String)])
    func `an offer that breaks a rule of the form is refused with field, value and reason`(
        changes: [String: any Sendable], field: String
    ) throws {
        let answer = send(.put, Self.path, Self.offer(nil, changes))
        #expect(answer.status == 422)
        #expect(answer.response.fields[.contentType] == "application/problem+json")
        #expect(try answer.response.json["champ"] as? String == field)
        #expect(try (answer.response.json["raison"] as? String)?.isEmpty == false)
        #expect(try found("soudeur") == 0)
    }

    @Test(arguments: ["", "{", "[]", "null", "\u{0}", "{\"titre\":", "<offre/>"])
    func `what is no offer is refused`(body: String) {
        #expect([400, 415, 422].contains(send(.put, Self.path, body).status))
    }

    @Test func `another type of content is refused`() {
        #expect(send(.put, Self.path, Self.offer(nil), type: "text/plain").status == 415)
        #expect(send(.put, Self.path, Self.offer(nil), type: nil).status == 415)
        #expect(bulk([Self.offer("a")], type: "application/json").status == 415)
    }

    @Test func `conditions are honoured`() throws {
        #expect(send(.put, Self.path, Self.offer(nil), [.ifMatch: "*"]).status == 412)
        let created = send(.put, Self.path, Self.offer(nil), [.ifNoneMatch: "*"])
        #expect(created.status == 201)
        #expect(send(.put, Self.path, Self.offer(nil), [.ifNoneMatch: "*"]).status == 412)
        let tag = try #require(created.response.fields[.eTag])
        let changed = Self.offer(nil, ["postes": 3])
        #expect(send(.put, Self.path, changed, [.ifMatch: tag]).status == 200)
        let late = send(.put, Self.path, Self.offer(nil, ["postes": 4]), [.ifMatch: tag])
        #expect(late.status == 412)
        #expect(late.response.fields[.eTag] != tag)
        #expect(send(.delete, Self.path, "", [.ifMatch: tag]).status == 412)
        #expect(send(.delete, Self.path, "", [.ifMatch: try #require(late.response.fields[.eTag])]).status == 200)
    }

    @Test func `what people closed stays closed`() throws {
        let code = try #require(try send(.put, Self.path, Self.offer(nil)).response.json["code"] as? String)
        let moderator = try test.signedIn(.agent([.moderator]))
        let cookie = try #require(moderator.cookies["session"])
        let hash = try #require(Token(cookie)).hash
        let agent = try #require(
            try test.read { stores throws(StorageError) in
                try stores.sessions.session(hash: hash, at: TestSite.now)
            }?.account.id)
        let isDone = try test.store.writing { writing throws(StorageError) in
            try writing.moderate(
                OfferID(code: code)!, from: .published, to: .moderated, details: "essai", by: .account(agent),
                at: TestSite.now)
        }
        #expect(isDone)
        let answer = send(.put, Self.path, Self.offer(nil, ["postes": 2]))
        #expect(answer.status == 409)
        #expect(try answer.response.json["statut"] as? String == "moderee")
        let line = try bulk([Self.offer("A-17")]).response.json
        #expect((line["totaux"] as? [String: Int])?["conflit"] == 1)
    }

    @Test func `every line of a file is answered`() throws {
        let lines = [
            Self.offer("1"), "", "{", Self.offer("2", ["contrat": "CDX"]), Self.offer("1"),
            Self.offer("3", ["postes": 3]), Self.offer("4", ["titre": "Hôtesse exigée jeune et jolie"]), "null",
            Self.offer("5", ["contrat": "CDD"]),
        ]
        let answer = bulk(lines)
        #expect(answer.status == 200)
        let json = try answer.response.json
        let results = try #require(json["resultats"] as? [[String: Any]])
        #expect(results.map { $0["ligne"] as? Int } == [1, 3, 4, 5, 6, 7, 8, 9])
        #expect(
            results.map { $0["resultat"] as? String } == [
                "ajoutee", "rejetee", "rejetee", "rejetee", "ajoutee", "rejetee", "rejetee", "ajoutee",
            ])
        #expect(results.map { $0["http"] as? Int } == [201, 422, 422, 422, 201, 422, 422, 201])
        #expect(results[2]["champ"] as? String == "contrat")
        #expect(results[2]["valeur"] as? String == "CDX")
        #expect(results[2]["id"] as? String == "2")
        #expect((json["totaux"] as? [String: Int])?["ajoutee"] == 3)
        #expect(try found("soudeur") == 3)
        let again = try bulk(lines).response.json
        #expect((again["totaux"] as? [String: Int])?["inchangee"] == 3)
    }

    @Test func `a file of too many lines writes nothing`() throws {
        let answer = bulk(
            [Self.offer("1")] + [String](repeating: "", count: DepositLimits.lines))
        #expect(answer.status == 413)
        #expect(try found("soudeur") == 0)
    }

    @Test func `nothing is read of who shows no valid key`() throws {
        func verdict(_ method: HTTPRequest.Method, _ path: String, _ key: String?) -> Int {
            var request = Request(method: method, target: RequestTarget(path: path), fields: [:])
            request.fields[.authorization] = key.map { "Bearer \($0)" }
            switch test.site.admission(of: request) {
            case .accept(let limit): return limit
            case .refuse(let response):
                #expect(response.fields[.wwwAuthenticate]?.hasPrefix("Bearer ") == true)
                #expect(response.fields[.contentType] == "application/problem+json")
                return -response.status.code
            }
        }
        let file = "/api/v1/offres/mission-locale"
        #expect(verdict(.put, Self.path, key.text) == DepositLimits.offer)
        #expect(verdict(.post, file, key.text) == DepositLimits.file)
        for text in [nil, "x", Token.random().text] {
            #expect(verdict(.put, Self.path, text) == -401)
            #expect(verdict(.post, file, text) == -401)
            #expect(verdict(.delete, Self.path, text) == -401)
            #expect(verdict(.post, "/api/v1/webhooks", text) == -401)
        }
        let number = try test.read { stores throws(StorageError) in try stores.partnerKeys.all() }.last!.id
        _ = try test.store.writing { writing throws(StorageError) in
            try writing.revokePartnerKey(number, by: .command, at: TestSite.now)
        }
        #expect(verdict(.post, file, key.text) == -401)
        #expect(verdict(.put, "/offres", nil) == 0)
    }

    @Test func `keys cannot be tried at will`() throws {
        var statuses: Set<Int> = []
        for _ in 0..<200 {
            var request = Request(method: .put, target: RequestTarget(path: Self.path), fields: [:])
            request.fields[.authorization] = "Bearer \(Token.random().text)"
            if case .refuse(let response) = test.site.admission(of: request) { statuses.insert(response.status.code) }
        }
        #expect(statuses == [401, 429])
    }

    // MARK: Offers that are there

    private static let text = """
        Notre atelier de chaudronnerie de Montluçon recherche une personne pour souder des cuves en inox selon plan, préparer les \
        pièces, contrôler les cordons et tenir son poste propre. Travail en équipe de journée, habits de travail fournis, \
        débutants formés par un soudeur confirmé pendant trois mois.
        """

    /// The same job as a second partner tells it.
    private func retold(_ key: Token, _ query: String = "") -> Answer {
        send(
            .put, "/api/v1/offres/interim/I-1" + query,
            Self.offer(
                nil,
                [
                    "titre": "SOUDEUR / SOUDEUSE INOX (H/F)", "description": Self.text.uppercased(),
                    "employeur": NSNull(), "siret": "73282932000074",
                ]), key: key)
    }

    @Test func `a new offer that another source has is refused with the name of that one, unless the partner insists`()
        throws
    {
        let other = try Self.key(test, source: SourceName("interim"))
        let first = send(.put, Self.path, Self.offer(nil, ["titre": "Soudeur inox", "description": Self.text]))
        let code = try #require(try first.response.json["code"] as? String)
        let refused = retold(other)
        #expect(refused.status == 409)
        let problem = try refused.response.json
        #expect(problem["code"] as? String == code)
        #expect(problem["source_doublon"] as? String == "mission-locale")
        #expect(problem["url"] as? String == test.site.settings.baseURL + "/offres/\(code)")
        #expect(try found("soudeur") == 1)
        #expect(send(.get, "/api/v1/offres/interim/I-1", key: other).status == 404)

        let line = Self.offer("I-1", ["titre": "Soudeur / Soudeuse inox", "description": Self.text])
        let file = send(.post, "/api/v1/offres/interim", line, type: "application/x-ndjson", key: other)
        let item = try #require((try file.response.json["resultats"] as? [[String: Any]])?.first)
        #expect(item["resultat"] as? String == "doublon")
        #expect(item["http"] as? Int == 409)
        #expect(item["code"] as? String == code)
        #expect((try file.response.json["totaux"] as? [String: Int])?["doublon"] == 1)

        #expect(retold(other, "?doublons=acceptes").status == 201)
        // Once taken in, a twin is no reason to refuse it: neither it nor the first.
        #expect(retold(other).status == 200)
        #expect(
            send(.put, Self.path, Self.offer(nil, ["titre": "Soudeur inox", "description": Self.text, "postes": 2]))
                .status == 200)
        #expect(send(.delete, "/api/v1/offres/interim/I-1", key: other).status == 200)
        #expect(try retold(other).response.json["resultat"] as? String == "rouverte")
        #expect(send(.put, Self.path, Self.offer(nil), key: key).status == 200)
    }

    @Test func `an offer that came in by another way is not published again by a partner`() throws {
        let test = try TestSite([
            Self.offer("17", ["source": "emploi-allier", "titre": "Soudeur inox", "description": Self.text])
        ])
        let key = try Self.key(test, source: SourceName("interim"))
        _ = try test.store.writing { writing throws(StorageError) in try writing.sortJobs(limit: 100, at: TestSite.now)
        }
        var request = Request(method: .put, target: RequestTarget(path: "/api/v1/offres/interim/I-1"), fields: [:])
        request.fields[.authorization] = "Bearer \(key.text)"
        request.fields[.contentType] = "application/json"
        request.body = .bytes(
            Array(Self.offer(nil, ["titre": "Soudeur / Soudeuse inox", "description": Self.text]).utf8))
        let answer = Answer(test.site.respond(to: request, worker: 0))
        #expect(answer.status == 409)
        #expect(try answer.response.json["source_doublon"] as? String == "emploi-allier")
    }

    @Test func `the same words under another identifier are refused, and taken where anything differs`() throws {
        #expect(send(.put, Self.path, Self.offer(nil)).status == 201)
        let path = "/api/v1/offres/mission-locale/B-1"
        let again: [String: Any] = [
            "date_publication": "2026-11-22T08:00:00Z", "date_limite": "2027-01-20",
            "url": "https://mission-locale.example/offres/B-1",
        ]
        #expect(send(.put, path, Self.offer(nil, again)).status == 409)
        #expect(send(.put, path, Self.offer(nil, ["doublon_de": "A-17"])).status == 201)
        for change in [["postes": 4], ["commune_insee": "03310"], ["horaires": ["nuit"]]] as [[String: Any]] {
            let id = "C-\(change.keys.first ?? "")"
            #expect(send(.put, "/api/v1/offres/mission-locale/\(id)", Self.offer(nil, change)).status == 201)
        }
        let file = bulk([Self.offer("D-1", ["postes": 7]), Self.offer("D-2", ["postes": 7])])
        #expect(
            (try file.response.json["resultats"] as? [[String: Any]])?.map { $0["resultat"] as? String } == [
                "ajoutee", "doublon",
            ])
        // What is closed stands in nobody's way.
        #expect(send(.delete, "/api/v1/offres/mission-locale/D-1").status == 200)
        #expect(send(.put, "/api/v1/offres/mission-locale/D-2", Self.offer(nil, ["postes": 7])).status == 201)
    }

    @Test func `an unknown word for what becomes of repetitions is refused`() throws {
        #expect(send(.put, Self.path + "?doublons=oui", Self.offer(nil)).status == 400)
        #expect(try found("soudeur") == 0)
    }

    @Test func `an administrator makes a key that is shown once, and ends it`() throws {
        let browser = try test.signedIn(.agent([.administrator]))
        let refused = browser.fill(
            "/agent/cles", ["nom": "", "droits": "depot", "source": "emploi-allier", "rythme": "0"])
        #expect(refused.status == 422)
        for field in ["nom", "source", "rythme"] { #expect(refused.text.contains("href=\"#\(field)\"")) }
        let made = browser.fill(
            "/agent/cles", ["nom": "CFA <de> Vichy", "droits": "depot", "source": "cfa-vichy", "rythme": "60"])
        #expect(made.status == 200)
        #expect(made.response.fields[.cacheControl] == "no-store")
        let text = try #require(made.text.firstRange(of: "<code>")).upperBound
        let shown = try #require(Token(String(made.text[text...].prefix { $0 != "<" })))
        #expect(!browser.get("/agent/cles").text.contains(shown.text))
        #expect(send(.put, "/api/v1/offres/cfa-vichy/1", Self.offer(nil), key: shown).status == 201)
        let number = try test.read { stores throws(StorageError) in try stores.partnerKeys.all() }.last!.id
        #expect(browser.fill("/agent/cles", ["revoquer": String(number)]).status == 303)
        #expect(send(.put, "/api/v1/offres/cfa-vichy/2", Self.offer(nil), key: shown).status == 401)
        #expect(browser.fill("/agent/cles", ["revoquer": String(number)]).status == 409)
    }
}
