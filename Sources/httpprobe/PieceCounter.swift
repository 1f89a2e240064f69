import Threading

/// Gives a number of 1 KB pieces, then nil.
final class PieceCounter: Sendable {
    private let remaining: Lock<Int>

    init(count: Int) {
        remaining = Lock(count)
    }

    func next() -> [UInt8]? {
        let number = remaining.withLock { remaining in
            remaining -= 1
            return remaining
        }
        return number >= 0 ? [UInt8](repeating: UInt8(ascii: "s"), count: 1_024) : nil
    }
}
