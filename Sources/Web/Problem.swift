public import HTTP1
public import HTTPTypes

/// An error for programs, `application/problem+json` (RFC 9457).
public struct Problem: Sendable {
    /// A URI that names the kind of problem; `about:blank` says no more than the status.
    public var type: String
    /// The same for every problem of that type.
    public var title: String
    public var status: HTTPResponse.Status
    /// What went wrong this time.
    public var detail: String?
    /// A URI of this occurrence, such as the id that stands in the log.
    public var instance: String?
    /// Extension members. A name of the standard members is left out.
    public var members: [JSONValue.Member]

    public init(
        _ status: HTTPResponse.Status, type: String = "about:blank", title: String? = nil, detail: String? = nil,
        instance: String? = nil, members: [JSONValue.Member] = []
    ) {
        self.type = type
        self.title = title ?? status.reasonPhrase
        self.status = status
        self.detail = detail
        self.instance = instance
        self.members = members
    }

    private static let standardMembers: Set<String> = ["type", "title", "status", "detail", "instance"]

    public var text: JSONText {
        JSONText.object { problem in
            problem.member("type", type)
            problem.member("title", title)
            problem.member("status", status.code)
            if let detail { problem.member("detail", detail) }
            if let instance { problem.member("instance", instance) }
            for member in members where !Self.standardMembers.contains(member.name) {
                problem.member(member.name, member.value)
            }
        }
    }

    /// Kept by no cache.
    public func response(fields: HTTPFields = [:]) -> Response {
        var all = fields
        all[.contentType] = MediaType.problemJSON.fieldValue
        all[.cacheControl] = CacheControl.noStore.fieldValue
        return Response(status: status, fields: all, body: .bytes(text.bytes))
    }
}
