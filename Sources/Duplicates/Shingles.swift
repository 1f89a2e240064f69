/// A text as the set of its pairs of neighbouring words.
enum Shingles {
    /// Words looked at: longer texts are compared by their beginning.
    private static let mostWords = 4_000

    /// Distinct hashes of the pairs of a folded text, ascending. Words of one or two letters and `ignored` ones are passed over.
    static func hashes(_ text: String, ignoring ignored: Set<String>) -> [UInt32] {
        let ignored = Set(ignored.map { StableHash.of($0.utf8) })
        var hashes: Set<UInt32> = []
        var previous: UInt64?
        var count = 0
        for word in Array(text.utf8).split(separator: UInt8(ascii: " "), maxSplits: mostWords) {
            count += 1
            guard count <= mostWords else { break }
            let isNumber = word.first.map { $0 < UInt8(ascii: "a") } ?? false
            guard word.count > 2 || isNumber, !ignored.contains(StableHash.of(word)) else { continue }
            let hash = StableHash.of(word.prefix(DuplicateWords.stemLength(word)))
            if let previous { hashes.insert(UInt32(truncatingIfNeeded: StableHash.mix(previous, hash))) }
            previous = hash
        }
        if hashes.isEmpty, let previous { hashes.insert(UInt32(truncatingIfNeeded: StableHash.mix(previous, 0))) }
        return hashes.sorted()
    }

    /// MinHash by one permutation (Li, Owen and Zhang, 2012): the values fall into `count` bins, of which each keeps its least;
    /// an empty bin takes over from the next that is not (Shrivastava and Li, 2014). Empty for no shingle.
    static func minimums(_ hashes: [UInt32], count: Int) -> [UInt32] {
        guard !hashes.isEmpty else { return [] }
        var bins = [UInt32?](repeating: nil, count: count)
        for hash in hashes {
            let mixed = StableHash.mix(UInt64(hash), 1)
            let bin = Int(mixed >> 32) % count
            let value = UInt32(truncatingIfNeeded: mixed)
            if let least = bins[bin], least <= value { continue }
            bins[bin] = value
        }
        return bins.indices.map { index in
            var distance = 0
            while distance < count {
                if let value = bins[(index + distance) % count] { return value &+ UInt32(distance) &* 0x9E37_79B9 }
                distance += 1
            }
            return 0
        }
    }
}
