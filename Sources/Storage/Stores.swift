internal import SQLite

/// The stores on one view of the database. They belong to the call that lends them.
public struct Stores {
    public let offers: OfferStore
    public let changes: ChangeStore
    public let reference: ReferenceStore
    public let accounts: AccountStore
    public let sessions: SessionStore
    public let establishments: EstablishmentStore
    public let events: EventStore
    public let outbox: OutboxStore
    public let postings: PostingStore
    public let searchTerms: SearchTermStore
    public let offerUses: OfferUseStore
    public let partnerKeys: PartnerKeyStore
    public let sources: FeedSourceStore
    public let jobs: JobStore
    public let webhooks: WebhookStore
    public let tasks: AgentTaskStore
    public let outsideServices: OutsideServiceStore
    public let franceTravail: FranceTravailStore

    init(_ connection: Connection) {
        offers = OfferStore(connection)
        changes = ChangeStore(connection)
        reference = ReferenceStore(connection)
        accounts = AccountStore(connection)
        sessions = SessionStore(connection)
        establishments = EstablishmentStore(connection)
        events = EventStore(connection)
        outbox = OutboxStore(connection)
        postings = PostingStore(connection)
        searchTerms = SearchTermStore(connection)
        offerUses = OfferUseStore(connection)
        partnerKeys = PartnerKeyStore(connection)
        sources = FeedSourceStore(connection)
        jobs = JobStore(connection)
        webhooks = WebhookStore(connection)
        tasks = AgentTaskStore(connection)
        outsideServices = OutsideServiceStore(connection)
        franceTravail = FranceTravailStore(connection)
    }
}
