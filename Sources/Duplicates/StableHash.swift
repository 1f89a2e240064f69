/// Hashes that are the same in every run and version.
enum StableHash {
    /// FNV-1a, 64 bits.
    static func of(_ octets: some Sequence<UInt8>) -> UInt64 {
        octets.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// One hash of two, every bit depending on every bit (the finaliser of SplitMix64).
    static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var bits = left &+ right &* 0x9E37_79B9_7F4A_7C15 &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }
}
