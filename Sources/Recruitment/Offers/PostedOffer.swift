/// An offer in this board: with its number, its status and what the board knows of its life.
public struct PostedOffer: Sendable, Hashable {
    public let id: OfferID
    public var offer: Offer
    public var status: OfferStatus
    /// When the board first received it.
    public var receivedAt: Instant
    /// When the board last changed anything of it that readers see: what `Last-Modified` and `lastmod` tell.
    public var changedAt: Instant
    /// When it was closed; nil while it is published and for one that only its deadline closed.
    public var closedAt: Instant?

    public init(
        id: OfferID, offer: Offer, status: OfferStatus, receivedAt: Instant, changedAt: Instant,
        closedAt: Instant? = nil
    ) {
        self.id = id
        self.offer = offer
        self.status = status
        self.receivedAt = receivedAt
        self.changedAt = changedAt
        self.closedAt = closedAt
    }

    /// Whether one may apply on `today`: decided when asked, whatever clock job has run or not.
    public func isOpen(on today: CalendarDay) -> Bool {
        status == .published && offer.deadline >= today
    }

    /// The status as readers should be told it on `today`: a published offer past its deadline has expired.
    public func effectiveStatus(on today: CalendarDay) -> OfferStatus {
        status == .published && offer.deadline < today ? .expired : status
    }
}
