internal import CCrypto

/// Comparison that takes as long for nearly equal secrets as for wholly different ones.
public enum ConstantTime {
    /// Whether both are the same octets. Lengths are no secret: differing ones answer at once.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        // Reads as many octets of both as they have.
        return unsafe left.withUnsafeBytes { first in
            unsafe right.withUnsafeBytes { second in
                unsafe CRYPTO_memcmp(first.baseAddress, second.baseAddress, first.count) == 0
            }
        }
    }
}
