import Glibc
import HTTP1
import HTTPTypes

/// A response made ready for sending on the thread that made it, so that an event loop only copies octets.
struct PreparedResponse: Sendable {
    /// The head without Date, Connection and its last, empty line.
    let head: [UInt8]
    let content: ResponseBody
    let delimiting: ResponseHead.Delimiting
    /// What may answer later requests.
    let page: CachedPage?
    /// The worker that made it.
    let worker: Int

    /// - Parameter method: HEAD leaves the content out.
    init(_ response: Response, method: Method, version: Version, page: CachedPage? = nil, worker: Int = 0) {
        let head = ResponseHead(response, version: version)
        self.head = head.octets
        delimiting = head.delimiting
        content = method == .head || response.status.hasNoContent ? .empty : response.body
        self.page = page
        self.worker = worker
    }

    /// 503 with Retry-After.
    static func unavailable(retryAfter seconds: Int, method: Method) -> PreparedResponse {
        PreparedResponse(.serviceUnavailable, fields: [.retryAfter: String(seconds)], method: method)
    }

    /// The server's own answer: the status and its phrase as text.
    init(_ status: HTTPResponse.Status, fields: HTTPFields = [:], method: Method = .get) {
        var fields = fields
        fields[.contentType] = "text/plain; charset=utf-8"
        let text = "\(status.code) \(status.reasonPhrase)\n"
        self.init(
            Response(status: status, fields: fields, body: .bytes(Array(text.utf8))), method: method, version: .http11)
    }
}
