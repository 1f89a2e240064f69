import Feeds
import Foundation
import Recruitment
import Testing

@Suite struct FeedReaderTests {
    private func read(
        _ text: String, as kind: FeedKind, limits: FeedLimits = FeedLimits()
    ) throws(FeedError) -> FeedReading {
        try FeedReader.read(Array(text.utf8), as: kind, context: TestPlaces.context, limits: limits)
    }

    private static let job =
        "<job><title>T</title><description>D</description><referencenumber>1</referencenumber><city>Vichy</city><jobtype>CDI</jobtype></job>"

    @Test(arguments: FeedKind.allCases)
    func `a known mapping reads back as its text`(kind: FeedKind) throws {
        #expect(try FeedMapping(parsing: kind.mapping.text) == kind.mapping)
    }

    @Test(arguments: FeedKind.allCases)
    func `an empty file and noise are errors or nothing, never offers`(kind: FeedKind) {
        for text in ["", " ", "\u{0}", "<", "{", "[]", "<html></html>", "{\"items\":1}", "a;b\nc", "\"", "null", "🙂"] {
            do throws(FeedError) {
                #expect(try read(text, as: kind).offers.isEmpty)
            } catch { #expect(!error.message.isEmpty) }
        }
    }

    @Test func `every cut of a feed keeps whole offers only`() throws {
        let second = Self.job.replacing(">1<", with: ">2<")
        let document = Array("<?xml version='1.0'?><source>\(Self.job)\(second)</source>".utf8)
        for length in 0..<document.count {
            guard
                let reading = try? FeedReader.read(Array(document[..<length]), as: .indeed, context: TestPlaces.context)
            else { continue }
            #expect(reading.ending != .complete && reading.offers.count <= 2 && reading.rejections.isEmpty)
        }
        #expect(try FeedReader.read(document, as: .indeed, context: TestPlaces.context).offers.count == 2)
    }

    @Test func `every cut of a JSON feed keeps whole items only`() throws {
        let item =
            "{\"id\":\"1\",\"title\":\"T, [x]\",\"content_text\":\"D\",\"_emploi\":{\"contrat\":\"CDI\",\"commune\":\"Vichy\"}}"
        let document = Array("{\"version\":\"1\",\"items\":[\(item),\(item.replacing("\"1\"", with: "\"2\""))]}".utf8)
        for length in 0..<document.count {
            guard
                let reading = try? FeedReader.read(
                    Array(document[..<length]), as: .jsonFeed, context: TestPlaces.context)
            else { continue }
            #expect(reading.ending != .complete && reading.offers.count <= 2)
        }
        #expect(try FeedReader.read(document, as: .jsonFeed, context: TestPlaces.context).offers.count == 2)
    }

    @Test func `limits hold`() throws {
        let many = "<source>" + (1...9).map { Self.job.replacing(">1<", with: ">\($0)<") }.joined() + "</source>"
        let reading = try read(many, as: .indeed, limits: FeedLimits(records: 4))
        #expect(reading.offers.count == 4 && reading.ending == .tooManyRecords)
        #expect(throws: FeedError.tooLarge) { try read(many, as: .indeed, limits: FeedLimits(octets: 100)) }
        let huge =
            "<source>" + Self.job.replacing(">D<", with: ">\(String(repeating: "x", count: 5_000))<")
            + Self.job
            .replacing(">1<", with: ">2<") + "</source>"
        let bounded = try read(huge, as: .indeed, limits: FeedLimits(recordOctets: 4_000))
        #expect(bounded.rejections.map(\.reason) == [.tooLarge] && bounded.offers.map(\.identity.sourceID) == ["2"])
        let deep = "<source><job>" + String(repeating: "<x>", count: 500)
        #expect(throws: FeedError.tooDeep) { try read(deep, as: .indeed) }
        #expect(throws: FeedError.tooDeep) { try read(String(repeating: "[", count: 5_000), as: .jsonFeed) }
    }

    @Test func `an address that is no web address is left out with a remark`() throws {
        let job = Self.job.replacing("</job>", with: "<url>javascript:alert(1)</url></job>")
        let kept = try #require(try read("<source>\(job)</source>", as: .indeed).kept.first)
        #expect(kept.offer.application.url == nil)
        #expect(kept.remarks.contains(.leftOut(.url, value: "javascript:alert(1)")))
        #expect(kept.remarks.allSatisfy { !$0.message.isEmpty })
    }

    @Test(arguments: [
        ("<title>T</title>", "", FeedRejection.Reason.noTitle),
        ("<title>T</title>", "<title>\(String(repeating: "t", count: 201))</title>", .titleTooLong),
        ("<description>D</description>", "<description> <p> </p> </description>", .noDescription),
        ("D<", String(repeating: "mot ", count: 6_000) + "<", .descriptionTooLong),
        ("<city>Vichy</city>", "", .noPlace(nil)),
        ("Vichy", "Nulle-Part-sur-Rien", .noPlace("Nulle-Part-sur-Rien")),
        ("</job>", "<country>Belgique</country></job>", .abroad("Belgique")),
        ("CDI", "internship", .internship),
        ("CDI", "mystère", .noContract("mystère")),
    ])
    func `a record that is no offer says why in French`(old: String, new: String, reason: FeedRejection.Reason) throws {
        let reading = try read("<source>\(Self.job.replacing(old, with: new))</source>", as: .indeed)
        let rejection = try #require(reading.rejections.first)
        #expect(rejection.reason == reason && rejection.position == 1 && !rejection.message.isEmpty)
        #expect(reading.offers.isEmpty)
    }

    @Test func `attributes, several places and a wrong period are read as Meteojob writes them`() throws {
        let document = """
            <source><job id="M-1" reference="R"><title>Cariste</title><description>Texte</description>
            <publicationDate>2026-11-20T10:00:00</publicationDate>
            <workplace><locations><location label="Moulins (03)" lat="46.56" lng="3.33"/><location label="Paris"/></locations></workplace>
            <contract><types><type code="INTERIM"/></types><length value="2" unit="MONTH"/></contract>
            <workSchedule><types><type code="FULL_TIME"/></types></workSchedule>
            <benefits><salary lowEnd="11.88" highEnd="12.50" currency="EUR" period="YEAR"/></benefits></job></source>
            """
        let kept = try #require(try read(document, as: .meteojob).kept.first)
        #expect(kept.offer.identity.sourceID == "M-1" && kept.offer.workplace.label == "Moulins")
        #expect(kept.offer.contract == .temporary && kept.offer.durationInMonths == 2)
        #expect(kept.offer.workingTime == .fullTime)
        #expect(kept.offer.salary == Salary(minimum: 1_188, maximum: 1_250, period: .hour))
        #expect(kept.remarks == [.periodInferred])
    }

    @Test func `tags with hyphens and a postcode before the town are read as La Poste writes them`() throws {
        let document = """
            <offres><offre><intitule-du-poste>Facteur</intitule-du-poste><reference>LP-1</reference>
            <description>Tournée</description><date-de-mise-a-jour>20-11-2026</date-de-mise-a-jour>
            <type-de-contrat>CDI</type-de-contrat><localite>03200 VICHY</localite>
            <remuneration-brute-annuelle>22 000 €</remuneration-brute-annuelle><teletravail>Non</teletravail></offre></offres>
            """
        let offer = try #require(try read(document, as: .laPoste).offers.first)
        #expect(offer.employer == "La Poste" && offer.workplace.label == "Vichy" && !offer.telework)
        #expect(offer.salary == Salary(minimum: 2_200_000, maximum: nil, period: .year))
    }

    @Test func `Apec's and TalentView's and Jooble's fields are read`() throws {
        let apec = """
            <Export_offres><Offre_emploi><Reference_apec>A1</Reference_apec><Date_parution>20/11/2026</Date_parution>
            <Intitule>Chef de projet</Intitule><Nombre_postes>2</Nombre_postes><Contrat><Type_contrat>CDI</Type_contrat></Contrat>
            <Salaire_affiche>A négocier</Salaire_affiche><Lieu><COG_lieu>03190</COG_lieu></Lieu>
            <Texte_offre>&lt;p&gt;Texte&lt;/p&gt;</Texte_offre></Offre_emploi></Export_offres>
            """
        let manager = try #require(try read(apec, as: .apec).offers.first)
        #expect(manager.positions == 2 && manager.salary == nil && manager.salaryText == "A négocier")
        let talentView = """
            <source><jobs><job><id>7</id><name>Comptable</name><address><city>Moulins</city></address><company><name>F</name></company>
            <job_type>Fixed term</job_type><description>x</description><html_description>&lt;b&gt;Texte&lt;/b&gt;</html_description>
            <date>2026-11-20 10:00:00 UTC</date></job></jobs></source>
            """
        let accountant = try #require(try read(talentView, as: .talentView).offers.first)
        #expect(accountant.description == "Texte" && accountant.publishedAt == Instant("2026-11-20T10:00:00Z"))
        let jooble = """
            <jobs><job><guid>J1</guid><title>Aide</title><url>https://j.example/1</url><region><city>Vichy, Allier</city></region>
            <date_updated>2026-11-20 10:00:00</date_updated><jobtype>CDD</jobtype><salary><min>1 900</min><max>2 100</max>
            <rate>month</rate></salary><description><![CDATA[<p>Texte</p>]]></description></job></jobs>
            """
        let helper = try #require(try read(jooble, as: .jooble).offers.first)
        #expect(helper.workplace.label == "Vichy")
        #expect(helper.salary == Salary(minimum: 190_000, maximum: 210_000, period: .month))
    }

    @Test func `Atom with XHTML content is read`() throws {
        let document = """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title type="html">Agent &amp;amp; chef</title>
            <link href="https://a.example/1"/><updated>2026-11-20T10:00:00Z</updated><category term="CDI"/>
            <georss:point xmlns:georss="x">46.13 3.42</georss:point>
            <content type="xhtml"><div><p>Un <b>mot</b> &lt;dit&gt;.</p><ul><li>A</li><li>B</li></ul></div></content></entry></feed>
            """
        let offer = try #require(try read(document, as: .atom).offers.first)
        #expect(offer.title == "Agent & chef" && offer.workplace.label == "Vichy" && offer.contract == .permanent)
        #expect(offer.description == "Un mot <dit>.\n\n- A\n- B")
        #expect(offer.application.url == "https://a.example/1")
    }

    @Test(arguments: [
        ("titre = title", MappingError.Problem.missingField("description")),
        ("titre title", .noEqualsSign), ("couleur = x", .unknownField("couleur")),
        ("titre = a\ntitre = b", .repeatedField("titre")), ("titre = a//b", .notARule("a//b")),
        ("titre = ", .notARule("")), ("titre = \"x", .notARule("\"x")), ("titre = a | ", .notARule("a |")),
    ])
    func `a mapping an agent got wrong says where`(text: String, problem: MappingError.Problem) {
        let error = #expect(throws: MappingError.self) { try FeedMapping(parsing: text) }
        #expect(error?.problem == problem)
        #expect(error?.message.isEmpty == false)
    }
}
