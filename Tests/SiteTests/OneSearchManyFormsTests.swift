import Foundation
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Testing

@testable import Site

/// Every parameter of a search, in every form in which a search leaves the site.
@Suite struct OneSearchManyFormsTests {
    /// Offers that differ in all that a search may ask for.
    private static var lines: [[String: Any]] {
        [
            [
                "id": "boulanger", "titre": "Boulanger / Boulangère", "rome": "D1102", "appellation": "Boulanger",
                "appellation_ogr": "11573", "commune_insee": "03310", "commune": "Vichy", "contrat": "CDI",
                "temps": "plein", "heures_hebdo": 39, "salaire_min": 13.5, "salaire_periode": "horaire",
                "siret": "73282932000074", "naf": "10.71C", "experience": "E", "niveau_formation": 3,
                "horaires": ["nuit"], "employeur": "Le Fournil", "accessible_th": true,
                "date_publication": "2026-11-23T08:00:00Z",
            ],
            [
                "id": "serveur", "titre": "Serveur / Serveuse", "rome": "G1803", "commune_insee": "03185",
                "commune": "Montluçon", "contrat": "SAI", "duree_mois": 4, "temps": "partiel", "heures_hebdo": 20,
                "naf": "56.10A", "experience": "D", "horaires": ["coupe", "week-end"], "permis": ["B"],
                "employeur": "Chez Paul", "date_publication": "2026-10-05T08:00:00Z",
            ],
            [
                "id": "comptable", "titre": "Comptable", "rome": "M1203", "commune_insee": "63113",
                "commune": "Clermont-Ferrand", "code_postal": "63000", "departement": "63", "contrat": "CDD",
                "duree_mois": 12, "temps": "plein", "heures_hebdo": 35, "salaire_min": 2_400,
                "salaire_periode": "mensuel", "niveau_formation": 5, "teletravail": true, "naf": "69.20Z",
                "employeur": "Cabinet Roy", "date_publication": "2026-11-10T08:00:00Z",
            ],
            [
                "id": "macon", "titre": "Maçon / Maçonne", "rome": "F1703", "commune_insee": "03190",
                "commune": "Moulins",
                "contrat": "APP", "temps": "plein", "heures_hebdo": 35, "experience": "D", "insertion": ["clause"],
                "employeur": "Bâti 03", "date_publication": "2026-11-18T08:00:00Z",
            ],
            [
                "id": "chauffeur", "source": "autre", "titre": "Conducteur routier / Conductrice routière",
                "rome": "N4101", "commune_insee": "03190", "commune": "Moulins", "contrat": "PRO", "temps": "plein",
                "heures_hebdo": 43, "permis": ["C", "CE"], "experience": "S", "employeur": "Transports Bel",
                "date_publication": "2026-11-01T08:00:00Z",
            ],
            [
                "id": "FT1", "source": "france-travail", "titre": "Aide à domicile", "rome": "K1304",
                "commune_insee": "03310", "commune": "Vichy", "contrat": "CDI", "temps": "partiel", "heures_hebdo": 24,
                "employeur": "Les Mains", "date_publication": "2026-11-20T08:00:00Z",
            ],
        ]
    }

