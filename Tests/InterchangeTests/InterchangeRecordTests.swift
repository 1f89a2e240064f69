import Interchange
import Recruitment
import Testing

struct InterchangeRecordTests {
    /// A whole record, with `fields` in place of or beside the usual ones.
    private func record(_ fields: [String: String] = [:]) -> String {
        var all = [
            "id": #""A1""#, "titre": #""Soudeur""#, "description": #""Vous soudez.""#, "contrat": #""CDI""#,
            "commune_insee": #""03190""#, "date_publication": #""2026-11-20T08:00:00Z""#,
        ]
        all.merge(fields) { $1 }
        return "{" + all.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    @Test func `the least a record must hold is enough`() throws {
        let offer = try Fixture.parse(record())
        #expect(offer.identity == OfferIdentity(source: Fixture.source, sourceID: "A1"))
        #expect(offer.title == "Soudeur")
        #expect(offer.contract == .permanent)
        #expect(offer.workplace.label == "Moulins")
        #expect(offer.workplace.postcode?.description == "03000")
        #expect(offer.workplace.coordinate == Coordinate(latitude: 46.55913, longitude: 3.32548))
        #expect(offer.updatedAt == offer.publishedAt)
        #expect(offer.deadline.description == "2027-01-19")
        #expect(offer.positions == 1)
    }

    @Test func `every field is read`() throws {
        let offer = try Fixture.parse(
            record([
                "rome": #""H2913""#, "rome_parent": #""H2913""#, "appellation": #""Soudeur / Soudeuse""#,
                "appellation_ogr": #""19610""#, "contrat": #""CDD""#, "contrat_note": #""renouvelable""#,
                "duree_mois": "0.5", "temps": #""partiel""#, "heures_hebdo": "24.5",
                "horaires": #"["nuit","week-end"]"#, "salaire_min": "12.33", "salaire_max": "14",
                "salaire_periode": #""horaire""#, "salaire_texte": #""selon profil""#, "employeur": #""Forge""#,
                "siret": #""73282932000074""#, "naf": #""2511Z""#, "experience": #""S""#,
                "experience_note": #""1 an""#, "permis": #"["B","CE"]"#, "niveau_formation": "3", "postes": "4",
                "teletravail": "true", "accessible_th": "true", "insertion": #"["cied"]"#,
                "date_maj": #""2026-11-21T09:30:00+01:00""#, "date_limite": #""2026-12-31""#,
                "url": #""https://forge.example/1""#, "doublon_de": #""B2""#,
                "candidature":
                    #"{"courriel":"rh@forge.example","telephone":"04 70 00 00 00","consignes":"À l’accueil"}"#,
            ]))
        #expect(offer.occupation?.description == "H2913")
        #expect(offer.appellationCode == "19610")
        #expect(offer.contractNote == "renouvelable")
        #expect(offer.durationInMonths == 0.5)
        #expect(offer.workingTime == .partTime)
        #expect(offer.weeklyHours == 24.5)
        #expect(offer.schedules == [.night, .weekend])
        #expect(offer.salary == Salary(minimum: 1_233, maximum: 1_400, period: .hour))
        #expect(offer.salaryText == "selon profil")
        #expect(offer.siret?.description == "73282932000074")
        #expect(offer.activity?.description == "25.11Z")
        #expect(offer.experience == .wished)
        #expect(offer.experienceNote == "1 an")
        #expect(offer.licences == [.b, .ce])
        #expect(offer.trainingLevel == .level3)
        #expect(offer.positions == 4)
        #expect(offer.telework && offer.accessibleToDisabledWorkers)
        #expect(offer.insertion == [.cied])
        #expect(offer.updatedAt.description == "2026-11-21T08:30:00Z")
        #expect(offer.deadline.description == "2026-12-31")
        #expect(
            offer.application
                == ApplicationMeans(
                    url: "https://forge.example/1", email: "rh@forge.example", phone: "04 70 00 00 00",
                    instructions: "À l’accueil"))
        #expect(offer.duplicateOf == "B2")
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let field: String
        let json: String
        let value: String
        var rejectedField: String?
        var testDescription: String { "\(field): \(json)" }
    }

