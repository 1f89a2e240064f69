public import Recruitment

/// One call of a subscription, as its log tells it.
public struct WebhookDelivery: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case changes = "changements"
        case test = "essai"
    }

    public let id: Int64
    public let call: String
    public let kind: Kind
    /// The changes it tells: after `after`, up to `end`.
    public let after: Int64
    public let end: Int64
    public let events: Int
    /// From 1.
    public let attempt: Int
    public let begunAt: Instant
    /// nil while it is under way, and for ever where the process died in it.
    public let milliseconds: Int?
    /// Of the answer; nil without one.
    public let status: Int?
    /// Why it failed, in French; nil where it did not.
    public let error: String?
    public let nextAt: Instant?
}
