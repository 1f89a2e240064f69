public import Recruitment
public import Search

/// Keeps a search index in step with the database. One thread at a time.
public final class IndexFeed {
    private let store: Store
    private let index: SearchIndex
    private let analyzer: OfferAnalyzer
    /// Offers whose last day is before this one may have been left out.
    private var furthest: CalendarDay?

    private static let batch = 1_000

    /// nil where libstemmer has no French.
    public init?(store: Store, index: SearchIndex) {
        guard let analyzer = index.makeAnalyzer() else { return nil }
        self.store = store
        self.index = index
        self.analyzer = analyzer
    }

    /// Fills the index with every offer open on `today`, from the analyses the database keeps; makes and keeps those it lacks.
    public func build(on today: CalendarDay) throws(StorageError) {
        furthest = today
        let (sequence, missing) = try store.read(worker: nil, limit: nil) { [index] stores throws(StorageError) in
            // Only a batch of analyses is in memory beside the index at a time.
            var batch: [IndexChange] = []
            var missing: [OfferID] = []
            let places = try stores.jobs.places()
            let sequence = try stores.changes.latest()
            try stores.offers.forEachOpen(on: today, analysisVersion: IndexedOffer.analysisVersion) { id, analysis in
                guard var offer = analysis.flatMap(IndexedOffer.init(blob:)) else { return missing.append(id) }
                offer.job = places[id]
                batch.append(.put(offer))
                if batch.count == SearchIndex.batch {
                    index.apply(batch)
                    index.mergeParts()
                    batch.removeAll(keepingCapacity: true)
                }
            }
            index.apply(batch)
            return (sequence, missing)
        }
        index.apply(try changes(of: missing, on: today), sequence: sequence)
    }

    /// Brings to the index what has changed since it was last looked after, and tells `changed` of those offers. Where the clock was
    /// put back, offers that are open again come back too.
    public func catchUp(on today: CalendarDay, changed: ([OfferID]) -> Void = { _ in }) throws(StorageError) {
        if let furthest, today < furthest {
            let ids = try store.read(worker: nil) { stores throws(StorageError) in
                try stores.offers.ending(from: today, before: furthest)
            }
            index.apply(try changes(of: ids, on: today), sequence: index.sequence)
            changed(ids)
            self.furthest = today
        } else {
            furthest = today
        }
        while true {
            let after = index.sequence
            let changes = try store.read(worker: nil) { stores throws(StorageError) in
                try stores.changes.after(after, limit: Self.batch)
            }
            guard let last = changes.last else { return }
            let ids = Array(Set(changes.map(\.offer)))
            index.apply(try self.changes(of: ids, on: today), sequence: last.sequence)
            changed(ids)
        }
    }

    private func changes(of ids: [OfferID], on today: CalendarDay) throws(StorageError) -> [IndexChange] {
        var changes: [IndexChange] = []
        var start = 0
        while start < ids.count {
            let batch = Array(ids[start..<min(ids.count, start + Self.batch)])
            start += batch.count
            let (found, others, places) = try store.read(worker: nil, limit: nil) { stores throws(StorageError) in
                let (found, others) = try Self.known(batch, on: today, stores)
                var places: [OfferID: JobPlace] = [:]
                for (id, _) in others { places[id] = try stores.jobs.place(id) }
                return (found, others, places)
            }
            changes += found.map { .put($0) }
            var made: [(id: OfferID, analysis: [UInt8])] = []
            for (id, posted) in others {
                guard let posted, posted.isOpen(on: today) else {
                    changes.append(.remove(id))
                    continue
                }
                let analysis = analyzer.analyze(posted.offer, id: id)
                made.append((id, analysis))
                if var offer = IndexedOffer(blob: analysis) {
                    offer.job = places[id]
                    changes.append(.put(offer))
                }
            }
            if !made.isEmpty { try store.keep(analyses: made, version: IndexedOffer.analysisVersion) }
        }
        return changes
    }

    /// The open offers among `ids` whose analysis is kept, and the others as they stand.
    private static func known(
        _ ids: [OfferID], on today: CalendarDay, _ stores: Stores
    ) throws(StorageError) -> (found: [IndexedOffer], others: [(OfferID, PostedOffer?)]) {
        var found: [IndexedOffer] = []
        var others: [(OfferID, PostedOffer?)] = []
        for id in ids {
            let analysis = try stores.offers.analysis(of: id, on: today, analysisVersion: IndexedOffer.analysisVersion)
            if var offer = analysis.flatMap(IndexedOffer.init(blob:)) {
                offer.job = try stores.jobs.place(id)
                found.append(offer)
            } else {
                others.append((id, try stores.offers.offer(id)))
            }
        }
        return (found, others)
    }
}

extension OfferAnalysis {
    /// The analysis an index reads, made by an analyser of its own; nil where libstemmer has no French.
    public init?(for index: SearchIndex) {
        guard let analyzer = index.makeAnalyzer() else { return nil }
        self.init(version: IndexedOffer.analysisVersion) { offer, id in analyzer.analyze(offer, id: id) }
    }
}
