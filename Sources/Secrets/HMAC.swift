internal import CCrypto

/// HMAC with SHA-256 (RFC 2104).
public enum HMAC {
    /// The 32 octets of the authentication code.
    public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) { output, count in
            // Reads key and message for the length of the call and writes the 32 octets of a SHA-256.
            unsafe key.withUnsafeBytes { keyOctets in
                unsafe message.withUnsafeBufferPointer { input in
                    var length: UInt32 = 0
                    let code = unsafe CCrypto.HMAC(
                        EVP_sha256(), keyOctets.baseAddress, Int32(keyOctets.count), input.baseAddress, input.count,
                        output.baseAddress, &length)
                    precondition(unsafe code != nil && length == 32, "no HMAC")
                }
            }
            count = 32
        }
    }
}
