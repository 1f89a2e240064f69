internal import CCrypto

/// SHA-256 (FIPS 180-4).
public enum SHA256 {
    /// The 32 octets of the digest.
    public static func digest(of message: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            // libcrypto's one-shot function: reads the message, writes 32 octets where it is told.
            unsafe message.withUnsafeBufferPointer { input in
                _ = unsafe CCrypto.SHA256(input.baseAddress, input.count, buffer.baseAddress)
            }
            count = 32
        }
    }
}
