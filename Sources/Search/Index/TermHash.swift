/// The 64-bit name of a term: an index keeps no spelling of its terms. Two of a million terms share a name with a
/// probability of 3 × 10⁻⁸.
struct TermHash: Hashable, Sendable {
    let value: UInt64

    /// A stem, found in any field.
    init(stem: some Sequence<UInt8>) { value = Self.hash(stem, seed: 0xCBF2_9CE4_8422_2325) }

    /// A word in its exact form (masculine singular), in a title.
    init(lemma: some Sequence<UInt8>) { value = Self.hash(lemma, seed: 0x8422_2325_CBF2_9CE4) }

    init(value: UInt64) { self.value = value }

    static func hash(_ octets: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
        var hash = seed
        for octet in octets { hash = (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        return hash ^ hash >> 29
    }
}
