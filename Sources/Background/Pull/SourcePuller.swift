internal import Curl
internal import Feeds
public import Interchange
public import Partners
public import Recruitment
public import Storage

/// Fetches one source and brings its offers into the database.
///
/// Offers go in by transactions of ``batch``, each whole or absent after a crash; a fetch that was cut short is noted as
/// interrupted when the next begins, which finds what it brought unchanged and goes on. What the source no longer holds is
/// closed last, where the source was read whole; where more than ``mostVanishing`` of its offers would go at once, nothing is
/// closed and an agent is asked.
public struct SourcePuller: Sendable {
    /// Share of a source's open offers that may vanish at once without a question. A single offer always may.
    public static let mostVanishing = 0.3
    static let batch = 500

    private let store: Store
    private let fetcher: SourceFetcher
    private let lawful: LawfulOffers

    public init(store: Store, fetcher: SourceFetcher, lawful: LawfulOffers = LawfulOffers(isRelayed: true)) {
        self.store = store
        self.fetcher = fetcher
        self.lawful = lawful
    }

    private enum Absence {
        case none
        case closed(Int)
        case held(Int)
    }

    /// Returns what it did; nil where `mayGoOn` said no, and the fetch is done again later.
    @discardableResult
    public func run(
        _ source: FeedSource, at now: Instant, mayGoOn: () -> Bool = { true }, progress: (Int) -> Void = { _ in }
    ) throws(StorageError) -> Pull? {
        let pull = try store.writing { writing throws(StorageError) in
            try writing.beginPull(source.name, at: now)
        }
        let answer: SourceAnswer
        do throws(SourceError) {
            answer = try fetcher.fetch(SourceRequest(source), at: now, mayGoOn: mayGoOn, progress: progress)
        } catch {
            return try end(pull, source, .failed, trouble: error.message, at: now)
        }
        switch answer {
        case .stopped: return nil
        case .unchanged: return try end(pull, source, .unchanged, at: now)
        case .reading(let reading): return try take(reading, pull, source, at: now, mayGoOn)
        }
    }

    private func take(
        _ reading: SourceReading, _ pull: Int64, _ source: FeedSource, at now: Instant, _ mayGoOn: () -> Bool
    ) throws(StorageError) -> Pull? {
        let today = ParisTime.day(at: now)
        var (offers, rejects) = ([Offer](), reading.rejects)
        for offer in reading.offers {
            // France Travail has checked its offers by the same law, and shows some without their employer's name.
            if source.settings.kind != .franceTravail, let rejection = lawful.rejection(of: offer, on: today) {
                rejects.append(
                    SourceReject(
                        position: rejects.count + 1_000_000, sourceID: rejection.sourceID, title: offer.title,
                        field: rejection.field, value: rejection.value, reason: rejection.reason))
            } else {
                offers.append(offer)
            }
        }
        rejects = rejects.enumerated().map { $1.at($0 + 1) }
        var counts = Pull.Counts()
        counts.rejected = rejects.count
        var seen: Set<OfferID> = []
        var start = 0
        while start < offers.count {
            guard mayGoOn() else { return nil }
            let batch = Array(offers[start..<min(offers.count, start + Self.batch)])
            start += batch.count
            let before = (counts, seen)
            (counts, seen) = try store.writing { writing throws(StorageError) in
                var (counts, seen) = before
                try writing.take(batch, counts: &counts, seen: &seen, analysis: nil, at: now)
                return (counts, seen)
            }
        }
        let isWhole = source.settings.isWhole && reading.shortfall == nil && counts.accepted > 0
        let absence = isWhole ? try close(source, seen, rejects, added: counts.added, on: today, at: now) : .none
        var trouble = reading.shortfall
        if counts.accepted == 0 { trouble = trouble ?? "La source ne contient aucune offre valable." }
        switch absence {
        case .none: break
        case .closed(let count): counts.closed = count
        case .held(let count):
            return try end(
                pull, source, .held, counts,
                trouble: "\(count) offres disparaîtraient d’un coup : rien n’est fermé, un agent doit répondre.",
                rejects: rejects, at: now)
        }
        return try end(
            pull, source, .done, counts, trouble: trouble, rejects: rejects,
            validators: FeedSource.Validators(
                etag: reading.validators.etag, lastModified: reading.validators.lastModified), at: now)
    }

    /// Closes what the source no longer holds, or asks an agent.
    private func close(
        _ source: FeedSource, _ seen: Set<OfferID>, _ rejects: [SourceReject], added: Int, on today: CalendarDay,
        at now: Instant
    ) throws(StorageError) -> Absence {
        try store.writing { writing throws(StorageError) in
            var present = seen
            // A refused record of an offer we have is there, if not as it should be.
            for reject in rejects {
                guard let id = reject.sourceID, let identity = OfferIdentity(source: source.name, sourceID: id) else {
                    continue
                }
                if let number = try writing.number(of: identity) { present.insert(number) }
            }
            let open = try writing.open(of: source.name, on: today)
            let absent = open.filter { !present.contains($0) }
            let before = max(1, open.count - added)
            let share = Double(absent.count) / Double(before)
            if absent.count > 1, share > Self.mostVanishing {
                try writing.setAbsent(absent, of: source.name)
                try writing.openTask(
                    .sourceLosesOffers, on: .source(source.name),
                    text: "\(source.settings.label) : \(absent.count) offres sur \(before) disparaîtraient d’un coup.",
                    at: now)
                return .held(absent.count)
            }
            try writing.closeAbsent(absent, at: now)
            try writing.setAbsent([], of: source.name)
            return .closed(absent.count)
        }
    }

    private func end(
        _ pull: Int64, _ source: FeedSource, _ outcome: Pull.Outcome, _ counts: Pull.Counts = Pull.Counts(),
        trouble: String? = nil, rejects: [SourceReject]? = nil, validators: FeedSource.Validators? = nil,
        at now: Instant
    ) throws(StorageError) -> Pull? {
        try store.writing { writing throws(StorageError) in
            try writing.endPull(
                pull, of: source, outcome, counts: counts, trouble: trouble, rejects: rejects, validators: validators,
                at: now)
            return try writing.stores.sources.pulls(of: source.name, limit: 1).first
        }
    }
}

extension SourceRequest {
    public init(_ source: FeedSource) {
        let settings = source.settings
        self.init(
            source: source.name, kind: settings.kind, url: settings.url, mapping: settings.mapping,
            mostOctets: settings.mostMebibytes << 20, mostSeconds: settings.mostSeconds,
            validators: HTTPValidators(etag: source.validators.etag, lastModified: source.validators.lastModified))
    }
}

extension SourceReject {
    func at(_ position: Int) -> SourceReject {
        SourceReject(
            position: position, sourceID: sourceID, title: title, field: field, value: value, reason: reason)
    }
}
