/// The path and query of a request target as they stood on the wire: percent-encoded, never normalised (RFC 9112 §3.2).
/// `OPTIONS *` has the path `*`.
public struct RequestTarget: Sendable, Hashable {
    /// Begins with `/`, or is `*`.
    public var path: String
    /// Without the question mark; nil where there is none.
    public var query: String?

    public init(path: String, query: String? = nil) {
        self.path = path
        self.query = query
    }
}

extension RequestTarget: CustomStringConvertible {
    public var description: String {
        if let query { "\(path)?\(query)" } else { path }
    }
}
