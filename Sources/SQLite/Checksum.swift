/// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): tells an edited file from the one applied. It keeps out
/// accidents, not attackers.
public struct Checksum: Sendable, Hashable, CustomStringConvertible {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    public init(of bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// Sixteen hexadecimal digits.
    public var description: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
