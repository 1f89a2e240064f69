import Threading

/// Words (masculine singular) that occur in titles. Only ever added to: one vocabulary serves every snapshot.
final class TitleVocabulary: Sendable {
    static let mostWords = 100_000

    /// Words of one family that a query is told of.
    static let mostCousins = 4

    private struct Words {
        var all: Set<[UInt8]> = []
        var byRoot: [[UInt8]: [[UInt8]]] = [:]
    }

    private let known = Lock(Words())

    func contains(_ word: [UInt8]) -> Bool { known.withLock { $0.all.contains(word) } }

    func insert(_ word: [UInt8]) {
        known.withLock { known in
            guard known.all.count < Self.mostWords, known.all.insert(word).inserted else { return }
            let root = WordFamily.root(word)
            if known.byRoot[root, default: []].count < Self.mostCousins { known.byRoot[root, default: []].append(word) }
        }
    }

    /// Words of `lengths` letters.
    func words(of lengths: ClosedRange<Int>) -> [[UInt8]] {
        known.withLock { $0.all.filter { lengths.contains($0.count) } }
    }

    /// Other words of the same family: « parfumerie » for « parfum ».
    func cousins(of word: [UInt8]) -> [[UInt8]] {
        known.withLock { $0.byRoot[WordFamily.root(word)] ?? [] }.filter { $0 != word }
    }
}
