internal import CCrypto

/// A public key that verifies signatures of JSON Web Tokens: RS256 or ES256 (RFC 7518 §3.3, §3.4).
public struct PublicKey: Sendable, Hashable {
    public enum Algorithm: String, Sendable, Hashable, CaseIterable {
        case rs256 = "RS256"
        case es256 = "ES256"
    }

    public let algorithm: Algorithm
    /// SubjectPublicKeyInfo in DER (RFC 5280 §4.1).
    private let info: [UInt8]

    /// An RSA key of a JSON Web Key (RFC 7518 §6.3): modulus and exponent, big-endian. Refuses a modulus under 2,048 bits (as
    /// RFC 7518 §3.3 asks) or over 8,192, and what libcrypto does not take for a key.
    public init?(rsaModulus modulus: [UInt8], exponent: [UInt8]) {
        let modulus = Array(modulus.drop { $0 == 0 })
        guard (256...1_024).contains(modulus.count), (1...8).contains(exponent.count),
            exponent.last.map({ $0 & 1 }) == 1
        else { return nil }
        let key = DER.sequence(DER.integer(modulus) + DER.integer(exponent))
        self.init(.rs256, info: DER.sequence(DER.rsaEncryption + DER.bitString(key)))
    }

    /// A point of the curve P-256 (RFC 7518 §6.2), 32 octets each. Refuses what is not on the curve.
    public init?(p256X x: [UInt8], y: [UInt8]) {
        guard x.count == 32, y.count == 32 else { return nil }
        self.init(.es256, info: DER.sequence(DER.p256 + DER.bitString([4] + x + y)))
    }

    private init?(_ algorithm: Algorithm, info: [UInt8]) {
        self.algorithm = algorithm
        self.info = info
        guard let key = unsafe handle() else { return nil }
        unsafe EVP_PKEY_free(key)
    }

    /// Whether `signature` is this key's for `message`; in ES256 a signature is r and s, 32 octets each (RFC 7518 §3.4).
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        var signature = signature
        if algorithm == .es256 {
            guard signature.count == 64 else { return false }
            signature = DER.sequence(DER.integer(Array(signature[..<32])) + DER.integer(Array(signature[32...])))
        }
        guard let key = unsafe handle() else { return false }
        defer { unsafe EVP_PKEY_free(key) }
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer { unsafe EVP_MD_CTX_free(context) }
        // Reads both arrays for the length of the call.
        return unsafe EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    /// To be freed by the caller; nil for what is no key.
    private func handle() -> OpaquePointer? {
        unsafe info.withUnsafeBufferPointer { octets in
            // Reads the octets and keeps no reference to them.
            var cursor = octets.baseAddress
            return unsafe d2i_PUBKEY(nil, &cursor, octets.count)
        }
    }
}

/// The few forms of DER that public keys and signatures need (X.690).
private enum DER {
    /// AlgorithmIdentifier of rsaEncryption (RFC 8017).
    static let rsaEncryption: [UInt8] = [
        0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]
    /// AlgorithmIdentifier of id-ecPublicKey with prime256v1 (RFC 5480).
    static let p256: [UInt8] = [
        0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D,
        0x03,
        0x01, 0x07,
    ]

    static func sequence(_ content: [UInt8]) -> [UInt8] { element(0x30, content) }

    static func bitString(_ content: [UInt8]) -> [UInt8] { element(0x03, [0] + content) }

    /// A number that is not negative, big-endian.
    static func integer(_ octets: [UInt8]) -> [UInt8] {
        let digits = Array(octets.drop { $0 == 0 })
        return element(0x02, digits.first.map { $0 < 0x80 } ?? false ? digits : [0] + digits)
    }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        guard content.count >= 0x80 else { return [tag, UInt8(content.count)] + content }
        guard content.count >= 0x100 else { return [tag, 0x81, UInt8(content.count)] + content }
        return [tag, 0x82, UInt8(truncatingIfNeeded: content.count >> 8), UInt8(truncatingIfNeeded: content.count)]
            + content
    }
}
