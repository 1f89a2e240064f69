public import HTTPTypes

/// A complete request, ready for a handler: the head is valid by RFC 9112, the body is whole.
public struct Request: Sendable {
    public var method: HTTPRequest.Method
    public var target: RequestTarget
    /// Host and optional port the client asked for, from the target's authority or the Host field; nil on HTTP/1.0 without.
    public var authority: String?
    /// Whether the client reached us, or our trusted proxy, by TLS.
    public var isSecure: Bool
    public var version: Version
    public var fields: HTTPFields
    public var body: RequestBody
    /// The client's address, through a trusted proxy where one is configured; textual, without port.
    public var client: String

    public init(
        method: HTTPRequest.Method, target: RequestTarget, authority: String? = nil, isSecure: Bool = false,
        version: Version = .http11, fields: HTTPFields = [:], body: RequestBody = .empty, client: String = "127.0.0.1"
    ) {
        self.method = method
        self.target = target
        self.authority = authority
        self.isSecure = isSecure
        self.version = version
        self.fields = fields
        self.body = body
        self.client = client
    }
}
