extension DuplicateSignature {
    /// Bands of the text among the keys of a database, fewer than `bandKeys` has: each is a row.
    static let storedBands = 8

    /// Keys under which a database finds offers like this one, ten at most: by the text, by the title, by the employer, each
    /// within the place. Two offers with a key in common are worth a comparison.
    public var storedKeys: [UInt64] {
        let place = StableHash.mix(StableHash.of(self.place.utf8), 0x6B65_7973)
        return textKeys(place, bands: Self.storedBands) + wordKeys(titleWords, place, 100)
            + (isEmployerUncertain ? [] : wordKeys(employerWords, place, 101))
    }
}