    private static func line(_ offer: [String: Any]) -> String {
        let whole = ["source": "essai", "description": "Un travail utile.", "date_limite": "2027-01-15"]
            .merging(offer) { $1 }
        let data = (try? JSONSerialization.data(withJSONObject: whole, options: [.sortedKeys])) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    private static let site = Result {
        try TestSite(lines.map { line($0) }, settings: { $0.anonymousRequestsPerMinute = 1_000_000 })
    }

    /// For each parameter a query that finds some offers and not all.
    private static let queries: [String: String] = [
        "q": "q=serveur", "commune": "commune=03310", "rayon": "commune=Vichy&rayon=0",
        "limitrophes": "limitrophes=non",
        "salaire_inconnu": "salaire_min=20&salaire_periode=horaire&salaire_inconnu=oui",
        "contrat": "contrat=CDI&contrat=SAI", "temps": "temps=partiel", "experience": "experience=D",
        "permis": "permis=C", "horaires": "horaires=nuit", "salaire": "salaire=1800", "depuis": "depuis=7",
        "bassin": "bassin=vichy", "formation": "formation=3", "domaine": "domaine=G", "heures": "heures=35",
        "teletravail": "teletravail=oui", "accessible": "accessible=oui", "insertion": "insertion=clause",
        "metier": "metier=D1102", "employeur": "employeur=Chez+Paul", "source": "source=autre",
        "departement": "departement=63", "sans_permis": "sans_permis=oui", "heures_min": "heures_min=36",
        "heures_max": "heures_max=25", "salaire_min": "salaire_min=2200",
        "salaire_periode": "salaire_min=13&salaire_periode=horaire", "duree_min": "duree_min=6",
        "duree_max": "duree_max=6", "maj_depuis": "maj_depuis=2026-11-24T11:00:00Z&q=serveur",
        "publiee_apres": "publiee_apres=2026-11-18", "publiee_avant": "publiee_avant=2026-11-10",
        "siret": "siret=73282932000074", "naf": "naf=56.10A,69", "appellation": "appellation=11573",
        "sauf_source": "sauf_source=autre,france-travail",
        "tri": "contrat=CDI&tri=date", "page": "contrat=CDI&page=1", "par_page": "contrat=CDI&par_page=50",
        "motsCles": "motsCles=serveur", "codeROME": "codeROME=D1102,F1703", "distance": "commune=Vichy&distance=0",
        "typeContrat": "typeContrat=CDI,SAI", "natureContrat": "natureContrat=E2,FS", "tempsPlein": "tempsPlein=false",
        "dureeHebdo": "dureeHebdo=2", "dureeHebdoMin": "dureeHebdoMin=3600", "dureeHebdoMax": "dureeHebdoMax=2430",
        "dureeContratMin": "dureeContratMin=6", "dureeContratMax": "dureeContratMax=6.5",
        "experienceExigence": "experienceExigence=E", "grandDomaine": "grandDomaine=N",
        "salaireMin": "salaireMin=2200", "periodeSalaire": "salaireMin=28000&periodeSalaire=A",
        "accesTravailleurHandicape": "accesTravailleurHandicape=true", "codeNAF": "codeNAF=10.71C",
        "secteurActivite": "secteurActivite=56", "niveauFormation": "niveauFormation=NV5",
        "region": "region=84&sauf_source=autre",
        "minCreationDate": "minCreationDate=2026-11-18T00:00:00Z",
        "maxCreationDate": "maxCreationDate=2026-11-09T00:00:00Z",
        "origineOffre": "origineOffre=2", "publieeDepuis": "publieeDepuis=7",
        "inclureLimitrophes": "inclureLimitrophes=false", "sort": "contrat=CDI&sort=1",
    ]

    private static let forms = [
        "/offres", "/offres.json", "/offres.atom", "/offres.rss", "/offres.csv", "/offres.ics",
        "/partenaires/indeed.xml", "/widget",
    ]

    private static func codes(_ text: String) -> Set<String> {
        // Long lines of a calendar are folded.
        Set(text.replacing("\r\n ", with: "").matches(of: /\/offres\/([0-9A-HJKMNP-TV-Z]{6})/).map { String($0.1) })
    }

    private static func found(_ query: String) throws -> (all: Set<String>, passedOn: Set<String>) {
        let response = try site.get().get("/api/v1/offres?\(query)")
        #expect(response.status == .ok, "\(query): \(response.text)")
        let offers = try #require(try response.json["elements"] as? [[String: Any]])
        return (
            Set(offers.compactMap { $0["code"] as? String }),
            Set(offers.filter { $0["rediffusion"] as? Bool == true }.compactMap { $0["code"] as? String })
        )
    }

    @Test func `every parameter is tried`() {
        #expect(Set(Self.queries.keys) == Set(SearchParameters.ofEveryForm.map(\.name)))
    }

    @Test(arguments: queries.sorted { $0.key < $1.key })
    func `a parameter chooses the same offers in every form`(name: String, query: String) throws {
        let site = try Self.site.get()
        let (all, passedOn) = try Self.found(query)
        #expect(!all.isEmpty && all.count < Self.lines.count, "\(name): \(all.count) offers")
        for form in Self.forms {
            let response = site.get("\(form)?\(query)")
            #expect(response.status == .ok, "\(form)?\(query): \(response.text)")
            // Only the page shows what may not be passed on.
            #expect(Self.codes(try response.wholeText) == (form == "/offres" ? all : passedOn), "\(form)?\(query)")
        }
    }

    @Test(arguments: queries.sorted { $0.key < $1.key })
    func `a subscription takes what a search takes, but for order, pages and what time alone decides`(
        name: String, query: String
    ) throws {
        let site = try Self.site.get()
        let visit = Visit(background: site.site, at: site.now)
        guard !["tri", "sort", "page", "par_page", "depuis", "publieeDepuis"].contains(name) else {
            #expect(throws: APIRefusal.self) { try WebhookSearch(query, visit: visit) }
            return
        }
        let search = try WebhookSearch(query, visit: visit)
        #expect(Set(search.matches(on: visit).map(\.code)) == (try Self.found(query)).all, "\(query)")
        // What is kept is in our own names, and means the same when it is read again.
        #expect(try WebhookSearch(search.text, visit: visit).query == search.query)
    }

    @Test func `the page says what limits it, keeps it in its form and links, and takes it away`() throws {
        let page = try Self.site.get().get("/offres?codeNAF=56.10A&dureeHebdoMax=2500").text
        #expect(page.contains("activité 56.10A"))
        #expect(page.contains("25 h par semaine au plus"))
        #expect(page.contains("<input type=\"hidden\" name=\"naf\" value=\"56.10A\">"))
        #expect(page.contains("href=\"/offres?heures_max=25\""))
        #expect(page.contains("href=\"/offres.csv?naf=56.10A&amp;heures_max=25\""))
    }

    @Test(arguments: ["", ".json", ".csv"])
    func `what contradicts itself, and France Travail's names without a meaning here, are told`(form: String) throws {
        let site = try Self.site.get()
        for (query, words) in [
            ("heures_min=30&heures_max=20", "dépasse"), ("duree_min=6&duree_max=3", "dépasse"),
            ("publiee_apres=2026-11-20&publiee_avant=2026-11-20", "dépasse"),
            ("salaire_periode=annuel", "salaire_min"), ("theme=12", "thèmes"), ("qualification=9", "cadre"),
            ("experience=2", "experience"), ("partenaires=HELLOWORK", "source"), ("naf=5610", "naf"),
            ("salaire_min=1&salaireMin=2", "une fois"),
        ] {
            let response = site.get("/offres\(form)?\(query)")
            #expect(response.status == (form.isEmpty ? .ok : .badRequest), "\(form)?\(query)")
            #expect(response.text.contains(words), "\(form)?\(query): \(response.text.prefix(400))")
        }
    }

    @Test func `every name of France Travail's that means nothing here is refused with the reason`() throws {
        for (name, reason) in FranceTravailParameters.refused {
            let response = try Self.site.get().get("/api/v1/offres?\(name)=1")
            #expect(response.status == .badRequest)
            let problem = try #require(try response.json["parametres"] as? [[String: Any]]).first
            #expect(problem?["parametre"] as? String == name)
            #expect((problem?["message"] as? String)?.contains(reason) == true)
        }
    }
}
