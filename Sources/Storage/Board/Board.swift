public import Recruitment
public import Search
import Synchronization
import Threading

/// The offers as readers meet them: the database for what they say, the index for finding them.
///
/// The database is the only truth. The index is made from it at start and follows the table of changes: `catchUp` takes in
/// what has been committed since, by whichever process. Who writes through this process calls it before answering, so that
/// the same person's next search finds what was written.
public final class Board: Sendable {
    public let store: Store
    public let reference: Reference
    /// Counts the searches of readers.
    public let tally = SearchTally()
    /// Counts what readers do with offers.
    public let offerTally = OfferTally()
    private let index: SearchIndex
    private let clock: @Sendable () -> Instant
    private let observers = Lock<[@Sendable ([OfferID]) -> Void]>([])
    /// Only one thread at a time brings the index up to date.
    private let feed: Lock<IndexFeed>
    private let indexed = Atomic<Int64>(0)
    private let observer = Lock<@Sendable () -> Void>({})

    /// Reads the reference data and builds the index from a prepared store.
    /// - Parameter other: a board whose database holds the same reference data, which is then not read again: tests make
    ///   many boards, and these tables are most of the work.
    public init(
        store: Store, sharing other: Board? = nil, clock: @escaping @Sendable () -> Instant
    ) throws(StorageError) {
        self.store = store
        self.clock = clock
        let made: SearchIndex?
        if let other {
            reference = other.reference
            made = SearchIndex(sharing: other.index)
        } else {
            let data = try store.read(worker: nil, limit: nil) { (stores) throws(StorageError) in
                try stores.reference.all()
            }
            reference = Reference(data)
            made = SearchIndex(reference: data.search)
        }
        guard let index = made, let feed = IndexFeed(store: store, index: index) else {
            throw .failure("libstemmer has no French stemmer")
        }
        self.index = index
        self.feed = Lock(feed)
        let today = ParisTime.day(at: clock())
        try update { (feed) throws(StorageError) in try feed.build(on: today) }
    }

    /// What anonymous readers may see belongs to this number: it changes with every commit taken in, and at midnight in
    /// Allier, when offers expire without a commit. Wait-free.
    public var generation: UInt64 {
        let day = UInt32(bitPattern: ParisTime.day(at: clock()).daysSinceEpoch) & 0xF_FFFF
        return UInt64(bitPattern: indexed.load(ordering: .acquiring)) << 20 | UInt64(day)
    }

    /// The number of the last change that searches see. Wait-free.
    public var sequence: Int64 { indexed.load(ordering: .acquiring) }

    /// Has `body` called after each commit that is taken in, on whichever thread took it: it must be quick.
    public func whenChanged(_ body: @escaping @Sendable () -> Void) {
        observer.withLock { $0 = body }
    }

    // MARK: Reading

    public func search(_ query: SearchQuery, today: CalendarDay) -> SearchAnswer {
        index.search(query, today: today)
    }

    /// What a person who typed `prefix` may mean, best first.
    public func suggest(_ prefix: String, kinds: Set<Suggestion.Kind>, limit: Int) -> [Suggestion] {
        index.suggest(prefix: prefix, kinds: kinds, limit: limit)
    }

    /// The words of `text`, in order, by their octets with their stems: a page marks those that a search asked for.
    public func words(_ text: String) -> [(octets: Range<Int>, stem: [UInt8])] {
        index.words(text)
    }

    /// The reading of what an agent looks for among the offers of every status.
    public func fullTextQuery(_ text: String) -> FullTextQuery { index.fullTextQuery(text) }

    /// Octets of `text` that answer it.
    public func highlights(_ text: String, query: FullTextQuery) -> [Range<Int>] {
        index.highlights(text, query: query)
    }

    /// Occupations that someone who typed `text` may mean, the likeliest first.
    public func occupations(meantBy text: String, limit: Int) -> [Suggestion] {
        index.suggest(prefix: text, kinds: [.occupation], limit: limit)
    }

    public func offer(_ id: OfferID, worker: Int?) throws(StorageError) -> PostedOffer? {
        try store.read(worker: worker) { (stores) throws(StorageError) in try stores.offers.offer(id) }
    }

    /// The offers with these numbers, in this order; numbers that no offer has are left out.
    public func offers(_ ids: [OfferID], worker: Int?) throws(StorageError) -> [PostedOffer] {
        try store.read(worker: worker) { (stores) throws(StorageError) in try stores.offers.offers(ids) }
    }

    /// What lists tell of the offers with these numbers, in this order; numbers that no offer has are left out.
    public func summaries(
        _ ids: [OfferID], worker: Int?
    ) throws(StorageError) -> [(id: OfferID, summary: OfferSummary)] {
        try store.read(worker: worker) { (stores) throws(StorageError) in try stores.offers.summaries(ids) }
    }

    /// Every offer open on `today` with the moment it last changed, by number.
    public func openChanges(
        on today: CalendarDay, worker: Int?
    ) throws(StorageError) -> [(id: OfferID, changedAt: Instant)] {
        try store.read(worker: worker) { (stores) throws(StorageError) in try stores.offers.openChanges(on: today) }
    }

    /// Other open offers of the same occupation, the nearest to its workplace first where that is a commune.
    public func similar(
        to posted: PostedOffer, limit: Int, today: CalendarDay, worker: Int?
    ) throws(StorageError) -> [PostedOffer] {
        guard let occupation = posted.offer.occupation ?? posted.offer.parentOccupation else { return [] }
        var query = SearchQuery()
        query.occupations = [occupation]
        query.countsFacets = false
        // The offer itself, and what repeats it, may be among them.
        query.perPage = limit + 1
        if let commune = posted.offer.workplace.commune {
            query.places = [.around(commune, kilometres: SearchLimits.widestRadius)]
            query.sort = .distance
        } else {
            query.sort = .date
        }
        let ids = search(query, today: today).hits.filter { $0.id != posted.id && !$0.duplicates.contains(posted.id) }
        return try offers(ids.prefix(limit).map(\.id), worker: worker)
    }

    // MARK: Following the database

    /// Takes in what has been committed since the last time; returns when searches see it.
    public func catchUp() throws(StorageError) {
        let today = ParisTime.day(at: clock())
        try update { (feed) throws(StorageError) in
            let observers = observers.withLock { $0 }
            try feed.catchUp(on: today) { ids in for observer in observers { observer(ids) } }
        }
    }

    /// Tells `observer` of every offer that changes from now on: after searches find it changed, before `generation` says so.
    public func whenOffersChange(_ observer: @escaping @Sendable ([OfferID]) -> Void) {
        observers.withLock { $0.append(observer) }
    }

    /// Brings together what many commits have left of the index in small parts; for a thread with time to spare.
    public func tidy() { index.mergeParts() }

    private func update(_ work: (IndexFeed) throws(StorageError) -> Void) throws(StorageError) {
        let hasChanged = try feed.withLock { feed -> Result<Bool, StorageError> in
            do throws(StorageError) {
                try work(feed)
                return .success(indexed.exchange(index.sequence, ordering: .acquiringAndReleasing) != index.sequence)
            } catch { return .failure(error) }
        }.get()
        if hasChanged { observer.withLock { $0 }() }
    }
}
