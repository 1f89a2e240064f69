import Feeds
import Foundation
import Recruitment
import Testing
import XML

@Suite struct WriterTests {
    private static let publication = FeedPublication(
        title: "Emploi Allier & alentours", summary: "Offres <ouvertes>", page: "https://emploi.example/offres?q=a&r=b",
        address: "https://emploi.example/offres.rss?q=a&r=b", host: "emploi.example",
        updated: Instant("2026-11-24T05:00:00Z")!, offerPage: { "https://emploi.example/offres/\($0.id.code)" })

    private static func posted(_ number: Int64, _ change: (inout Offer) -> Void = { _ in }) -> PostedOffer {
        var offer = Offer(
            identity: OfferIdentity(source: .ownSite, sourceID: "n-\(number)")!,
            title: "Électricien « bâtiment » & Cie <H/F>",
            description:
                "Première ligne ; deux, trois.\nSuite.\n\nMissions :\n- Câbler\n- Tester <tout> ]]> & fin\n\nFin.",
            occupation: ROMECode("F1602"), appellationCode: "15395",
            appellation: "Électricien / Électricienne du bâtiment",
            workplace: Workplace(
                precision: .commune, label: "Moulins", commune: INSEECode("03190"), postcode: Postcode("03000"),
                departement: "03", coordinate: Coordinate(latitude: 46.55913, longitude: 3.32548)),
            contract: .fixedTerm, durationInMonths: 6, workingTime: .fullTime, weeklyHours: 35.5,
            salary: Salary(minimum: 1_210, maximum: 1_260, period: .hour),
            salaryText: "12,10 à 12,60 € de l’heure, primes en sus",
            employer: "Firme \"Dupont\", SARL", siret: SIRET("35600000049837"), activity: NAFCode("43.21A"),
            experience: .required, licences: [.b], positions: 2, publishedAt: Instant("2026-11-20T09:15:00Z")!,
            deadline: CalendarDay("2026-12-31"))
        change(&offer)
        return PostedOffer(
            id: OfferID(number: number)!, offer: offer, status: .published, receivedAt: offer.publishedAt,
            changedAt: Instant("2026-11-22T10:00:00Z")!)
    }

    private static let offers = [
        posted(1),
        posted(2) { offer in
            offer.title = "=HYPERLINK(\"http://mal.example\")\u{0}\u{B}\u{FFFE}"
            offer.description = "- \u{1}]]>]]>\r\n\"\n\n\n😀 é\t|;,"
            offer.employer = nil
            offer.salary = nil
            offer.contract = .apprenticeship
            offer.workplace = Workplace(precision: .country, label: "France")
            offer.telework = true
        },
        posted(3) { $0.identity = OfferIdentity(source: .franceTravail, sourceID: "900FIC1")! },
    ]

    private static let writers: [(name: String, writer: any OfferWriter)] = [
        ("offres.rss", RSSWriter(publication)), ("offres.atom", AtomWriter(publication)),
        ("indeed.xml", IndeedWriter(publication, tag: "indeed")), ("offres.csv", CSVWriter(publication)),
        ("dates.ics", CalendarWriter(publication)),
    ]

    @Test(arguments: ["offres.rss", "offres.atom", "indeed.xml", "offres.csv", "dates.ics"])
    func `every format leaves out what may not be passed on, and streams what it writes whole`(name: String) throws {
        let writer = try #require(Self.writers.first { $0.name == name }?.writer)
        let document = writer.document(Self.offers)
        #expect(document == writer.head() + Self.offers[..<2].flatMap { writer.entry($0) } + writer.foot())
        #expect(!String(decoding: document, as: UTF8.self).contains(Self.offers[2].id.code))
        #expect(String(validating: document, as: UTF8.self) != nil)
    }

