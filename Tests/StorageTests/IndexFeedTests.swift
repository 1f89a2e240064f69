import Recruitment
import Search
import Testing

@testable import Storage

struct IndexFeedTests {
    let board: Board
    let index: SearchIndex
    let feed: IndexFeed

    init() throws {
        board = try Board()
        let reference = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.reference.all() }
        index = try #require(SearchIndex(reference: reference.search))
        feed = try #require(IndexFeed(store: board.store, index: index))
    }

    private func found(_ text: String) -> [UInt32] {
        index.search(SearchQuery(text: text), today: Board.today).hits.map(\.id.number).sorted()
    }

    /// The offers that the feed tells of as changed.
    private func changed() throws -> [UInt32] {
        var changed: [OfferID] = []
        try feed.catchUp(on: Board.today) { changed += $0 }
        return changed.map(\.number).sorted()
    }

    private func load(_ lines: [String], isComplete: Bool = false, analysed: Bool = true) throws {
        try board.load(lines, isComplete: isComplete, analysis: analysed ? OfferAnalysis(for: index) : nil)
    }

    @Test(arguments: [true, false])
    func `the index holds what is open, analysed before or not`(_ analysed: Bool) throws {
        try load(
            [
                Board.line("A1"), Board.line("A2", ["titre": #""Boulanger""#]),
                Board.line("A3", ["date_limite": #""2026-11-23""#]), Board.line("A4"),
            ], analysed: analysed)
        try board.setStatus(.filled, of: 4)
        try feed.build(on: Board.today)
        #expect(found("soudeur") == [1])
        #expect(found("boulangère") == [2])
        #expect(try changed().isEmpty)
    }

    @Test func `offers that a clock put back opens again come back`() throws {
        try load([
            Board.line("A1", ["date_limite": #""2026-12-20""#]), Board.line("A2", ["date_limite": #""2027-06-01""#]),
        ])
        try feed.build(on: Board.today.adding(days: 60))
        #expect(found("soudeur") == [2])
        #expect(try changed() == [1])
        #expect(found("soudeur") == [1, 2])
        #expect(try changed().isEmpty)
        // Also what changed while the clock was ahead.
        try load([Board.line("A3", ["date_limite": #""2026-12-20""#])])
        try feed.catchUp(on: Board.today.adding(days: 60))
        #expect(try changed() == [1, 3])
        #expect(found("soudeur") == [1, 2, 3])
    }

    @Test(arguments: [true, false])
    func `the index follows what other connections change`(_ analysed: Bool) throws {
        try load([Board.line("A1"), Board.line("A2")], analysed: analysed)
        try feed.build(on: Board.today)
        #expect(found("soudeur") == [1, 2])
        try load(
            [Board.line("A2", ["titre": #""Boulanger""#]), Board.line("A3")], isComplete: true, analysed: analysed)
        #expect(try changed() == [1, 2, 3])
        #expect(found("soudeur") == [3])
        #expect(found("boulanger") == [2])
        try load([Board.line("A1")], analysed: analysed)
        #expect(try changed() == [1])
        #expect(found("soudeur") == [1, 3])
        #expect(try changed().isEmpty)
    }

    @Test func `what had no analysis is given one that stays`() throws {
        try load([Board.line("A1")], analysed: false)
        try feed.build(on: Board.today)
        let kept = try board.store.read(worker: 0) { stores throws(StorageError) in
            try stores.offers.analysis(
                of: OfferID(number: 1)!, on: Board.today, analysisVersion: IndexedOffer.analysisVersion)
        }
        #expect(kept.flatMap(IndexedOffer.init(blob:))?.id.number == 1)
    }
}
