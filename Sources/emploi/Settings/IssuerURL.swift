import Curl
import HTML

/// The identifier of an OpenID issuer: an address of TLS, with a path or without, no query (OpenID Connect Core §1.2). Without
/// TLS on this machine only, for trials.
struct IssuerURL {
    let text: String
    /// What requests to it may reach.
    let policy: AddressPolicy

    init?(_ text: String) {
        let authority = text.split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
        guard SafeURL(text) != nil, let base = BaseURL(authority), !text.hasSuffix("/"), !text.contains("?"),
            !text.contains("#"), text.hasPrefix("https://") || base.policy != .publicOnly
        else { return nil }
        self.text = text
        policy = base.policy
    }
}