    @Test(arguments: [("offres.rss", FeedKind.rss), ("offres.atom", .atom), ("indeed.xml", .indeed)])
    func `XML feeds are well formed and read back as they were`(name: String, kind: FeedKind) throws {
        let writer = try #require(Self.writers.first { $0.name == name }?.writer)
        let document = writer.document(Self.offers)
        try XMLReader.read(document) { _ in true }
        let mapping = try FeedMapping(parsing: kind.mapping.text.replacing("jobtype", with: "\"CDD\""))
        let reading = try FeedReader.read(document, as: .xml, mapping: mapping, context: TestPlaces.context)
        #expect(reading.ending == .complete)
        let offer = try #require(reading.offers.first)
        let given = Self.offers[0].offer
        #expect(offer.title.hasPrefix(given.title))
        #expect(
            offer.description.hasSuffix(
                "Première ligne ; deux, trois.\nSuite.\n\nMissions :\n\n- Câbler\n- Tester <tout> ]]> & fin\n\nFin."))
        #expect(offer.publishedAt == given.publishedAt && offer.contract == .fixedTerm)
        #expect(offer.workplace.commune == given.workplace.commune)
        if kind == .indeed {
            #expect(offer.employer == given.employer && offer.salary == given.salary)
            #expect(offer.application.url == "https://emploi.example/offres/\(Self.offers[0].id.code)?source=indeed")
        }
    }

    @Test func `CSV reads back as it was, and no cell is a formula`() throws {
        let document = CSVWriter(Self.publication).document(Self.offers)
        let text = String(decoding: document, as: UTF8.self)
        #expect(text.hasPrefix("code,source,reference,titre,"))
        #expect(!text.contains(",=") && !text.contains("\"="))
        let mapping =
            FeedKind.csv.mapping.text.replacing("ville = ville", with: "ville = lieu").replacing(
                "identifiant = identifiant", with: "identifiant = code")
            + "salaire_min = salaire_min\nsalaire_max = salaire_max\nsalaire_periode = salaire_periode\nheures = heures_hebdo\n"
        let reading = try FeedReader.read(
            document, as: .csv, mapping: try FeedMapping(parsing: mapping), context: TestPlaces.context)
        let offer = try #require(reading.offers.first)
        let given = Self.offers[0].offer
        #expect(
            offer.title == given.title && offer.description == given.description && offer.employer == given.employer)
        #expect(offer.salary == given.salary && offer.weeklyHours == 35.5 && offer.deadline == given.deadline)
        #expect(reading.ending == .complete)
    }

    @Test func `calendar lines are short, whole and escaped`() {
        let lines = String(decoding: CalendarWriter(Self.publication).document(Self.offers), as: UTF8.self)
            .components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.unicodeScalars.contains("\n") })
        #expect(lines.contains("DTSTART;VALUE=DATE:20261231") && lines.contains("DTEND;VALUE=DATE:20270101"))
        #expect(lines.contains("DTSTAMP:20261122T100000Z"))
    }

    private static let deposit = FranceTravailDeposit(partnerKey: "EMPLOI_ALLIER", partnerName: "Emploi Allier") {
        "https://emploi.example/offres/\($0.id.code)"
    }

    /// One row of a deposit by column name.
    private func cells(_ rows: [UInt8], _ number: Int = 1) -> [String: String] {
        let lines = String(decoding: rows, as: UTF8.self).components(separatedBy: "\r\n")
        var values: [String] = [""]
        var isQuoted = false
        for character in lines[number] {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == "|", !isQuoted {
                values.append("")
            } else {
                values[values.count - 1].append(character)
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(FranceTravailDeposit.columns, values))
    }

    @Test func `the deposit has its columns once, and a row as long as the head`() throws {
        #expect(Set(FranceTravailDeposit.columns).count == FranceTravailDeposit.columns.count)
        let row = cells(Self.deposit.head() + (try Self.deposit.row(Self.offers[0], .creation)))
        #expect(row.count == FranceTravailDeposit.columns.count)
        #expect(row["Par_ref_offre"] == Self.offers[0].id.code && row["Type_mouvement"] == "C")
        #expect(row["NTC_cle"] == "E1" && row["TCO_cle"] == "CDD" && row["Off_contrat_duree_MO"] == "6")
        #expect(row["TSA_cle"] == "H" && row["Off_salaire_min"] == "12.10" && row["Off_salaire_max"] == "12.60")
        #expect(row["Off_travail_hebdo_nb_hh"] == "35" && row["Off_travail_hebdo_nb_mi"] == "0")
        #expect(row["Off_date_creation"] == "20/11/2026" && row["OST_poste_restant_nb"] == "2")
        #expect(row["COM_cle"] == "03190" && row["Code_OGR"] == "15395" && row["PCO_libelle_1"] == "B")
        #expect((row["Off_salaire_cpt_commentaire"] ?? "").unicodeScalars.count <= 36)
        #expect(row["Description"]?.contains("\n") == false)
    }

    @Test func `what is too long is cut, what cannot be deposited says why`() throws {
        let long = Self.posted(4) { offer in
            offer.description = String(repeating: "mot|mot ", count: 1_000)
            offer.positions = 5_000
            offer.contract = .apprenticeship
        }
        let row = cells(Self.deposit.head() + (try Self.deposit.row(long, .modification)))
        #expect((row["Description"] ?? "").unicodeScalars.count <= 4_000 && row["Description"]?.hasSuffix("…") == true)
        #expect(row["NTC_cle"] == "E2" && row["TCO_cle"] == "CDD" && row["OST_poste_restant_nb"] == "999")
        let refused: [(FranceTravailDeposit.Refusal, (inout Offer) -> Void)] = [
            (.fromFranceTravail, { $0.identity = OfferIdentity(source: .franceTravail, sourceID: "1")! }),
            (.noOccupation, { $0.occupation = nil }), (.noAppellation, { $0.appellationCode = nil }),
            (.noCommune, { $0.workplace = Workplace(precision: .departement, label: "Allier", departement: "03") }),
            (.noEmployer, { $0.employer = nil }), (.noDescription, { $0.description = "" }),
        ]
        for (refusal, change) in refused {
            #expect(throws: refusal) { try Self.deposit.row(Self.posted(5, change), .creation) }
            #expect(!refusal.message.isEmpty)
        }
    }

    @Test func `what France Travail has decides what it is told`() throws {
        typealias Deposit = FranceTravailDeposit
        var known = DepositedOffer()
        #expect(Deposit.movement(to: 1, from: known) == .creation)
        #expect(Deposit.movement(to: nil, from: known) == nil)
        known.follow(.creation, fingerprint: 1, isRefused: false)
        #expect(Deposit.movement(to: 1, from: known) == nil)
        #expect(Deposit.movement(to: 2, from: known) == .modification)
        #expect(Deposit.movement(to: nil, from: known) == .suppression)
        // A refused change is told again once there is another, and what was accepted before can still be taken back.
        known.follow(.modification, fingerprint: 2, isRefused: true)
        #expect(Deposit.movement(to: 2, from: known) == nil)
        #expect(Deposit.movement(to: 1, from: known) == nil)
        #expect(Deposit.movement(to: 3, from: known) == .modification)
        #expect(Deposit.movement(to: nil, from: known) == .suppression)
        known.follow(.suppression, fingerprint: nil, isRefused: false)
        #expect(known == DepositedOffer())
        // Of a refused creation there is nothing to take back or to modify.
        known.follow(.creation, fingerprint: 1, isRefused: true)
        #expect(Deposit.movement(to: 1, from: known) == nil)
        #expect(Deposit.movement(to: nil, from: known) == nil)
        #expect(Deposit.movement(to: 2, from: known) == .creation)
    }

    @Test func `an offer without the code of its title has that of the occupation's like or principal title`() throws {
        let occupation = try #require(Self.posted(1).offer.occupation)
        let deposit = FranceTravailDeposit(
            partnerKey: "A", partnerName: "A",
            appellations: DepositAppellations(
                [Appellation(code: "7", label: "Autre Titre", occupation: occupation)], principal: [occupation: "8"])
        ) { _ in "https://emploi.example" }
        let head = deposit.head()
        let told = { (change: (inout Offer) -> Void) in
            try cells(head + deposit.row(Self.posted(1, change), .creation))["Code_OGR"]
        }
        #expect(try told { $0.appellationCode = "9" } == "9")
        #expect(
            try told {
                $0.appellationCode = nil; $0.title = "autre titre"; $0.appellation = nil
            } == "7")
        #expect(
            try told {
                $0.appellationCode = nil; $0.title = "Rien de tel"; $0.appellation = nil
            } == "8")
    }

    @Test func `an offer changes its fingerprint where a deposited value does`() throws {
        let fingerprint = try Self.deposit.fingerprint(Self.posted(2))
        #expect(try Self.deposit.fingerprint(Self.posted(2)) == fingerprint)
        #expect(try Self.deposit.fingerprint(Self.posted(2) { $0.description = "Autre texte" }) != fingerprint)
        // What is not told, as the telephone, changes nothing.
        #expect(try Self.deposit.fingerprint(Self.posted(2) { $0.application.phone = "04 70 00 00 00" }) == fingerprint)
    }

    /// Writes the documents for other programs to read: Tests/Feeds/validate.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["FEEDS_DIRECTORY"] != nil))
    func `documents are written for other programs to judge`() throws {
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["FEEDS_DIRECTORY"]))
        for (name, writer) in Self.writers {
            try Data(writer.document(Self.offers)).write(to: folder.appending(path: name))
        }
        var rows = Self.deposit.head()
        for offer in Self.offers { rows += try Self.deposit.row(offer, .creation) }
        rows += Self.deposit.suppression(reference: "OLD")
        try Data(rows).write(to: folder.appending(path: "depot.csv"))
    }
}
