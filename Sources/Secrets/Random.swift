internal import CCrypto

/// Random octets nobody can predict (libcrypto's generator, seeded by the kernel).
public enum Random {
    /// - Precondition: the generator works. A program that cannot make secrets must not go on with guessable ones.
    public static func bytes(_ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Writes exactly `count` octets into a buffer of that capacity.
            let status = unsafe RAND_bytes(buffer.baseAddress, Int32(count))
            precondition(status == 1, "no random numbers")
            initialized = count
        }
    }
}
