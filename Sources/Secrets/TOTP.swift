internal import CCrypto

/// Time-based one-time passwords (RFC 6238): HMAC-SHA-1, steps of thirty seconds, six digits.
public struct TOTP: Sendable {
    /// Number of the thirty seconds a password is for, counted from 1970.
    public typealias Step = Int64

    public static let period: Int64 = 30
    public static let digits = 6

    private let key: [UInt8]

    public init(_ secret: TOTPSecret) {
        key = secret.octets
    }

    /// For keys of other lengths, such as RFC 4226's.
    init(key: [UInt8]) {
        self.key = key
    }

    public static func step(at secondsSinceEpoch: Int64) -> Step { secondsSinceEpoch / period }

    /// The step that `typed` is the password of, if it is that of `now`, of the step before or of the one after (RFC 6238
    /// §5.2), and later than `lastUsed`; nil otherwise. Spaces do not count.
    ///
    /// The caller stores the step in the transaction that signs the person in and gives it as `lastUsed` the next time: each
    /// password works once. Wrong guesses must be limited by the caller: three of a million passwords are right at a time.
    public func accepts(_ typed: String, at secondsSinceEpoch: Int64, lastUsed: Step?) -> Step? {
        let octets = typed.utf8.filter { $0 != UInt8(ascii: " ") }
        guard octets.count == Self.digits else { return nil }
        let now = Self.step(at: secondsSinceEpoch)
        var accepted: Step?
        // All three are compared, however early one fits, and each in constant time.
        for step in [now - 1, now, now + 1] where step >= 0 {
            let expected = Array(password(of: UInt64(step)).utf8)
            if ConstantTime.areEqual(octets, expected), step > lastUsed ?? -1 { accepted = accepted ?? step }
        }
        return accepted
    }

    /// The password of a step.
    public func password(at step: Step) -> String { password(of: UInt64(max(0, step))) }

    /// HOTP (RFC 4226 §5.3), `digits` up to nine.
    func password(of counter: UInt64, digits: Int = TOTP.digits) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> UInt64(56 - 8 * $0)) }
        let code = authenticationCode(of: message)
        let offset = Int(code[19] & 15)
        let truncated = code[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { value, _ in value * 10 }
        let text = String(truncated % modulus)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    private func authenticationCode(of message: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 20) { output, count in
            // Reads key and message for the length of the call and writes the 20 octets of a SHA-1.
            unsafe key.withUnsafeBytes { keyOctets in
                unsafe message.withUnsafeBufferPointer { input in
                    var length: UInt32 = 0
                    let code = unsafe CCrypto.HMAC(
                        EVP_sha1(), keyOctets.baseAddress, Int32(keyOctets.count), input.baseAddress, input.count,
                        output.baseAddress, &length)
                    precondition(unsafe code != nil && length == 20, "no HMAC")
                }
            }
            count = 20
        }
    }
}
