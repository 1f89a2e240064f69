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
    private let index: SearchIndex
    private let clock: @Sendable () -> Instant
    /// Only one thread at a time brings the index up to date.
    private let updating = Lock<Void>(())
    private let indexed = Atomic<Int64>(0)

    /// Changes, or offers at start, taken in at a time.
    private static let batch = 5_000

    /// Reads the reference data and builds the index from a prepared store; `progress` hears how many offers are in.
    public init(
        store: Store, clock: @escaping @Sendable () -> Instant, progress: (Int) -> Void = { _ in }
    ) throws(StorageError) {
        self.store = store
        self.clock = clock
        let data = try store.read(worker: nil, limit: nil) { (stores) throws(StorageError) in try stores.reference.all()
        }
        reference = Reference(data)
        guard let index = SearchIndex(reference: SearchReference(data)) else {
            throw .failure("libstemmer has no French stemmer")
        }
        self.index = index
        try build(progress: progress)
    }

    /// What anonymous readers may see belongs to this number: it changes with every commit taken in, and at midnight in
    /// Allier, when offers expire without a commit. Wait-free.
    public var generation: UInt64 {
        let day = UInt32(bitPattern: ParisTime.day(at: clock()).daysSinceEpoch) & 0xF_FFFF
        return UInt64(bitPattern: indexed.load(ordering: .acquiring)) << 20 | UInt64(day)
    }

    // MARK: Reading

    public func search(_ query: SearchQuery, today: CalendarDay) -> SearchAnswer {
        index.search(query, today: today)
    }

    /// Octets of `text` that answer the words of a search.
    public func highlights(_ text: String, terms: Set<[UInt8]>) -> [Range<Int>] {
        index.highlights(text, terms: terms)
    }

    public func offer(_ id: OfferID, worker: Int) throws(StorageError) -> PostedOffer? {
        try store.read(worker: worker) { (stores) throws(StorageError) in try stores.offers.offer(id) }
    }

    /// The offers with these numbers, in this order; numbers that no offer has are left out.
    public func offers(_ ids: [OfferID], worker: Int) throws(StorageError) -> [PostedOffer] {
        try store.read(worker: worker) { (stores) throws(StorageError) in try stores.offers.offers(ids) }
    }

    /// Every offer open on `today` with the moment it last changed, by number.
    public func openChanges(
        on today: CalendarDay, worker: Int
    ) throws(StorageError) -> [(id: OfferID, changedAt: Instant)] {
        try store.read(worker: worker) { (stores) throws(StorageError) in try stores.offers.openChanges(on: today) }
    }

    /// Other open offers of the same occupation, the nearest to its workplace first where that is a commune.
    public func similar(
        to posted: PostedOffer, limit: Int, today: CalendarDay, worker: Int
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
        try updating.withLock { (_) throws(StorageError) in
            while try takeIn() == Self.batch {}
        }
    }

    /// Takes in a batch of changes and returns how many there were.
    private func takeIn() throws(StorageError) -> Int {
        let since = indexed.load(ordering: .relaxed)
        let today = ParisTime.day(at: clock())
        let (changes, analyses) = try store.read(worker: nil) { (stores) throws(StorageError) in
            let changes = try stores.changes.after(since, limit: Self.batch)
            var analyses: [OfferID: [UInt8]?] = [:]
            for change in changes where analyses[change.offer] == nil {
                analyses[change.offer] = .some(
                    try stores.offers.analysis(
                        of: change.offer, on: today, analysisVersion: IndexedOffer.analysisVersion))
            }
            return (changes, analyses)
        }
        guard let last = changes.last else { return 0 }
        var updates: [IndexChange] = []
        let analyzer = try analyzer()
        for (id, blob) in analyses {
            if let offer = blob.flatMap({ IndexedOffer(blob: $0) }) {
                updates.append(.put(offer))
            } else if let offer = try analyzed(id, by: analyzer, on: today) {
                updates.append(.put(offer))
            } else {
                updates.append(.remove(id))
            }
        }
        index.apply(updates, sequence: last.sequence)
        indexed.store(last.sequence, ordering: .releasing)
        return changes.count
    }

    /// An open offer whose analysis is missing or another version's, analysed now; nil for one that is not open.
    private func analyzed(
        _ id: OfferID, by analyzer: OfferAnalyzer, on today: CalendarDay
    ) throws(StorageError) -> IndexedOffer? {
        let posted = try store.read(worker: nil) { (stores) throws(StorageError) in try stores.offers.offer(id) }
        guard let posted, posted.isOpen(on: today) else { return nil }
        return IndexedOffer(blob: analyzer.analyze(posted.offer, id: id))
    }

    private func build(progress: (Int) -> Void) throws(StorageError) {
        let today = ParisTime.day(at: clock())
        let analyzer = try analyzer()
        // Whatever is committed while the offers are read stands in the changes after this one, and is taken in again.
        let sequence = try store.read(worker: nil) { (stores) throws(StorageError) in try stores.changes.latest() }
        var (ready, missing) = try store.read(worker: nil, limit: nil) { (stores) throws(StorageError) in
            var ready: [IndexChange] = []
            var missing: [OfferID] = []
            try stores.offers.forEachOpen(on: today, analysisVersion: IndexedOffer.analysisVersion) { id, blob in
                if let offer = blob.flatMap({ IndexedOffer(blob: $0) }) {
                    ready.append(.put(offer))
                } else {
                    missing.append(id)
                }
            }
            return (ready, missing)
        }
        progress(ready.count)
        for id in missing {
            if let offer = try analyzed(id, by: analyzer, on: today) { ready.append(.put(offer)) }
            if ready.count % Self.batch == 0 { progress(ready.count) }
        }
        index.apply(ready, sequence: sequence)
        indexed.store(sequence, ordering: .releasing)
    }

    private func analyzer() throws(StorageError) -> OfferAnalyzer {
        guard let analyzer = index.makeAnalyzer() else { throw .failure("libstemmer has no French stemmer") }
        return analyzer
    }
}
