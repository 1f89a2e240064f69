import Interchange
import Recruitment
import Search
import TestSupport
import Testing

@testable import Storage

/// One job told by several sources: in the store and as searches find it.
@Suite struct JobTests {
    private let board: Board
    private let index: SearchIndex
    private let feed: IndexFeed

    init() throws {
        board = try Board()
        let reference = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.reference.all() }
        index = try #require(SearchIndex(reference: reference.search))
        feed = try #require(IndexFeed(store: board.store, index: index))
    }

    private static let text = """
        Notre atelier de chaudronnerie de Moulins recherche une personne pour souder des cuves en inox selon plan, préparer les \
        pièces, contrôler les cordons et tenir son poste propre. Travail en équipe de journée, habits de travail fournis, \
        débutants formés par un soudeur confirmé pendant trois mois.
        """

    private func load(_ source: SourceName, _ id: String, _ fields: [String: String] = [:]) throws {
        var all = [
            "description": "\"\(Self.text)\"", "employeur": #""Chaudronnerie du Val""#, "titre": #""Soudeur inox""#,
        ]
        all.merge(fields) { $1 }
        board.folder.write("\(source).jsonl", Board.line(id, all) + "\n")
        _ = try OfferImport(file: board.folder.file("\(source).jsonl"), source: .named(source, isComplete: false))
            .run(into: board.store, at: Board.now)
    }

    private func sort() throws {
        var mayBeMore = true
        while mayBeMore {
            mayBeMore = try board.store.writing { writing throws(StorageError) in
                try writing.sortJobs(limit: 100, at: Board.now)
            }
        }
        // What sorting itself changed is looked at again, and then nothing is left.
        _ = try board.store.writing { writing throws(StorageError) in try writing.sortJobs(limit: 1_000, at: Board.now)
        }
        _ = try feed.catchUp(on: Board.today)
    }

    private func search(_ text: String = "soudeur") -> SearchAnswer {
        index.search(SearchQuery(text: text), today: Board.today)
    }

    private func number(_ source: SourceName, _ id: String) throws -> OfferID {
        let identity = try #require(OfferIdentity(source: source, sourceID: id))
        return try #require(
            try board.store.read(worker: 0) { stores throws(StorageError) in try stores.offers.offer(identity)?.id })
    }

    private static let partner = SourceName("mission-locale")!
    private static let other = SourceName("interim")!

    @Test func `the employer's own offer stands for the job, the others are told, and the next takes its place`() throws
    {
        try load(.franceTravail, "FT1", ["postes": "3"])
        try load(Self.partner, "P1", ["titre": #""Soudeur / Soudeuse inox H/F""#])
        try load(.ownSite, "O1", ["titre": #""Soudeuse / Soudeur (inox)""#])
        try sort()
        let own = try number(.ownSite, "O1")
        let partner = try number(Self.partner, "P1")
        let lent = try number(.franceTravail, "FT1")
        var answer = search()
        #expect(answer.total == 1)
        #expect(answer.positions == 3)
        #expect(answer.hits.map(\.id) == [own])
        #expect(answer.hits.first?.duplicates == [partner, lent])
        #expect(answer.facets.first { $0.group == .contract }?.values.first { $0.code == "CDI" }?.count == 1)
        let copies = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.jobs.copies(of: own) }
        #expect(copies.map(\.id) == [partner, lent])

        try board.setStatus(.filled, of: Int64(own.number))
        try sort()
        answer = search()
        #expect(answer.hits.map(\.id) == [partner])
        #expect(answer.hits.first?.duplicates == [lent])

        // A start from the database finds the same.
        let reference = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.reference.all() }
        let fresh = try #require(SearchIndex(reference: reference.search))
        try #require(IndexFeed(store: board.store, index: fresh)).build(on: Board.today)
        #expect(fresh.search(SearchQuery(text: "soudeur"), today: Board.today).hits.map(\.id) == [partner])
    }

    @Test func `two offers of one source are two jobs, and another place is another job`() throws {
        try load(Self.partner, "P1")
        try load(Self.partner, "P2")
        try load(Self.other, "I1", ["commune_insee": #""03310""#])
        try sort()
        #expect(search().total == 3)
    }

    @Test func `an agent separates and joins, and is remembered`() throws {
        try load(Self.partner, "P1")
        try load(Self.other, "I1")
        try sort()
        #expect(search().total == 1)
        let (one, two) = (try number(Self.partner, "P1"), try number(Self.other, "I1"))
        let agent = try board.store.writing { writing throws(StorageError) in
            try writing.addAccount(
                .agent([.moderator]), email: EmailAddress("a@b.example")!, name: PersonName("A")!, at: Board.now)!.id
        }
        func judge(_ isSame: Bool) throws {
            try board.store.writing { writing throws(StorageError) in
                try writing.judge(one, two, isSame: isSame, by: agent, at: Board.now)
            }
            try sort()
        }
        try judge(false)
        #expect(search().total == 2)
        // Even when a source tells it anew.
        try load(Self.other, "I1", ["postes": "2"])
        try sort()
        #expect(search().total == 2)
        try judge(true)
        #expect(search().total == 1)
        try load(Self.other, "I1", ["titre": #""Boulanger""#, "description": #""Pétrir le pain.""#])
        try sort()
        #expect(search("soudeur").hits.first?.id == one)
        #expect(search("boulanger").total == 1)
        let copies = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.jobs.copies(of: one) }
        #expect(copies.map(\.id) == [two], "an agent said they are the same")
    }

    @Test func `an offer that tells another job now leaves its group`() throws {
        try load(Self.partner, "P1")
        try load(Self.other, "I1")
        try sort()
        let one = try number(Self.partner, "P1")
        try load(Self.other, "I1", ["titre": #""Boulanger""#, "description": #""Pétrir, façonner et cuire le pain.""#])
        try sort()
        let copies = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.jobs.copies(of: one) }
        #expect(copies.isEmpty)
        let before = try board.changes().count
        try sort()
        #expect(try board.changes().count == before, "sorting ends")
    }

    @Test func `of the demonstration offers, those that repeat another are put together and no others`() throws {
        _ = try OfferImport.demonstration(migrations: Board.migrations, at: Board.now).run(
            into: board.store, at: Board.now)
        try sort()
        let (found, wanted) = try board.store.read(worker: 0) { stores throws(StorageError) in
            var found: Set<[String]> = []
            let open = try stores.offers.open(after: 0, limit: 1_000, on: Board.today)
            for posted in open {
                for copy in try stores.jobs.copies(of: posted.id) {
                    guard let other = open.first(where: { $0.id == copy.id }) else { continue }
                    found.insert([posted, other].map(\.offer.identity.sourceID).sorted())
                }
            }
            // Two copies of one offer repeat each other too.
            let groups = Dictionary(grouping: open.map(\.offer)) { $0.duplicateOf ?? $0.identity.sourceID }.values
            let wanted = Set(
                groups.flatMap { group in
                    group.indices.flatMap { i in
                        group.indices.filter { $0 > i }.map { [group[i], group[$0]].map(\.identity.sourceID).sorted() }
                    }
                })
            return (found, wanted)
        }
        let rightly = Double(found.intersection(wanted).count)
        #expect(wanted.count > 5)
        #expect(rightly / Double(max(1, found.count)) >= 0.98, "\(found.subtracting(wanted))")
        #expect(rightly / Double(wanted.count) >= 0.9, "\(wanted.subtracting(found))")
    }
}
