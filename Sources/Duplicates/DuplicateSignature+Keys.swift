import Recruitment

extension DuplicateSignature {
    /// Bands of the text among the keys of a database, fewer than `bandKeys` has: each is a row.
    static let storedBands = 8
    /// The lowest bits of a stored key tell the source.
    private static let sourceBits: Int64 = 0xFFFF

    /// Keys under which a database finds offers like this one, ten at most: by the title, by the employer, by the text, each
    /// within the place. Each ends in bits of the source, so that ``keysOfOthers`` pass over its own offers, however many.
    public var storedKeys: [Int64] {
        keyBases.map { $0 | sourceCode }
    }

    /// Where the keys of offers of other sources lie that are worth a comparison, the most telling first. (One pair of
    /// sources in 65,536 has the same bits, and is not compared.)
    public var keysOfOthers: [ClosedRange<Int64>] {
        keyBases.flatMap { base -> [ClosedRange<Int64>] in
            (sourceCode > 0 ? [base...base | sourceCode - 1] : [])
                + (sourceCode < Self.sourceBits ? [(base | sourceCode) + 1...base | Self.sourceBits] : [])
        }
    }

    private var sourceCode: Int64 {
        Int64(bitPattern: StableHash.mix(StableHash.of(identity.source.description.utf8), 0)) & Self.sourceBits
    }

    private var keyBases: [Int64] {
        let place = StableHash.mix(StableHash.of(facts.place.utf8), 0x6B65_7973)
        let keys =
            wordKeys(facts.titleWords, place, 100)
            + (facts.isEmployerUncertain ? [] : wordKeys(facts.employerWords, place, 101))
            + textKeys(place, bands: Self.storedBands)
        return keys.map { Int64(bitPattern: $0) & ~Self.sourceBits }
    }
}
