public import Recruitment

/// A mail of the outbox that waits to be sent.
public struct QueuedMail: Sendable, Hashable {
    public let id: Int64
    public let mail: OutgoingMail
    public let createdAt: Instant
    /// Tries before this one.
    public let attempts: Int

    /// What became of a mail that is no longer waiting.
    public enum End: String, Sendable, Hashable {
        case sent
        /// Refused for good, or tried too often.
        case failed
        /// Its use was over before it could be sent.
        case late
    }
}
