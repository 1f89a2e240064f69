public import Recruitment

/// One fetch of a source.
public struct Pull: Sendable, Hashable {
    public enum Outcome: String, Sendable, Hashable {
        case done
        /// The server said that nothing had changed.
        case unchanged
        case failed
        /// The process died or was stopped; the next fetch does it again.
        case interrupted
        /// Everything was taken in, but so many offers would be closed that an agent is asked.
        case held
    }

    public struct Counts: Sendable, Hashable {
        public var added = 0
        public var updated = 0
        public var unchanged = 0
        public var closed = 0
        public var rejected = 0

        public init() {}

        public var accepted: Int { added + updated + unchanged }

        mutating func note(_ outcome: OfferIntake.Outcome) {
            switch outcome {
            case .added: added += 1
            case .updated, .reopened: updated += 1
            case .unchanged: unchanged += 1
            }
        }
    }

    public let id: Int64
    public let startedAt: Instant
    /// nil while it goes on.
    public let endedAt: Instant?
    public let outcome: Outcome?
    public let counts: Counts
    /// A French sentence for agents.
    public let trouble: String?

    /// Refused records kept of one fetch.
    public static let mostRejects = 1_000
}
