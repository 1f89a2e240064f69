import Synchronization

/// True so many times, then false.
final class Countdown: Sendable {
    private let remaining: Atomic<Int>

    init(_ count: Int) {
        remaining = Atomic(count)
    }

    /// Whether it has given false.
    var hasCounted: Bool { remaining.load(ordering: .relaxed) < 0 }

    func next() -> Bool {
        remaining.subtract(1, ordering: .relaxed).oldValue > 0
    }
}
