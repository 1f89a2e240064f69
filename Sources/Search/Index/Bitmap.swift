/// A set of document numbers of one segment, a bit each.
struct Bitmap: Sendable {
    var words: [UInt64]

    init(count: Int) {
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    /// All of `0..<count`.
    init(full count: Int) {
        words = [UInt64](repeating: .max, count: (count + 63) / 64)
        if count % 64 != 0, let last = words.indices.last { words[last] = (1 << UInt64(count % 64)) - 1 }
    }

    func contains(_ document: Int) -> Bool { words[document >> 6] >> UInt64(document & 63) & 1 != 0 }

    mutating func insert(_ document: Int) { words[document >> 6] |= 1 << UInt64(document & 63) }

    mutating func remove(_ document: Int) { words[document >> 6] &= ~(1 << UInt64(document & 63)) }

    mutating func insert(_ documents: ArraySlice<UInt16>) {
        var words = words.mutableSpan
        for document in documents { words[Int(document >> 6)] |= 1 << UInt64(document & 63) }
    }

    mutating func formIntersection(_ other: Bitmap) {
        var words = words.mutableSpan
        let others = other.words.span
        for index in words.indices { words[index] &= others[index] }
    }

    mutating func formUnion(_ other: Bitmap) {
        var words = words.mutableSpan
        let others = other.words.span
        for index in words.indices { words[index] |= others[index] }
    }

    mutating func subtract(_ other: Bitmap) {
        var words = words.mutableSpan
        let others = other.words.span
        for index in words.indices { words[index] &= ~others[index] }
    }

    mutating func clear() {
        for index in words.indices { words[index] = 0 }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Members from `first` on.
    func count(from first: Int) -> Int {
        guard first < words.count * 64 else { return 0 }
        let word = first >> 6
        var total = (words[word] >> UInt64(first & 63)).nonzeroBitCount
        for index in word + 1..<max(word + 1, words.count) { total += words[index].nonzeroBitCount }
        return total
    }

    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }
}
