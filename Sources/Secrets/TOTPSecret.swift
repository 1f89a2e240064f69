/// A shared secret of a one-time-password generator: 160 random bits, as long as the HMAC's output (RFC 4226, R6).
public struct TOTPSecret: Sendable, Hashable {
    public static let length = 20

    /// To be stored, encrypted or out of the readers' reach: unlike a password it cannot be kept as a hash.
    public let octets: [UInt8]

    public static func random() -> TOTPSecret { TOTPSecret(valid: Random.bytes(length)) }

    /// nil for another length than 20 octets.
    public init?(octets: [UInt8]) {
        guard octets.count == Self.length else { return nil }
        self.init(valid: octets)
    }

    private init(valid octets: [UInt8]) { self.octets = octets }

    /// Base 32 (RFC 4648 §6) without padding, 32 characters in groups of four: what one types where no camera is at hand.
    public var text: String {
        let characters = Array(base32)
        return stride(from: 0, to: characters.count, by: 4).map { String(characters[$0..<$0 + 4]) }.joined(
            separator: " ")
    }

    /// `otpauth://totp/…`, as authenticator applications read it from a QR code (Key Uri Format). `issuer` and `account` are
    /// percent-encoded; SHA-1, six digits and thirty seconds are what all of them know.
    public func uri(issuer: String, account: String) -> String {
        let issuer = Self.encoded(issuer)
        return "otpauth://totp/\(issuer):\(Self.encoded(account))?secret=\(base32)&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=30"
    }

    private var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var bits: UInt32 = 0
        var count = 0
        var text: [UInt8] = []
        for octet in octets {
            bits = bits << 8 | UInt32(octet)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func encoded(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var octets: [UInt8] = []
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                octets.append(octet)
            default: octets += [UInt8(ascii: "%"), hexadecimal[Int(octet >> 4)], hexadecimal[Int(octet & 15)]]
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}

extension TOTPSecret: CustomStringConvertible {
    /// Not the secret: what prints a value by accident, such as a log, must not show it.
    public var description: String { "TOTPSecret(…)" }
}
