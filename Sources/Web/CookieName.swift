/// The name of one of the site's cookies. Where the site is reached by TLS it has the prefix `__Host-`: browsers then take it
/// from this host only, over TLS only and for every path (RFC 6265bis §4.1.3.2), so that no other host can plant it.
/// Without TLS (a trial on a local network) browsers refuse that prefix, and the name stands alone.
public struct CookieName: Sendable, Hashable {
    public let text: String

    /// - Precondition: `name` is a token.
    public init(_ name: StaticString, isSecure: Bool) {
        precondition(name.description.utf8[...].isToken, "\(name) is no cookie name")
        text = isSecure ? "__Host-\(name)" : name.description
    }
}
