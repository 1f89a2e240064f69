/// The versions of HTTP this server speaks (RFC 9112 §2.3).
public enum Version: Sendable, Hashable {
    case http10
    case http11
}
