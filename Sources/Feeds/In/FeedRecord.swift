/// What a reader of a format hands on.
enum FeedRecord: Sendable {
    case node(FeedNode)
    /// A record over the limit, passed over.
    case tooLarge
}
