import Threading

/// Words (masculine singular) that occur in titles. Only ever added to: one vocabulary serves every snapshot.
final class TitleVocabulary: Sendable {
    static let mostWords = 100_000

    private let known = Lock<Set<[UInt8]>>([])

    func contains(_ word: [UInt8]) -> Bool { known.withLock { $0.contains(word) } }

    func insert(_ word: [UInt8]) {
        known.withLock { known in
            if known.count < Self.mostWords { known.insert(word) }
        }
    }

    /// Words of `lengths` letters.
    func words(of lengths: ClosedRange<Int>) -> [[UInt8]] {
        known.withLock { $0.filter { lengths.contains($0.count) } }
    }
}