    @Test(arguments: [
        Wrong(field: "titre", json: #""  ""#, value: "  "), Wrong(field: "titre", json: "12", value: "12"),
        Wrong(field: "contrat", json: #""CDX""#, value: "CDX"), Wrong(field: "contrat", json: "null", value: ""),
        Wrong(field: "date_publication", json: #""20/11/2026""#, value: "20/11/2026"),
        Wrong(field: "date_limite", json: #""2026-02-30""#, value: "2026-02-30"),
        Wrong(field: "date_limite", json: #""2026-11-19""#, value: "2026-11-19"),
        Wrong(field: "commune_insee", json: #""3190""#, value: "3190"),
        Wrong(field: "commune_insee", json: #""03999""#, value: "03999"),
        Wrong(field: "rome", json: #""1234""#, value: "1234"), Wrong(field: "postes", json: "0", value: "0"),
        Wrong(field: "postes", json: "1.5", value: "1.5"), Wrong(field: "postes", json: #""deux""#, value: "deux"),
        Wrong(field: "teletravail", json: #""oui""#, value: "oui"),
        Wrong(field: "heures_hebdo", json: "-1", value: "-1"), Wrong(field: "heures_hebdo", json: "350", value: "350"),
        Wrong(field: "salaire_min", json: "1900", value: "", rejectedField: "salaire_periode"),
        Wrong(field: "siret", json: #""12345678901234""#, value: "12345678901234"),
        Wrong(field: "url", json: #""javascript:alert(1)""#, value: "javascript:alert(1)"),
        Wrong(field: "horaires", json: #"["minuit"]"#, value: "minuit"),
        Wrong(field: "permis", json: #""B""#, value: "B"),
        Wrong(field: "candidature", json: "[]", value: "(objet ou liste)"),
        Wrong(field: "id", json: #""a\u0000b""#, value: "a\0b"),
    ])
    func `a wrong field is rejected with its name, its value and a reason`(_ wrong: Wrong) throws {
        let rejection = #expect(throws: Rejection.self) { try Fixture.parse(record([wrong.field: wrong.json])) }
        #expect(rejection?.field == wrong.rejectedField ?? wrong.field)
        #expect(rejection?.value == wrong.value)
        #expect(rejection?.reason.isEmpty == false)
        #expect(rejection?.sourceID == (wrong.field == "id" ? "a\0b" : "A1"))
    }

    @Test(arguments: ["1900", "-1", "0", "1e9"])
    func `a highest pay that is none, or under the lowest, is rejected`(_ maximum: String) throws {
        let pay = ["salaire_min": "2000", "salaire_max": maximum, "salaire_periode": #""mensuel""#]
        #expect(#expect(throws: Rejection.self) { try Fixture.parse(record(pay)) }?.field == "salaire_max")
    }

    @Test func `a nested field is named with its path`() throws {
        let rejection = #expect(throws: Rejection.self) {
            try Fixture.parse(record(["candidature": #"{"courriel":"pas d'adresse"}"#]))
        }
        #expect(rejection?.field == "candidature.courriel")
    }

    @Test(arguments: ["", "{", "[]", "null", "12", #"{"id":"A1" "titre":1}"#, "{\"id\":\"A1\"} x", "\u{1}"])
    func `what is no JSON object is rejected as a whole`(_ text: String) throws {
        let rejection = #expect(throws: Rejection.self) { try Fixture.parse(text) }
        #expect(rejection?.field == "")
        #expect(rejection?.sourceID == nil)
    }

    @Test func `a postcode taken for a code is told from the commune's name`() throws {
        let rejection = #expect(throws: Rejection.self) {
            try Fixture.parse(record(["commune_insee": #""03200""#, "commune": #""VICHY""#]))
        }
        #expect(rejection?.field == "commune_insee")
        #expect(rejection?.reason.contains("Neuvy") == true)
        #expect(
            try Fixture.parse(record(["commune_insee": #""03200""#, "commune": #""Neuvy""#])).workplace.label == "Neuvy"
        )
    }

    @Test func `a merged commune's code and name lead to today's commune`() throws {
        let byCode = try Fixture.parse(record(["commune_insee": #""03123""#])).workplace
        #expect(byCode.commune == Fixture.code("03158"))
        let byName = try Fixture.parse(
            record(["commune_insee": "null", "commune": #""givarlais""#, "departement": #""03""#])
        ).workplace
        #expect(byName.commune == Fixture.code("03158"))
        #expect(byName.label == "Haut-Bocage")
    }

    @Test func `a place may be less than a commune`() throws {
        let departement = try Fixture.parse(record(["commune_insee": "null", "departement": #""03""#])).workplace
        #expect(departement == Workplace(precision: .departement, label: "Allier", departement: "03"))
        let named = try Fixture.parse(
            record(["commune_insee": "null", "commune": #""Ajaccio""#, "code_postal": #""20000""#])
        ).workplace
        #expect(named == Workplace(precision: .commune, label: "Ajaccio", postcode: Postcode("20000")))
        let region = try Fixture.parse(record(["commune_insee": "null", "region": #""auvergne rhone alpes""#]))
            .workplace
        #expect(region == Workplace(precision: .region, label: "Auvergne-Rhône-Alpes"))
        let country = try Fixture.parse(record(["commune_insee": "null", "pays": #""FRANCE""#])).workplace
        #expect(country == Workplace(precision: .country, label: "France"))
        let rejection = #expect(throws: Rejection.self) { try Fixture.parse(record(["commune_insee": "null"])) }
        #expect(rejection?.field == "commune_insee")
    }

    @Test func `each line may name its source`() throws {
        let parser = OfferParser(.jsonLines, source: nil, gazetteer: Fixture.gazetteer)
        let offer = try parser.offer(Array(record(["source": #""site-employeur""#]).utf8))
        #expect(offer.identity.source.description == "site-employeur")
        let rejection = #expect(throws: Rejection.self) { try parser.offer(Array(record().utf8)) }
        #expect(rejection?.field == "source")
    }

    @Test func `texts over their bounds are refused`() throws {
        let title = #expect(throws: Rejection.self) {
            try Fixture.parse(record(["titre": "\"" + String(repeating: "é", count: 201) + "\""]))
        }
        #expect(title?.field == "titre")
        #expect(title?.value.unicodeScalars.count == Rejection.longestValue)
        #expect(
            try Fixture.parse(record(["titre": "\"" + String(repeating: "é", count: 200) + "\""])).title.count == 200)
        let text = #expect(throws: Rejection.self) {
            try Fixture.parse(record(["description": "\"" + String(repeating: "a", count: 20_001) + "\""]))
        }
        #expect(text?.field == "description")
    }
}
