/// A record of a source that is no offer, or none that may be published.
public struct SourceReject: Sendable, Hashable {
    /// Among the source's records, from 1.
    public let position: Int
    /// nil where it cannot be read.
    public let sourceID: String?
    public let title: String?
    /// Empty where the record as a whole is at fault.
    public let field: String
    public let value: String
    public let reason: String

    public init(
        position: Int, sourceID: String?, title: String? = nil, field: String = "", value: String = "", reason: String
    ) {
        self.position = position
        self.sourceID = sourceID
        self.title = title
        self.field = field
        self.value = value
        self.reason = reason
    }

    public init(_ rejection: FeedRejection) {
        self.init(
            position: rejection.position, sourceID: rejection.identifier, title: rejection.title,
            reason: rejection.message)
    }
}
