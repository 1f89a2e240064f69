import Foundation
import HTTP1
import HTTPTypes
import Testing
import Web

@testable import Site

@Suite struct APITests {
    private var site: TestSite { get throws { try TestSite.unlimited.get() } }

    private func elements(_ target: String) throws -> [[String: Any]] {
        let response = try site.get(target)
        #expect(response.status == .ok || response.status == .partialContent, "\(target): \(response.text)")
        return try #require(try response.json["elements"] as? [[String: Any]])
    }

    private func problem(_ target: String) throws -> [String: Any] {
        let response = try site.get(target)
        #expect(response.status == .badRequest, "\(target)")
        #expect(response.fields[.contentType] == "application/problem+json")
        #expect(response.fields[.accessControlAllowOrigin] == "*")
        return try #require((try response.json["parametres"] as? [[String: Any]])?.first)
    }

    @Test func `a search answers with its totals, facets, links and licence`() throws {
        let response = try site.get("/api/v1/offres?q=boulanger+vichy")
        let json = try response.json
        #expect(json["total"] as? Int == 1)
        #expect(json["postes"] as? Int == 2)
        let contracts = (json["facettes"] as? [String: Any])?["contrat"] as? [[String: Any]]
        #expect(contracts?.first?["code"] as? String == "CDI")
        let communes = (json["facettes"] as? [String: Any])?["commune"] as? [[String: Any]]
        #expect(communes?.first?["libelle"] as? String == "Vichy")
        #expect((json["recherche_comprise"] as? [String: Any])?["notions"] is [[String: Any]])
        #expect(
            (json["liens"] as? [String: Any])?["page"] as? String == "https://emploi.example/offres?q=boulanger+vichy")
        #expect((json["licence"] as? [String: Any])?["nom"] as? String == "Licence Ouverte 2.0")
        #expect(response.fields[.accessControlAllowOrigin] == "*")
        #expect(response.fields[.lastModified] != nil)
        #expect(response.reuse == .never)
    }

    @Test func `an offer has exactly the members that are documented`() throws {
        let offer = try #require(try elements("/api/v1/offres?commune=Vichy&rayon=0").first)
        #expect(Set(offer.keys) == Set(OfferMembers.names))
        let code = try #require(offer["code"] as? String)
        #expect(
            Set(try site.get("/api/v1/offres/\(code)").json.keys)
                == Set(OfferMembers.names).subtracting(["distance_km"]))
    }

    @Test func `only the members that were chosen are given, and the code`() throws {
        let offer = try #require(try elements("/api/v1/offres?champs=titre&champs=lieu").first)
        #expect(Set(offer.keys) == ["code", "titre", "lieu"])
    }

    @Test func `the cursor leads through all offers, each once`() throws {
        var target = "/api/v1/offres?par_page=2"
        var codes: [String] = []
        for _ in 0..<10 {
            let response = try site.get(target)
            let json = try response.json
            codes += try #require(json["elements"] as? [[String: Any]]).compactMap { $0["code"] as? String }
            guard let next = (json["liens"] as? [String: Any])?["suivant"] as? String else {
                #expect(response.fields[HTTPField.Name("Link")!] == nil)
                break
            }
            #expect(response.fields[HTTPField.Name("Link")!] == "<\(next)>; rel=\"next\"")
            target = next.replacing("https://emploi.example", with: "")
        }
        #expect(codes.count == 5)
        #expect(Set(codes).count == 5)
    }

    @Test func `pages read while offers come, change and go miss none of those there all along, nor repeat one`() throws
    {
        let communes = [("03310", "Vichy", "03200"), ("03185", "Montluçon", "03100"), ("03190", "Moulins", "03000")]
        func line(_ number: Int, title: String = "Serveur / Serveuse", limit: String = "2027-01-15") -> String {
            let commune = communes[number % 3]
            return TestOffers.offer(
                "n\(number)", titre: title, commune: (commune.0, commune.1, commune.2), rome: "G1803", limite: limit)
        }
        for order in ["date", "pertinence", "salaire"] {
            let site = try TestSite((0..<40).map { line($0) }, settings: { $0.anonymousRequestsPerMinute = 10_000 })
            var target = "/api/v1/offres?par_page=5&q=serveur&tri=\(order)"
            var read: [String] = []
            var turn = 0
            while turn < 40 {
                let json = try site.get(target).json
                read += try #require(json["elements"] as? [[String: Any]]).compactMap { $0["source_id"] as? String }
                guard let next = (json["liens"] as? [String: Any])?["suivant"] as? String else { break }
                target = next.replacing("https://emploi.example", with: "")
                // Every tenth offer changes, every tenth ends, others come in before and after the place reached.
                let (changed, gone) = (turn % 4 * 10, turn % 4 * 10 + 1)
                try site.load([
                    line(changed, title: "Serveur confirmé / Serveuse confirmée"), line(gone, limit: "2026-11-20"),
                    line(100 + turn), line(200 + turn),
                ])
                turn += 1
            }
            let steady = (0..<40).filter { $0 % 10 > 1 }.map { "n\($0)" }
            #expect(turn < 40)
            for id in steady { #expect(read.filter { $0 == id }.count == 1, "\(order): \(id) in \(read)") }
        }
    }

    @Test(arguments: [
        ("codeROME=D1102,G1803", ["metier=D1102&metier=G1803"]), ("typeContrat=SAI", ["contrat=SAI"]),
        ("motsCles=boulanger,vichy", ["q=boulanger+vichy"]), ("tempsPlein=true", ["temps=plein"]),
        ("commune=03310&distance=0", ["commune=03310&rayon=0"]), ("dureeHebdoMin=3600", ["heures_min=36"]),
        ("salaireMin=13&periodeSalaire=H", ["salaire_min=13&salaire_periode=horaire"]), ("sort=1", ["tri=date"]),
        ("publieeDepuis=7", ["depuis=7"]),
    ])
    func `France Travail's names mean the same`(theirs: String, ours: [String]) throws {
        let their = try elements("/api/v1/offres?\(theirs)").compactMap { $0["code"] as? String }
        #expect(their == (try elements("/api/v1/offres?\(ours[0])").compactMap { $0["code"] as? String }))
    }

    @Test func `offers are chosen by their last change, their contract's length and their establishment`() throws {
        #expect(try elements("/api/v1/offres?maj_depuis=2026-11-24").count == 5)
        #expect(try elements("/api/v1/offres?maj_depuis=2026-11-24T11:00:00Z&q=boulanger").count == 1)
        #expect(try elements("/api/v1/offres?maj_depuis=2026-11-24T11:00:01Z").isEmpty)
        #expect(try elements("/api/v1/offres?duree_min=6").isEmpty)
        #expect(try elements("/api/v1/offres?dureeContratMin=0.5&dureeContratMax=3").isEmpty)
        #expect(try elements("/api/v1/offres?siret=73282932000074").isEmpty)
        #expect(try problem("/api/v1/offres?maj_depuis=hier")["parametre"] as? String == "maj_depuis")
        #expect(try problem("/api/v1/offres?duree_min=-1")["parametre"] as? String == "duree_min")
    }

    @Test func `a range is answered as France Travail does`() throws {
        let part = try site.get("/api/v1/offres?range=1-2")
        #expect(part.status == .partialContent)
        #expect(part.fields[.contentRange] == "offres 1-2/5")
        let all = try elements("/api/v1/offres?range=0-149").compactMap { $0["code"] as? String }
        #expect(try site.get("/api/v1/offres?range=0-149").status == .ok)
        #expect(try elements("/api/v1/offres?range=1-2").compactMap { $0["code"] as? String } == Array(all[1...2]))
        #expect(part.fields[HTTPField.Name("Accept-Range")!] == "150")
        for none in ["range=50-60", "range=3000-3149"] {
            let beyond = try site.get("/api/v1/offres?\(none)")
            #expect(beyond.status == .noContent)
            #expect(beyond.fields[.contentRange] == "offres */5")
        }
        #expect(try site.get("/api/v1/offres?range=0-9&siret=73282932000074").fields[.contentRange] == "offres */0")
        #expect(try problem("/api/v1/offres?range=3001-3002")["parametre"] as? String == "range")
        #expect(try problem("/api/v1/offres?range=0-150")["parametre"] as? String == "range")
    }

    @Test func `what is not known is refused with what is, and the nearest`() throws {
        #expect(try problem("/api/v1/offres?contrta=CDI")["proche"] as? String == "contrat")
        let value = try problem("/api/v1/offres?contrat=CDII")
        #expect(value["valeur"] as? String == "CDII")
        #expect(value["proche"] as? String == "CDI")
        #expect((value["acceptes"] as? [String])?.contains("SAI") == true)
        #expect(try problem("/api/v1/offres?commune=Vishi")["proche"] as? String == "Vichy (03200)")
        #expect(try problem("/api/v1/offres?par_page=101")["parametre"] as? String == "par_page")
        #expect(try problem("/api/v1/offres?page=1&page=2")["parametre"] as? String == "page")
        #expect(try problem("/api/v1/offres?page=2&range=0-9")["parametre"] as? String == "range")
        #expect(try problem("/api/v1/offres?curseur=xyz")["parametre"] as? String == "curseur")
        let many = Array(repeating: "employeur=", count: 51).joined(separator: "&")
        #expect(try problem("/api/v1/offres?\(many)")["message"] as? String == "« employeur » a plus de 50 valeurs.")
        #expect(try problem("/api/v1/changements")["parametre"] as? String == "depuis")
        #expect(try problem("/api/v1/instantane?tout=oui")["parametre"] as? String == "tout")
    }

    @Test func `what has not changed is not sent again`() throws {
        let first = try site.get("/api/v1/offres?q=boulanger")
        let tag = try #require(first.fields[.eTag])
        #expect(try site.get("/api/v1/offres?q=boulanger", [.ifNoneMatch: tag]).status == .notModified)
        let snapshot = try site.get("/api/v1/instantane")
        #expect(
            try site.get("/api/v1/instantane", [.ifNoneMatch: try #require(snapshot.fields[.eTag])]).status
                == .notModified)
    }

    @Test func `unknown addresses and methods are problems too`() throws {
        #expect(try site.get("/api/v1/nulle-part").fields[.contentType] == "application/problem+json")
        #expect(try site.get("/api/v1/offres/ZZZZZ0").status == .notFound)
        #expect(try site.get("/api/v1/referentiels/planetes").status == .notFound)
        let post = try site.request(.post, "/api/v1/offres")
        #expect(post.status == .methodNotAllowed)
        #expect(post.fields[.allow]?.contains("GET") == true)
        let preflight = try site.request(.options, "/api/v1/offres")
        #expect(preflight.status == .noContent)
        #expect(preflight.fields[.accessControlAllowOrigin] == "*")
        #expect(preflight.fields[.accessControlAllowHeaders]?.contains("Authorization") == true)
    }

    @Test func `every closed group of filters has a table with its values`() throws {
        let tables = try ReferenceTableName.allCases.map { table in
            Set(try elements("/api/v1/referentiels/\(table.rawValue)").compactMap { $0["code"] as? String })
        }
        for group in FilterGroup.allCases where group.isClosed && group.options.count > 1 {
            #expect(tables.contains { $0.isSuperset(of: group.options.map(\.code)) }, "\(group)")
        }
    }

    @Test func `every table of codes is given, and its codes are filters' values`() throws {
        for table in ReferenceTableName.allCases {
            #expect(try !elements("/api/v1/referentiels/\(table.rawValue)").isEmpty, "\(table)")
        }
        for code in try elements("/api/v1/referentiels/contrats").compactMap({ $0["code"] as? String }) {
            #expect(try site.get("/api/v1/offres?contrat=\(code)").status == .ok)
        }
        let suggestions = try site.get("/api/v1/suggestions?q=vic&type=commune").json["suggestions"] as? [[String: Any]]
        #expect(suggestions?.first?["code"] as? String == "03310")
    }

    @Test func `every example of the documentation runs`() throws {
        for operation in API.operations {
            for example in operation.examples {
                let status = try site.get(example).status
                // A range of no offers is no content: the offers here are few.
                #expect([.ok, .partialContent, .noContent].contains(status), "\(example)")
            }
        }
        let page = try site.get("/api")
        #expect(page.status == .ok)
        for operation in API.operations { #expect(page.text.contains(operation.path), "\(operation.path)") }
    }

    @Test func `the description names every route of the API and every parameter`() throws {
        let paths = try #require(try site.get("/api/v1/openapi.json").json["paths"] as? [String: [String: Any]])
        let routes = Routes.all.map(\.template.description).filter { $0.hasPrefix(API.root) }
        #expect(Set(paths.keys) == Set(routes))
        let search = paths["/api/v1/offres"]?["get"] as? [String: Any]
        let names = (search?["parameters"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
        #expect(names.count == Set(names).count)
        // What a page of the site accepts, the API accepts too.
        #expect(Set(OfferSearch.parameters).isSubset(of: Set(names)))
    }
}
