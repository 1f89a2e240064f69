import Recruitment
import Storage
import Threading

/// Cards of offers, each kept until its offer changes, the day ends or others need its room.
///
/// A change is forgotten here before the board's generation tells of it, and a card made from what was read before the last
/// change is not kept: no page of a generation shows less than that generation's offers.
final class CardCache: Sendable {
    private struct State {
        /// Asked for lately; once they fill their half of the room they become the old ones, and the old ones go.
        var young: [OfferID: OfferCard] = [:]
        var old: [OfferID: OfferCard] = [:]
        var cost = 0
        /// How often offers have changed.
        var changes = 0
    }

    private let state = Lock(State())
    private let capacity: Int

    /// - Parameter capacity: Octets of all cards, about.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// The cards of these offers, those that are missing made of what `read` gives; offers that it does not give have none.
    func cards(
        of ids: [OfferID], on day: CalendarDay, make: ([OfferID]) throws -> [(OfferID, OfferCard)]
    ) throws -> [OfferID: OfferCard] {
        var (cards, changes) = state.withLock { state in
            var cards: [OfferID: OfferCard] = [:]
            cards.reserveCapacity(ids.count)
            for id in ids {
                guard let card = state.young[id] ?? take(id, &state), card.day == day else { continue }
                cards[id] = card
            }
            return (cards, state.changes)
        }
        let missing = ids.filter { cards[$0] == nil }
        guard !missing.isEmpty else { return cards }
        let made = try make(missing)
        for (id, card) in made { cards[id] = card }
        state.withLock { state in
            guard state.changes == changes else { return }
            for (id, card) in made { keep(card, id, &state) }
        }
        return cards
    }

    /// Forgets the cards of offers that have changed.
    func forget(_ ids: [OfferID]) {
        state.withLock { state in
            state.changes += 1
            for id in ids {
                state.old[id] = nil
                if let card = state.young.removeValue(forKey: id) { state.cost -= card.cost }
            }
        }
    }

    /// A card of the old ones, young again.
    private func take(_ id: OfferID, _ state: inout State) -> OfferCard? {
        guard let card = state.old.removeValue(forKey: id) else { return nil }
        keep(card, id, &state)
        return card
    }

    private func keep(_ card: OfferCard, _ id: OfferID, _ state: inout State) {
        if state.cost + card.cost > capacity / 2 {
            state.old = state.young
            state.young = [:]
            state.cost = 0
        }
        if let former = state.young.updateValue(card, forKey: id) { state.cost -= former.cost }
        state.cost += card.cost
    }
}
