/// A secret that names its bearer: a session, an API key, a link in a mail. Random, never derived from anything.
/// The database holds `hash` only, so that who reads it cannot sign in.
public struct Token: Sendable, Hashable {
    /// Base64url, 43 characters.
    public let text: String

    /// 256 random bits.
    public static func random() -> Token {
        Token(valid: Base64.url.encode(Random.bytes(32)))
    }

    /// What a request brought; nil if no token looks like that.
    public init?(_ text: String) {
        guard Base64.url.decode(text)?.count == 32 else { return nil }
        self.init(valid: text)
    }

    private init(valid text: String) {
        self.text = text
    }

    /// SHA-256 of the text, 32 octets. A token has enough bits of its own: no salt and no slow hash are needed.
    public var hash: [UInt8] {
        SHA256.digest(of: Array(text.utf8))
    }
}

extension Token: CustomStringConvertible {
    /// Not the secret: what prints a value by accident, such as a log, must not show it.
    public var description: String { "Token(…)" }
}
