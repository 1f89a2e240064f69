public import Recruitment
import Threading

/// Counts searches in memory until they are written down together: a reader's request never waits for the disk.
/// What was counted since the last writing is lost with the process; nobody was told otherwise.
public final class SearchTally: Sendable {
    /// Distinct terms held between two writings; further ones are not counted.
    static let mostTerms = 10_000

    struct Key: Hashable {
        let day: CalendarDay
        let basin: Basin?
        let term: SearchTerm
    }

    struct Count {
        var searches = 0
        var empty = 0
    }

    private let counts = Lock<[Key: Count]>([:])

    /// Notes `times` searches for the same words that found the same.
    public func note(_ term: SearchTerm, basin: Basin?, on day: CalendarDay, foundNothing: Bool, times: Int = 1) {
        guard times > 0 else { return }
        let key = Key(day: day, basin: basin, term: term)
        counts.withLock { counts in
            guard counts[key] != nil || counts.count < Self.mostTerms else { return }
            counts[key, default: Count()].searches += times
            if foundNothing { counts[key, default: Count()].empty += times }
        }
    }

    /// Gives what was counted and begins anew.
    func take() -> [Key: Count] {
        counts.withLock { counts in
            let taken = counts
            counts = [:]
            return taken
        }
    }
}
