internal import CCrypto

/// A key that seals octets so that only its holders can read or make them: AES-256 in Galois/Counter Mode (NIST SP 800-38D).
public struct SealingKey: Sendable {
    /// In octets.
    public static let length = 32
    /// What sealing adds: a random nonce of 12 octets before, an authentication tag of 16 behind.
    public static let overhead = nonceLength + tagLength

    private static let nonceLength = 12
    private static let tagLength = 16

    private let octets: [UInt8]

    public static func random() -> SealingKey { SealingKey(valid: Random.bytes(length)) }

    /// nil for another length than 32 octets.
    public init?(octets: [UInt8]) {
        guard octets.count == Self.length else { return nil }
        self.init(valid: octets)
    }

    /// Reads base 64, with or without its padding; nil for anything but 32 octets.
    public init?(text: String) {
        guard let octets = Base64.standard.decode(text.hasSuffix("=") ? text.dropLast() : text[...]) else { return nil }
        self.init(octets: octets)
    }

    private init(valid octets: [UInt8]) { self.octets = octets }

    /// Base 64, for a key file.
    public var text: String { Base64.standard.encode(octets) }

    /// Seals `plain` for `context`, which is neither hidden nor stored: what is sealed for one cannot be opened for another.
    /// One key may seal 2³² times (SP 800-38D §8.3): random nonces then collide with a chance under 2⁻³².
    public func seal(_ plain: [UInt8], for context: String) -> [UInt8] {
        let nonce = Random.bytes(Self.nonceLength)
        guard let result = run(plain, nonce: nonce, context: context, tag: nil) else {
            preconditionFailure("libcrypto cannot encrypt")
        }
        return nonce + result.octets + result.tag
    }

    /// What was sealed with this key for `context`; nil for anything else, changed octets included.
    public func open(_ sealed: [UInt8], for context: String) -> [UInt8]? {
        guard sealed.count >= Self.overhead else { return nil }
        let nonce = Array(sealed.prefix(Self.nonceLength))
        let tag = Array(sealed.suffix(Self.tagLength))
        let content = Array(sealed.dropFirst(Self.nonceLength).dropLast(Self.tagLength))
        return run(content, nonce: nonce, context: context, tag: tag)?.octets
    }

    /// Encrypts without `expected`, else decrypts and verifies that tag.
    private func run(
        _ input: [UInt8], nonce: [UInt8], context: String, tag expected: [UInt8]?
    ) -> (octets: [UInt8], tag: [UInt8])? {
        guard let cipher = unsafe EVP_CIPHER_CTX_new() else { return nil }
        defer { unsafe EVP_CIPHER_CTX_free(cipher) }
        let associated = Array(context.utf8)
        var tag = expected ?? [UInt8](repeating: 0, count: Self.tagLength)
        // One octet more than needed: an empty array has no address to write to.
        var output = [UInt8](repeating: 0, count: input.count + 1)
        var count: Int32 = 0
        // Each call reads arrays that live for its length and writes at most `input.count` octets, or the tag's 16.
        guard
            unsafe EVP_CipherInit_ex(cipher, EVP_aes_256_gcm(), nil, octets, nonce, expected == nil ? 1 : 0) == 1,
            unsafe EVP_CipherUpdate(cipher, nil, &count, associated, Int32(associated.count)) == 1,
            unsafe EVP_CipherUpdate(cipher, &output, &count, input, Int32(input.count)) == 1,
            Int(count) == input.count
        else { return nil }
        let length = Int32(Self.tagLength)
        if expected != nil, unsafe EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, length, &tag) != 1 { return nil }
        var rest = [UInt8](repeating: 0, count: Self.tagLength)
        guard unsafe EVP_CipherFinal_ex(cipher, &rest, &count) == 1 else { return nil }
        if expected == nil, unsafe EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, length, &tag) != 1 { return nil }
        output.removeLast()
        return (output, tag)
    }
}

extension SealingKey: CustomStringConvertible {
    /// Not the key: what prints a value by accident, such as a log, must not show it.
    public var description: String { "SealingKey(…)" }
}
