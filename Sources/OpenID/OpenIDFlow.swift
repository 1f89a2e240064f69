public import Secrets

/// What ties the answer of a provider to the browser that was sent there: known to that browser alone, for some minutes.
public struct OpenIDFlow: Sendable {
    /// Against forged answers (RFC 6749 §10.12), tokens of another flow (OpenID Connect Core §3.1.2.1), stolen codes (RFC 7636).
    public let state: Token
    public let nonce: Token
    public let verifier: Token

    public init(state: Token = .random(), nonce: Token = .random(), verifier: Token = .random()) {
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
    }

    /// S256 (RFC 7636 §4.2).
    var challenge: String { Base64.url.encode(verifier.hash) }
}
