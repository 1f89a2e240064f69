public import Recruitment
import Threading

/// Counts how offers are used in memory until it is written down together; see ``SearchTally``.
public final class OfferTally: Sendable {
    /// Offers held between two writings, each for a day; further ones are not counted.
    static let mostOffers = 20_000

    struct Key: Hashable {
        let offer: OfferID
        let day: CalendarDay
    }

    private let counts = Lock<[Key: OfferUseCounts]>([:])

    /// Notes that each of `offers` was used so, `times` times.
    public func note(_ use: OfferUse, of offers: [OfferID], on day: CalendarDay, times: Int = 1) {
        guard times > 0 else { return }
        counts.withLock { counts in
            for offer in offers {
                let key = Key(offer: offer, day: day)
                guard counts[key] != nil || counts.count < Self.mostOffers else { continue }
                counts[key, default: OfferUseCounts()][use] += times
            }
        }
    }

    /// Gives what was counted and begins anew.
    func take() -> [Key: OfferUseCounts] {
        counts.withLock { counts in
            let taken = counts
            counts = [:]
            return taken
        }
    }
}
