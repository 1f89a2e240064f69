import Recruitment
import Testing

@testable import Storage

@Suite struct OfferTallyTests {
    private let today = CalendarDay("2026-11-24")!

    @Test func `memory is bounded: offers beyond are not counted, those that are go on`() {
        let tally = OfferTally()
        let ids = (1...OfferTally.mostOffers + 5).compactMap { OfferID(number: Int64($0)) }
        tally.note(.view, of: ids, on: today)
        tally.note(.view, of: [ids[0]], on: today, times: 3)
        tally.note(.shown, of: [ids[1]], on: today, times: 0)
        let counts = tally.take()
        #expect(counts.count == OfferTally.mostOffers)
        #expect(counts[.init(offer: ids[0], day: today)] == OfferUseCounts(views: 4))
        #expect(counts[.init(offer: ids[1], day: today)] == OfferUseCounts(views: 1))
        #expect(tally.take().isEmpty)
    }

    @Test func `writings of one day add up, and days of two years ago go`() throws {
        let board = try Board()
        try board.load([Board.line("A1")])
        let id = try #require(try board.offer("A1")).id
        func write(_ day: CalendarDay, _ counts: OfferUseCounts) throws {
            try board.store.writing { writing throws(StorageError) in
                try writing.add([OfferTally.Key(offer: id, day: day): counts])
            }
        }
        let old = today.adding(days: -761)
        try write(old, OfferUseCounts(shown: 9))
        try write(today.adding(days: -760), OfferUseCounts(views: 2))
        try write(today, OfferUseCounts(shown: 1, views: 1))
        try write(today, OfferUseCounts(views: 1, applications: 1))
        let (days, total) = try board.store.read(worker: nil) { stores throws(StorageError) in
            (try stores.offerUses.days(of: id, from: old).map(\.day), try stores.offerUses.total(of: id))
        }
        #expect(days == [today.adding(days: -760), today])
        #expect(total == OfferUseCounts(shown: 1, views: 4, applications: 1))
    }
}
