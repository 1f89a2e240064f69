public import Recruitment

/// An offer written on this site: what its employer typed, and where it stands.
public struct Posting: Sendable, Hashable {
    public let id: PostingID
    /// nil until it is handed in for the first time.
    public let offer: OfferID?
    public let siret: SIRET
    public let author: AccountID
    /// Raised by every change.
    public let version: Int64
    public var lifecycle: OfferLifecycle
    public let title: String
    /// The form's fields as typed, urlencoded: for the form to read.
    public let fields: String
    public let createdAt: Instant
    public let changedAt: Instant
    /// When it began to wait for a moderator; nil while it does not.
    public let submittedAt: Instant?
    /// The form's fields of a change of the published offer that waits for a moderator, as handed in.
    public let revision: String?
    /// Reports of readers that nobody has looked at.
    public let reports: Int

    public var status: OfferStatus { lifecycle.status }

    /// Since when it, or a change of it, waits for a moderator; nil while it does not.
    public var waitsSince: Instant? { lifecycle.awaitsModerator ? lifecycle.revisedAt ?? submittedAt : nil }

    /// The offer's name for its source, this site.
    public var identity: OfferIdentity? { OfferIdentity(source: .ownSite, sourceID: id.description) }
}
