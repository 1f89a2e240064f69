public import Recruitment

/// What a feed says of itself.
public struct FeedPublication: Sendable {
    public var title: String
    public var summary: String
    /// Address of the list people read.
    public var page: String
    /// Address of the feed itself.
    public var address: String
    /// Host that names things of ours for ever: `emploi.allier.fr`.
    public var host: String
    /// When anything in the feed last changed.
    public var updated: Instant
    /// Address of an offer's page.
    public var offerPage: @Sendable (PostedOffer) -> String

    public init(
        title: String, summary: String, page: String, address: String, host: String, updated: Instant,
        offerPage: @escaping @Sendable (PostedOffer) -> String
    ) {
        self.title = title
        self.summary = summary
        self.page = page
        self.address = address
        self.host = host
        self.updated = updated
        self.offerPage = offerPage
    }
}
