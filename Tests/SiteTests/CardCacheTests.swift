import Recruitment
import Storage
import Synchronization
import Testing

@testable import Site

@Suite struct CardCacheTests {
    private let today = TestSite.today

    /// The offers of a small board, by number, and their cards made anew.
    private let offers: [OfferID: PostedOffer]
    private let ids: [OfferID]

    init() throws {
        let board = try TestSite.shared.get().board
        let found = try board.offers((1...6).compactMap { OfferID(number: $0) }, worker: 0)
        offers = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        ids = found.map(\.id)
    }

    /// What is asked for of `cache`, and which offers had to be read for it.
    private func ask(
        _ cache: CardCache, _ ids: [OfferID], on day: CalendarDay? = nil, meanwhile: () -> Void = {}
    ) throws -> (cards: [OfferID: OfferCard], read: [OfferID]) {
        var read: [OfferID] = []
        let day = day ?? today
        let cards = try cache.cards(of: ids, on: day) { missing in
            read += missing
            meanwhile()
            return missing.compactMap { id in offers[id].map { (id, OfferCard($0, today: day)) } }
        }
        return (cards, read)
    }

    @Test func `a card is made once`() throws {
        let cache = CardCache(capacity: 1 << 20)
        #expect(try ask(cache, Array(ids[..<3])).read == Array(ids[..<3]))
        let (cards, read) = try ask(cache, ids)
        #expect(read == Array(ids[3...]))
        #expect(Set(cards.keys) == Set(ids))
    }

    @Test func `a card ends with its day, for its words do`() throws {
        let cache = CardCache(capacity: 1 << 20)
        _ = try ask(cache, ids)
        let tomorrow = today.adding(days: 1)
        let (cards, read) = try ask(cache, ids, on: tomorrow)
        #expect(read == ids && cards.values.allSatisfy { $0.day == tomorrow })
    }

    @Test func `the card of a changed offer is made again, others stay`() throws {
        let cache = CardCache(capacity: 1 << 20)
        _ = try ask(cache, ids)
        cache.forget([ids[1]])
        #expect(try ask(cache, ids).read == [ids[1]])
    }

    @Test func `what was read before a change is not kept`() throws {
        let cache = CardCache(capacity: 1 << 20)
        _ = try ask(cache, ids) { cache.forget([ids[0]]) }
        #expect(try ask(cache, ids).read == ids)
    }

    @Test func `no more is kept than there is room for, and what is asked for again stays`() throws {
        let cost = try #require(offers[ids[0]].map { OfferCard($0, today: today).cost })
        // Room for two or three cards in each half.
        let cache = CardCache(capacity: cost * 5)
        for id in ids {
            _ = try ask(cache, [ids[0]])
            _ = try ask(cache, [id])
        }
        #expect(try ask(cache, [ids[0]]).read.isEmpty)
        #expect(try !ask(cache, [ids[1]]).read.isEmpty)
    }

    @Test func `an offer that is not there has no card`() throws {
        let unknown = try #require(OfferID(number: 4_000))
        #expect(try ask(CardCache(capacity: 1 << 20), [unknown]).cards.isEmpty)
    }
}
