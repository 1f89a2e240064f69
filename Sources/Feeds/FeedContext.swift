public import Recruitment

/// What reading needs from outside.
public struct FeedContext: Sendable {
    public let source: SourceName
    /// The time of reading: offers without a date are published then, and none later.
    public let now: Instant
    /// Finds the workplace a feed means; nil where it is none.
    public let workplace: @Sendable (FeedPlace) -> Workplace?

    public init(
        source: SourceName, now: Instant, workplace: @escaping @Sendable (FeedPlace) -> Workplace?
    ) {
        self.source = source
        self.now = now
        self.workplace = workplace
    }
}
