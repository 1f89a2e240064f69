public import Recruitment

/// What the board knows of a partner's key.
public struct PartnerKey: Sendable, Hashable {
    /// What a key opens.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Reading, at the key's own pace.
        case read = "lecture"
        /// Handing in offers.
        case deposit = "depot"
        /// Being told of changes at an address of one's own.
        case webhooks
    }

    public static let longestName = 200
    /// Sources that no partner hands in for.
    public static let reservedSources: Set<SourceName> = [.ownSite, .franceTravail]
    public static let mostRequestsPerMinute = 100_000

    public let id: Int64
    public let name: String
    public let scopes: Set<Scope>
    /// Whose offers it may hand in; nil without that scope.
    public let source: SourceName?
    public let requestsPerMinute: Int
    public let createdAt: Instant
    /// To the hour; nil for a key that was never used.
    public let lastUsedAt: Instant?
    public let revokedAt: Instant?

    /// Whether offers of `source` may be handed in with it.
    public func opens(_ source: SourceName) -> Bool { scopes.contains(.deposit) && self.source == source }

    public var isValid: Bool { revokedAt == nil }
}
