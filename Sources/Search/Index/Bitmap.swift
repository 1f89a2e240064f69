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

    /// Adds the documents from number `first` on.
    mutating func insert(from first: Int) {
        for word in words.indices.dropFirst(first >> 6) {
            words[word] = word == first >> 6 ? words[word] | .max << UInt64(first & 63) : .max
        }
    }

    /// The last word may then have members beyond the documents there are.
    mutating func invert() {
        var words = words.mutableSpan
        for index in words.indices { words[index] = ~words[index] }
    }

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

    mutating func insert(_ documents: [UInt16]) { insert(documents[...]) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    var count: Int {
        let words = words.span
        var total = 0
        for index in words.indices { total &+= words[index].nonzeroBitCount }
        return total
    }

    /// From the first word that has members to the last: offers stand in the order of their publication, so those of the
    /// last days are close together.
    var extent: Range<Int> {
        let words = words.span
        var (first, end) = (0, words.count)
        while first < end, words[first] == 0 { first &+= 1 }
        while end > first, words[end &- 1] == 0 { end &-= 1 }
        return first..<end
    }

    /// The members in order.
    var documents: [UInt16] {
        var documents = [UInt16](repeating: 0, count: count)
        let words = words.span
        var list = documents.mutableSpan
        var next = 0
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                list[next] = UInt16(truncatingIfNeeded: index << 6 | rest.trailingZeroBitCount)
                next &+= 1
                rest &= rest &- 1
            }
        }
        return documents
    }

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
        let words = words.span
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }
}
