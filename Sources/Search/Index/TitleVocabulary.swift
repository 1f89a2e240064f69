/// Words (masculine singular) that occur in titles.
struct TitleVocabulary: Sendable {
    static let mostWords = 100_000

    private(set) var words: [[UInt8]] = []
    private var known: Set<[UInt8]> = []

    func contains(_ word: [UInt8]) -> Bool { known.contains(word) }

    mutating func insert(_ word: [UInt8]) {
        guard words.count < Self.mostWords, known.insert(word).inserted else { return }
        words.append(word)
    }
}
