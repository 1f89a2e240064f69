public import Recruitment

/// A partner's subscription to the changes of what a search finds. Its secret is read apart (``WebhookStore/secrets(of:at:)``).
public struct Webhook: Sendable, Hashable {
    /// Of one partner's key.
    public static let mostOfKey = 10
    public static let longestSearch = 2_000
    /// Calls kept in the log of each.
    public static let callsKept = 200
    /// Seconds that the secret before the present one signs too.
    public static let secondsOfOldSecret: Int64 = 86_400

    public let id: WebhookID
    public let partnerKey: Int64
    public let partnerName: String
    public let url: String
    /// Query string of the search.
    public let search: String
    public let email: EmailAddress?
    /// Why no calls are made; nil while they are.
    public let pausedReason: String?
    /// The last change that was told, or that does not concern it.
    public let position: Int64
    /// The call that has to be made again.
    public let call: Call?
    /// Tries that failed since the last that did not, and when the first of them was.
    public let failures: Int
    public let failingSince: Instant?
    public let wantsTest: Bool
    public let dueAt: Instant
    public let createdAt: Instant

    /// A call that has begun and is not known to have arrived.
    public struct Call: Sendable, Hashable {
        /// The same at every try.
        public let name: String
        /// The change it goes up to.
        public let end: Int64
    }
}
