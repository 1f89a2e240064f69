/// How the content of a request is delimited (RFC 9112 §6.3).
public enum MessageFraming: Sendable, Hashable {
    /// No content follows the head.
    case none
    /// Exactly so many octets follow; at least one.
    case length(Int)
    /// Chunks follow (RFC 9112 §7.1).
    case chunked
}
