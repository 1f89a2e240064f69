import Feeds
import Foundation
import Recruitment
import Testing

/// The sample feeds under Fixtures: what must come of each.
@Suite struct SampleFeedTests {
    private func octets(_ name: String) throws -> [UInt8] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil))
        return Array(try Data(contentsOf: url))
    }

    private func read(_ name: String, as kind: FeedKind, extra: String = "") throws -> FeedReading {
        let mapping = try FeedMapping(parsing: kind.mapping.text + extra)
        return try FeedReader.read(try octets(name), as: kind.format, mapping: mapping, context: TestPlaces.context)
    }

    @Test func `Indeed's XML gives offers with all they say, the older copy is set aside`() throws {
        let reading = try read("indeed.xml", as: .indeed)
        #expect(reading.ending == .complete)
        #expect(reading.kept.count == 1)
        let kept = try #require(reading.kept.first)
        let offer = kept.offer
        #expect(kept.remarks.isEmpty)
        #expect(offer.identity.sourceID == "ATS-1001")
        #expect(offer.title == "Préparateur de commandes (H/F)")
        #expect(
            offer.description
                == "Préparation de commandes au casque vocal\u{A0}: 35\u{A0}h, équipes du matin.\n\n- CACES R489 cat. 1\n- Port de charges < 20 kg"
        )
        #expect(offer.workplace.commune?.description == "03298" && offer.workplace.label == "Varennes-sur-Allier")
        #expect(offer.contract == .fixedTerm && offer.workingTime == .fullTime)
        #expect(offer.salary == Salary(minimum: 1_210, maximum: 1_260, period: .hour))
        #expect(offer.salaryText == "12,10 € - 12,60 € par heure")
        #expect(offer.employer == "Dépôt fictif de la Gare")
        #expect(offer.publishedAt == Instant("2026-11-23T08:00:00Z"))
        #expect(offer.deadline == CalendarDay("2026-12-24"))
        #expect(offer.experience == .required && offer.experienceNote == "6 mois")
        #expect(offer.application.url == "https://ats.example/offres/1001?source=Indeed&utm_medium=xml")
        #expect(offer.application.email == "rh@depot.example")

        // « parttime » is no contract; the third has none at all, and would be the older copy.
        #expect(reading.rejections.map(\.position) == [2, 3])
        #expect(reading.rejections.first?.reason == .noContract("parttime"))
        #expect(reading.rejections.first?.message == "contrat « parttime » inconnu")
    }

    @Test func `a contract the agent gives for a source fills the gap`() throws {
        let mapping = FeedKind.indeed.mapping.text.replacing("contrat = jobtype", with: "contrat = contract | \"CDI\"")
        let reading = try FeedReader.read(
            try octets("indeed.xml"), as: .xml, mapping: try FeedMapping(parsing: mapping), context: TestPlaces.context)
        #expect(reading.offers.map(\.identity.sourceID) == ["ATS-1001", "ATS-1002"])
        let baker = try #require(reading.offers.last)
        #expect(baker.title == "Boulanger & pâtissier H/F")
        #expect(baker.description == "Sans balises. CAP exigé. Début à 3 h.")
        #expect(baker.workplace.label == "Moulins" && baker.employer == nil && baker.workingTime == .partTime)
        // No zone in « 2026-11-20 06:30:00 »: Paris.
        #expect(baker.publishedAt == Instant("2026-11-20T05:30:00Z"))
        #expect(reading.rejections.map(\.reason) == [.outdatedCopy])
        #expect(reading.rejections.first?.position == 3)
    }

    @Test func `RSS gives what its items hold`() throws {
        let reading = try read("offres.rss", as: .rss)
        #expect(reading.ending == .complete)
        let kept = try #require(reading.kept.first)
        #expect(reading.kept.count == 1)
        #expect(kept.offer.identity.sourceID == "collectivite-42")
        #expect(kept.offer.title == "Agent polyvalent des services techniques (H/F) - Lapalisse")
        #expect(kept.offer.description == "Entretien de la voirie et des bâtiments.\n\nPermis B exigé.")
        #expect(kept.offer.contract == .fixedTerm)
        #expect(kept.remarks == [.contractInferred])
        #expect(kept.offer.workplace.commune?.description == "03138")
        #expect(kept.offer.publishedAt == Instant("2026-11-20T09:15:00Z"))
        #expect(kept.offer.application.url == "https://collectivite.example/emploi/42")
        // Neither contract nor place.
        let rejection = try #require(reading.rejections.first)
        #expect(rejection.title == "Secrétaire de mairie" && rejection.reason == .noContract(nil))
        #expect(rejection.identifier == "https://collectivite.example/emploi/43")
    }

    @Test func `defaults of a source complete its poorest items`() throws {
        let reading = try read("offres.rss", as: .rss, extra: "contrat = \"CDD\"\ncommune_insee = \"03190\"\n")
        #expect(reading.offers.count == 2 && reading.rejections.isEmpty)
        let clerk = try #require(reading.offers.last)
        #expect(clerk.description == "20 h par semaine, poste à pourvoir au 1er janvier.")
        #expect(clerk.publishedAt == Instant("2026-11-17T23:00:00Z"))
        #expect(clerk.workplace.label == "Moulins")
    }

    @Test func `JSON Feed gives its extension's fields, and tolerates a number as id`() throws {
        let reading = try read("feed.json", as: .jsonFeed)
        #expect(reading.ending == .complete && reading.kept.count == 1)
        let offer = try #require(reading.offers.first)
        #expect(offer.identity.sourceID == "https://employeur.example/offres/7")
        #expect(offer.title == "Technicien de maintenance industrielle H/F")
        #expect(offer.contract == .permanent && offer.occupation?.description == "I1304")
        #expect(offer.workplace.label == "Commentry" && offer.employer == "Usine fictive")
        #expect(offer.salary == Salary(minimum: 220_000, maximum: 260_000, period: .month))
        #expect(offer.updatedAt == Instant("2026-11-21T08:00:00Z"))
        #expect(reading.rejections.map(\.identifier) == ["8"])
        let lenient = try read(
            "feed.json", as: .jsonFeed, extra: "ville = \"Vichy\"\n".replacing("ville", with: "region"))
        #expect(lenient.kept.count == 1)
    }

    @Test func `JobPosting pages give complete postings and those in a graph`() throws {
        let reading = try read("jobposting.html", as: .jobPosting)
        #expect(reading.ending == .complete && reading.kept.count == 1)
        let nurse = try #require(reading.offers.first)
        #expect(nurse.identity.sourceID == "HF-2026-18")
        #expect(nurse.contract == .fixedTerm && nurse.workingTime == .fullTime && nurse.weeklyHours == 35)
        #expect(nurse.workplace.commune?.description == "03190" && nurse.occupation?.description == "J1506")
        #expect(nurse.salary == Salary(minimum: 230_000, maximum: 270_000, period: .month))
        #expect(nurse.deadline == CalendarDay("2026-12-31"))
        #expect(nurse.publishedAt == Instant("2026-11-15T23:00:00Z"))
        #expect(reading.rejections.map(\.title) == ["Téléconseiller"])
        #expect(reading.rejections.map(\.reason) == [.noContract("PART_TIME")])

        let mapping = FeedKind.jobPosting.mapping.text.replacing("contrat = employmentType", with: "contrat = \"CDI\"")
        let lenient = try FeedReader.read(
            try octets("jobposting.html"), as: .jobPosting, mapping: try FeedMapping(parsing: mapping),
            context: TestPlaces.context)
        let caller = try #require(lenient.kept.last)
        #expect(caller.offer.title == "Téléconseiller" && caller.offer.employer == "Centre fictif")
        #expect(caller.offer.workplace.precision == .country && caller.offer.telework)
        #expect(caller.offer.salary == Salary(minimum: 1_250, maximum: nil, period: .hour))
        #expect(caller.offer.workingTime == .partTime)
        #expect(caller.remarks == [.identifierDerived, .periodInferred])
    }

    @Test func `Latin-1, a postcode without its zero and a French date are read`() throws {
        let reading = try read("partenaire_latin1.xml", as: .helloWork)
        #expect(reading.ending == .complete && reading.rejections.isEmpty)
        #expect(reading.offers.map(\.identity.sourceID) == ["FIC/55021", "55022"])
        let electrician = try #require(reading.offers.first)
        #expect(electrician.title == "Électricien bâtiment H/F")
        #expect(
            electrician.description
                == "Chantiers neufs et rénovation. Départ à l'agence.\n\nCAP électricité, habilitations à jour.")
        #expect(electrician.workplace.label == "Domérat" && electrician.employer == "Intérim fictif")
        #expect(electrician.contract == .temporary && electrician.durationInMonths == 3)
        #expect(electrician.salary == Salary(minimum: 1_300, maximum: 1_500, period: .hour))
        #expect(electrician.activity?.description == "78.20Z" && !electrician.telework)
        let carer = try #require(reading.offers.last)
        #expect(carer.title == "AIDE SOIGNANT(E)" && carer.workplace.label == "Saint-Pourçain-sur-Sioule")
        #expect(carer.publishedAt == Instant("2026-11-21T23:00:00Z") && carer.salary == nil)
    }

    @Test func `CSV with a byte order mark, semicolons and lines inside fields is read`() throws {
        let reading = try read("annonces.csv", as: .csv, extra: "")
        #expect(reading.ending == .complete)
        #expect(reading.rejections.map(\.reason) == [.noContract(nil), .noContract(nil)])
        let mapping = FeedKind.csv.mapping.text.replacing("contrat = contrat |", with: "contrat = \"CDD\" |")
        let lenient = try FeedReader.read(
            try octets("annonces.csv"), as: .csv, mapping: try FeedMapping(parsing: mapping),
            context: TestPlaces.context)
        #expect(lenient.offers.map(\.title) == ["Vendeur H/F", "Femme de ménage"])
        #expect(lenient.offers.map(\.workplace.label) == ["Montluçon", "Le Donjon"])
        #expect(
            lenient.offers.first?.description == "Résumé\nVente et conseil, temps partiel.\n\n• Travail le \"samedi\"")
        #expect(lenient.kept.first?.remarks == [.publicationUnknown(value: nil)])
        #expect(lenient.offers.first?.publishedAt == TestPlaces.now)
    }

    @Test func `a file that declares entities is refused whole`() throws {
        #expect(throws: FeedError.entityDeclared) { try read("hostile_entites.xml", as: .indeed) }
    }

    @Test func `a cut file keeps its whole offers and says it was cut`() throws {
        let mapping = FeedKind.indeed.mapping.text.replacing("contrat = jobtype", with: "contrat = jobtype | \"CDD\"")
        let reading = try FeedReader.read(
            try octets("tronque.xml"), as: .xml, mapping: try FeedMapping(parsing: mapping), context: TestPlaces.context
        )
        #expect(reading.offers.map(\.title) == ["Offre complète"])
        guard case .cut = reading.ending else {
            Issue.record("\(reading.ending)")
            return
        }
    }
}
