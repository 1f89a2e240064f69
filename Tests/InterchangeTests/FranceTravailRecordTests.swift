import Interchange
import Recruitment
import Testing

struct FranceTravailRecordTests {
    private func offers() throws -> [Offer] {
        var records: [[UInt8]] = []
        var scanner = RecordScanner(.franceTravail)
        try scanner.scan(try Fixture.bytes("france-travail.json")[...]) { records.append($0.bytes ?? []) }
        #expect(try scanner.finish() == nil)
        let parser = OfferParser(.franceTravail, source: .franceTravail, gazetteer: Fixture.gazetteer)
        return try records.map { try parser.offer($0) }
    }

    @Test func `every element of an answer becomes an offer`() throws {
        #expect(try offers().map(\.identity.sourceID) == (1...12).map { "900FIC\($0)" })
    }

    @Test func `each way to give a place is understood`() throws {
        let places = try offers().map(\.workplace)
        #expect(places[0].label == "Moulins")
        #expect(places[1].label == "Montluçon")
        #expect(places[4] == Workplace(precision: .departement, label: "Allier", departement: "03"))
        #expect(places[5] == Workplace(precision: .region, label: "Auvergne-Rhône-Alpes"))
        #expect(places[6] == Workplace(precision: .country, label: "France"))
        // Latitude and longitude stand in each other's place, and the commune is only named.
        #expect(places[7].commune == Fixture.code("03321"))
        #expect(places[7].coordinate == Coordinate(latitude: 46.56617, longitude: 3.38536))
    }

    @Test func `contract, pay, hours and requirements are read from their sentences`() throws {
        let offers = try offers()
        #expect(offers[0].contract == .fixedTerm)
        #expect(offers[0].durationInMonths == 6)
        #expect(offers[0].contractNote == "Contrat à durée déterminée - 6 Mois")
        #expect(offers[0].salary == Salary(minimum: 195_000, maximum: 215_000, period: .month))
        #expect(
            offers[0].salaryText == "Mensuel de 1950.0 Euros à 2150.0 Euros sur 12.0 mois ; Mutuelle ; Restauration")
        #expect(offers[0].weeklyHours == 35)
        #expect(offers[0].workingTime == .fullTime)
        #expect(offers[0].schedules == [.day, .weekend])
        #expect(offers[0].trainingLevel == .level3)
        #expect(offers[0].application.url == "https://recrutement.example/900FIC1")
        #expect(offers[1].licences == [.ce])
        #expect(offers[1].experience == .required)
        #expect(offers[1].experienceNote == "1 An(s)")
        #expect(offers[1].contractNote == nil)
        #expect(offers[1].application.email == "recrutement@transports.example")
        #expect(offers[2].employer == nil)
        #expect(offers[2].salary == nil)
        #expect(offers[3].contract == .apprenticeship)
        #expect(offers[3].trainingLevel == TrainingLevel.none)
        #expect(offers[4].schedules == [.shifts])
        #expect(offers[8].description.isEmpty)
        #expect(offers[9].contractNote == "Contrat à durée déterminée - 9 Mois, CUI - CAE")
        #expect(offers[11].contract == .franchise)
    }

    @Test func `an offer stays open sixty days from its last confirmation`() throws {
        let offer = try offers()[0]
        #expect(offer.publishedAt.description == "2026-11-17T08:12:41Z")
        #expect(offer.updatedAt.description == "2026-11-20T06:03:10Z")
        #expect(offer.deadline.description == "2027-01-19")
    }

    @Test func `the address of the source serves where no other is given`() throws {
        #expect(try offers()[4].application.url == "https://partenaire.example/offre/77")
    }

    @Test func `an element without a place or a contract is rejected`() throws {
        let base = #""id":"1","intitule":"Soudeur","dateCreation":"2026-11-17T08:12:41.000Z""#
        let place = #","lieuTravail":{"libelle":"03 - Moulins","commune":"03190"}"#
        func field(_ json: String) -> String? {
            #expect(throws: Rejection.self) { try Fixture.parse(json, .franceTravail) }?.field
        }
        #expect(field("{" + base + #","typeContrat":"CDI"}"#) == "lieuTravail")
        #expect(field("{" + base + place + "}") == "typeContrat")
        #expect(field("{" + base + #","typeContrat":"CDI","lieuTravail":{"libelle":"  "}}"#) == "lieuTravail.libelle")
        #expect(throws: Never.self) {
            try Fixture.parse("{" + base + place + #","typeContrat":"CDI"}"#, .franceTravail)
        }
    }
}
