internal import Threading

/// Slows down who tries again and again: for each key so many attempts at once, then one each `secondsBetween`.
///
/// Held in memory, for at most `capacity` keys: when full, the keys nearest to being forgiven are forgotten, so that a flood
/// of new keys costs memory nothing and loosens the oldest limits first.
public final class AttemptLimiter: Sendable {
    private let burst: Int64
    private let secondsBetween: Int64
    private let capacity: Int
    /// When each key will have all its attempts back (generic cell rate algorithm, ITU-T I.371).
    private let state = Lock<[String: Int64]>([:])

    public init(burst: Int, secondsBetween: Int64, capacity: Int = 65_536) {
        precondition(burst > 0 && secondsBetween > 0 && capacity > 0, "a limiter lets something through")
        self.burst = Int64(burst)
        self.secondsBetween = secondsBetween
        self.capacity = capacity
    }

    /// Counts an attempt. nil: go on. Otherwise it was one too many and is not counted: the seconds to wait.
    public func attempt(_ key: String, at now: Int64) -> Int64? {
        let (burst, between, capacity) = (burst, secondsBetween, capacity)
        return state.withLock { restored in
            let next = max(restored[key] ?? now, now) + between
            let wait = next - now - burst * between
            guard wait <= 0 else { return wait }
            if restored.count >= capacity, restored[key] == nil { Self.makeRoom(in: &restored, at: now) }
            restored[key] = next
            return nil
        }
    }

    /// Forgives a key: it proved right.
    public func forget(_ key: String) {
        state.withLock { restored in restored[key] = nil }
    }

    private static func makeRoom(in restored: inout [String: Int64], at now: Int64) {
        restored = restored.filter { $0.value > now }
        let most = restored.count / 2
        guard restored.count > most, most > 0 else { return }
        let median = restored.values.sorted()[most]
        restored = restored.filter { $0.value > median }
    }
}
