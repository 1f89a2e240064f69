import Interchange
import Recruitment
import Testing

@testable import SQLite
@testable import Storage

struct OfferStoreTests {
    let board: Board

    init() throws { board = try Board() }

    @Test func `an offer comes back as it went in`() throws {
        let fields = [
            "rome": #""H2913""#, "rome_parent": #""H2902""#, "appellation": #""Soudeur / Soudeuse""#,
            "appellation_ogr": #""19610""#, "contrat": #""CDD""#, "contrat_note": #""renouvelable""#,
            "duree_mois": "0.5", "temps": #""partiel""#, "heures_hebdo": "24", "horaires": #"["nuit","week-end"]"#,
            "salaire_min": "12.33", "salaire_max": "14", "salaire_periode": #""horaire""#,
            "salaire_texte": #""selon profil""#, "employeur": #""Forge""#, "siret": #""73282932000074""#,
            "naf": #""25.11Z""#, "experience": #""S""#, "experience_note": #""1 an""#, "permis": #"["B","CE"]"#,
            "niveau_formation": "3", "postes": "4", "teletravail": "true", "accessible_th": "true",
            "insertion": #"["cied","clause"]"#, "date_maj": #""2026-11-21T09:30:00Z""#,
            "date_limite": #""2026-12-31""#, "url": #""https://forge.example/1""#, "doublon_de": #""B2""#,
            "candidature": #"{"courriel":"rh@forge.example","telephone":"04 70 00 00 00","consignes":"À l’accueil"}"#,
        ]
        try board.load([
            Board.line("A1", fields), Board.line("A2"),
            Board.line("A3", ["commune_insee": "null", "pays": #""France""#]),
        ])
        let gazetteer = Gazetteer(
            communes: try board.store.read(worker: 0) { stores throws(StorageError) in try stores.reference.all() }
                .communes)
        let parser = OfferParser(.jsonLines, source: Board.source, gazetteer: gazetteer)
        let full = try #require(try board.offer("A1"))
        #expect(full.offer == (try parser.offer(Array(Board.line("A1", fields).utf8))))
        #expect(full.status == .published)
        #expect(full.id.number == 1)
        #expect(full.receivedAt == Board.now && full.changedAt == Board.now && full.closedAt == nil)
        #expect(try board.offer("A2")?.offer == parser.offer(Array(Board.line("A2").utf8)))
        #expect(try board.offer("A3")?.offer.workplace == Workplace(precision: .country, label: "France"))
    }

    @Test func `a summary says what the offer says`() throws {
        try board.load([
            Board.line(
                "A1",
                [
                    "contrat": #""CDD""#, "duree_mois": "0.5", "temps": #""partiel""#, "heures_hebdo": "24",
                    "salaire_min": "12.33", "salaire_max": "14", "salaire_periode": #""horaire""#,
                    "employeur": #""Forge""#, "experience": #""D""#, "permis": #"["B","CE"]"#, "postes": "4",
                    "date_limite": #""2026-12-31""#,
                ]),
            Board.line("A2"), Board.line("A3", ["commune_insee": "null", "pays": #""France""#]),
        ])
        let ids = (1...4).compactMap { OfferID(number: $0) }.reversed()
        let (summaries, offers) = try board.store.read(worker: 0) { stores throws(StorageError) in
            (try stores.offers.summaries(Array(ids)).map(\.summary), try stores.offers.offers(ids))
        }
        #expect(summaries == offers.map { OfferSummary($0.offer) } && summaries.count == 3)
    }

    @Test func `lists leave out what is closed or past its deadline, whatever job has run`() throws {
        try board.load([
            Board.line("ouverte", ["rome": #""H2913""#, "date_limite": #""2026-11-24""#]),
            Board.line("passée", ["rome": #""H2913""#, "date_limite": #""2026-11-23""#]),
            Board.line("récente", ["rome": #""H2913""#, "date_publication": #""2026-11-23T08:00:00Z""#]),
            Board.line("fermée", ["rome": #""H2913""#]), Board.line("autre", ["rome": #""K2303""#]),
        ])
        try board.setStatus(.filled, of: 4)
        let read = try board.store.read(worker: 0) { stores throws(StorageError) in
            let today = Board.today
            let offers = stores.offers
            let recent = try offers.recent(10, on: today)
            var scanned: [UInt32] = []
            try offers.forEachOpen(on: today, analysisVersion: 1) { id, _ in scanned.append(id.number) }
            return (
                recent.map(\.offer.identity.sourceID), try offers.recent(1, on: today).map(\.id.number),
                try offers.sameOccupation(as: recent[0], limit: 5, on: today).map(\.id.number),
                try offers.openCount(on: today), try offers.openChanges(on: today).map(\.id.number), scanned,
                try offers.openCount(on: today.adding(days: 1)), try offers.countsBySource().map(\.count)
            )
        }
        #expect(read.0 == ["récente", "autre", "ouverte"])
        #expect(read.1 == [3])
        #expect(read.2 == [1])
        #expect(read.3 == 3)
        #expect(read.4 == [1, 3, 5])
        #expect(read.5 == [1, 5, 3])
        #expect(read.6 == 2)
        #expect(read.7 == [5])
    }

    @Test func `offers come in the order asked for, unknown numbers left out`() throws {
        try board.load((1...4).map { Board.line("A\($0)") })
        let ids = [4, 99, 1, 4].compactMap { OfferID(number: $0) }
        let numbers = try board.store.read(worker: 0) { stores throws(StorageError) in
            try stores.offers.offers(ids).map(\.id.number)
        }
        #expect(numbers == [4, 1, 4])
    }

    @Test func `an analysis is kept by version and goes when the offer changes`() throws {
        let first = OfferAnalysis(version: 1) { offer, id in Array("\(id.number) \(offer.title)".utf8) }
        try board.load([Board.line("A1"), Board.line("A2")], analysis: first)
        func analyses(_ version: Int64) throws -> [String?] {
            try board.store.read(worker: 0) { stores throws(StorageError) in
                var found: [String?] = []
                try stores.offers.forEachOpen(on: Board.today, analysisVersion: version) {
                    found.append($1.map { String(decoding: $0, as: UTF8.self) })
                }
                return found
            }
        }
        #expect(try analyses(1) == ["1 Soudeur", "2 Soudeur"])
        #expect(try analyses(2) == [nil, nil])
        // The same offers with a new analyser: unchanged, but analysed again.
        let second = OfferAnalysis(version: 2) { _, id in Array("v2 \(id.number)".utf8) }
        #expect(try board.load([Board.line("A1"), Board.line("A2")], analysis: second).counts == [0, 0, 2, 0, 0])
        #expect(try analyses(2) == ["v2 1", "v2 2"])
        try board.load([Board.line("A1", ["titre": #""Autre""#])])
        #expect(try analyses(2) == [nil, "v2 2"])
        try board.store.keep(analyses: [(try #require(OfferID(number: 1)), [65])], version: 2)
        #expect(try analyses(2) == ["A", "v2 2"])
        let one = try board.store.read(worker: 0) { stores throws(StorageError) in
            [
                try stores.offers.analysis(of: OfferID(number: 1)!, on: Board.today, analysisVersion: 2),
                try stores.offers.analysis(of: OfferID(number: 1)!, on: Board.today, analysisVersion: 1),
                try stores.offers.analysis(
                    of: OfferID(number: 1)!, on: Board.today.adding(days: 90), analysisVersion: 2),
            ]
        }
        #expect(one == [[65], nil, nil])
    }

    @Test(arguments: [
        ("recent", OfferStore.recent), ("sameOccupation", OfferStore.sameOccupation),
        ("openCount", OfferStore.openCount),
        ("openChanges", OfferStore.openChanges), ("open", OfferStore.open), ("changes", ChangeStore.after),
        ("one", OfferStore.one),
        ("changedSince", OfferStore.changedSince),
        ("publishedWithin", OfferStore.publishedWithin), ("lasting", OfferStore.lasting),
        ("offeredBy", OfferStore.offeredBy), ("ofActivity", OfferStore.ofActivity),
        ("ofAppellation", OfferStore.ofAppellation),
    ])
    func `a list reads an index in order, never a whole table`(_ name: String, _ sql: StaticString) throws {
        try board.load((1...50).map { Board.line("A\($0)") })
        let connection = try Connection(path: board.store.database.path, options: ConnectionOptions(access: .readWrite))
        for prepared in ["", "ANALYZE"] {
            try connection.run(script: prepared)
            let plan = try connection.plan(of: sql)
            for step in plan {
                #expect(!step.contains("TEMP B-TREE"), "\(name): \(plan)")
                #expect(step.hasPrefix("SEARCH") || step.contains("USING COVERING INDEX"), "\(name): \(plan)")
            }
        }
    }

    @Test func `another process's import is seen by its generation`() throws {
        let other = try Store(path: board.store.database.path, workers: 1)
        #expect(try other.refresh() == false)
        #expect(other.generation == 0)
        try board.load([Board.line("A1"), Board.line("A2")])
        #expect(other.generation == 0)
        #expect(try other.refresh() == true)
        #expect(other.generation == 2)
        #expect(try other.refresh() == false)
    }

    @Test func `the demonstration offers look fresh on any day`() throws {
        for date in ["2026-11-24T12:00:00Z", "2031-03-01T05:00:00Z"] {
            let now = try #require(Instant(date))
            let report = try OfferImport.demonstration(migrations: Board.migrations, at: now).run(
                into: board.store, at: now)
            #expect(report.accepted == 600)
            #expect(report.rejected == 0)
            let today = ParisTime.day(at: now)
            let (newest, open) = try board.store.read(worker: 0) { stores throws(StorageError) in
                (try stores.offers.recent(1, on: today)[0].offer.publishedAt, try stores.offers.openCount(on: today))
            }
            #expect(newest < now)
            #expect(ParisTime.day(at: newest).days(until: today) == 1)
            #expect(open > 550)
        }
    }
}
