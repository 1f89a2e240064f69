import Synchronization

/// True so many times, then false.
final class Countdown: Sendable {
    private let remaining: Atomic<Int>

    init(_ count: Int) {
        remaining = Atomic(count)
    }

    func next() -> Bool {
        remaining.subtract(1, ordering: .relaxed).oldValue > 0
    }
}
