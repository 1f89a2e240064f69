extension DuplicateSignature {
    /// Bands of the text among the keys of a database, fewer than `bandKeys` has: each is a row.
    static let storedBands = 8

    /// Keys under which a database finds offers like this one, ten at most: by the text, by the title, by the employer, each
    /// within the place. Two offers with a key in common are worth a comparison.
    public var storedKeys: [UInt64] {
        let place = StableHash.mix(StableHash.of(self.place.utf8), 0x6B65_7973)
        var keys: [UInt64] = []
        if !minimums.isEmpty {
            for band in 0..<Self.storedBands {
                var hash = StableHash.mix(place, UInt64(band))
                for row in 0..<Self.rows { hash = StableHash.mix(hash, UInt64(minimums[band * Self.rows + row])) }
                keys.append(hash)
            }
        }
        func add(_ words: Set<String>, _ kind: UInt64) {
            guard !words.isEmpty else { return }
            let text = StableHash.of(words.sorted().joined(separator: " ").utf8)
            keys.append(StableHash.mix(StableHash.mix(place, kind), text))
        }
        add(titleWords, 100)
        if !isEmployerUncertain { add(employerWords, 101) }
        return keys
    }
}
