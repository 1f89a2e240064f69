public import Secrets

/// Tokens in forms that prove that the form came from this site and was shown to this session (OWASP: HMAC-based token pattern).
///
/// A form of someone signed in is bound to the session's token. An anonymous form is bound to a random value in a cookie that
/// is set with it (signed double submit). Each token is different, so that compression with other content of the page
/// tells nothing about it (BREACH).
public struct CSRFTokens: Sendable {
    private let key: [UInt8]
    private static let nonceLength = 16

    /// - Parameter key: at least 32 random octets, the same for all processes of the site.
    public init(key: [UInt8]) {
        precondition(key.count >= 32, "a key has 32 octets at least")
        self.key = key
    }

    /// A token for a form, base64url.
    public func token(boundTo secret: Token) -> String {
        let nonce = Random.bytes(Self.nonceLength)
        return Base64.url.encode(nonce + code(nonce, secret))
    }

    /// Whether the token is one of ours for that session or cookie.
    public func isValid(_ token: String, boundTo secret: Token) -> Bool {
        guard let octets = Base64.url.decode(token), octets.count == Self.nonceLength + 32 else { return false }
        let nonce = Array(octets[..<Self.nonceLength])
        return ConstantTime.areEqual(Array(octets[Self.nonceLength...]), code(nonce, secret))
    }

    // The label keeps these codes apart from whatever else the key may come to sign; nonce and secret have fixed lengths.
    private func code(_ nonce: [UInt8], _ secret: Token) -> [UInt8] {
        HMAC.code(of: Array("csrf".utf8) + nonce + secret.hash, key: key)
    }
}
