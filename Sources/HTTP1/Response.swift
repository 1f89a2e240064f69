public import HTTPTypes

/// An answer. The server adds `Date`, `Content-Length` or `Transfer-Encoding`, and `Connection`; a handler never sets them.
public struct Response: Sendable {
    public var status: HTTPResponse.Status
    public var fields: HTTPFields
    public var body: ResponseBody
    /// Whether the server may answer the same request target again with this response without asking the handler.
    public var reuse: Reuse
    /// Hears how often the server gave this response again without asking, to GET requests of clients that
    /// ``RequestHandler/counts(userAgent:)``. Called on an event loop, from time to time and when the response leaves its
    /// cache: must neither block nor take long.
    public var givenAgain: (@Sendable (_ times: Int) -> Void)?

    public init(
        status: HTTPResponse.Status, fields: HTTPFields = [:], body: ResponseBody = .empty, reuse: Reuse = .never
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.reuse = reuse
    }

    public enum Reuse: Sendable, Hashable {
        case never
        /// For as long as the handler's `generation` is this one, for GET and HEAD requests that have the same target, Host,
        /// scheme, `Accept` and `Accept-Encoding`, and neither `Cookie`, `Authorization`, `Range` nor a precondition other
        /// than If-None-Match, which the server answers itself. A 304 is reused for the requests whose If-None-Match names its
        /// entity tag. A response that sets a cookie, is a stream, or whose `Vary` names yet other fields is never reused.
        case whileGeneration(UInt64)
    }
}
