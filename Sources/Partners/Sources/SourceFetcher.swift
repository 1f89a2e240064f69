public import Curl
public import Feeds
public import Interchange
public import Recruitment

/// Fetches sources and reads them into offers. Blocking: for background threads.
///
/// Every address, redirects included, is held to the policy; sizes and times are bounded by the request.
public struct SourceFetcher: Sendable {
    private let gazetteer: Gazetteer
    private let places: FeedPlaces
    private let policy: AddressPolicy
    private let franceTravail: FranceTravailSettings?

    /// - Parameter franceTravail: nil where the operator gave no identifier: that source then cannot be fetched.
    public init(
        gazetteer: Gazetteer, places: FeedPlaces, policy: AddressPolicy = .publicOnly,
        franceTravail: FranceTravailSettings? = nil
    ) {
        self.gazetteer = gazetteer
        self.places = places
        self.policy = policy
        self.franceTravail = franceTravail
    }

    /// Asks `mayGoOn` before each request, and `.stopped` is the answer where that says no. `progress` hears how many records
    /// or pages are read.
    public func fetch(
        _ request: SourceRequest, at now: Instant, mayGoOn: () -> Bool = { true }, progress: (Int) -> Void = { _ in }
    ) throws(SourceError) -> SourceAnswer {
        let context = FeedContext(source: request.source, now: now) { [places] in places.workplace($0) }
        let limits = FeedLimits(octets: request.mostOctets)
        switch request.kind {
        case .franceTravail: return try franceTravailOffers(request, at: now, mayGoOn: mayGoOn, progress: progress)
        case .pages:
            let pages = JobPages(request: request, context: context, limits: limits, policy: policy)
            return try pages.read(mayGoOn: mayGoOn, progress: progress)
        case .feed(let kind):
            guard mayGoOn() else { return .stopped }
            guard let answer = try get(request) else { return .unchanged }
            var reading = SourceReading()
            do throws(FeedError) {
                reading.add(
                    try FeedReader.read(
                        answer.body, as: kind.format, mapping: request.mapping ?? kind.mapping, context: context,
                        limits: limits))
            } catch { throw SourceError(error.message) }
            if reading.shortfall == nil { reading.validators = answer.validators }
            progress(reading.offers.count)
            return .reading(reading)
        case .jsonLines:
            guard mayGoOn() else { return .stopped }
            guard let answer = try get(request) else { return .unchanged }
            var reading = lines(answer.body, of: request.source)
            if reading.shortfall == nil { reading.validators = answer.validators }
            progress(reading.offers.count)
            return .reading(reading)
        }
    }

    /// nil for 304.
    private func get(_ request: SourceRequest) throws(SourceError) -> HTTPAnswer? {
        let answer: HTTPAnswer
        do throws(TransferError) {
            let client = try HTTPClient(policy: policy)
            answer = try client.send(
                HTTPRequest(.get, request.url, validators: request.validators), limits: request.limits)
        } catch { throw SourceError(error.message) }
        switch answer.status {
        case 200: return answer
        case 304 where request.validators != HTTPValidators(): return nil
        default: throw SourceError("Le serveur a répondu \(answer.status).")
        }
    }

    private func lines(_ octets: [UInt8], of source: SourceName) -> SourceReading {
        var reading = SourceReading()
        var scanner = RecordScanner(.jsonLines)
        var records: [RecordScanner.Record] = []
        var last: RecordScanner.Record?
        do throws(ScanError) {
            try scanner.scan(octets[...]) { records.append($0) }
            last = try scanner.finish()
        } catch { reading.shortfall = "Le fichier ne peut pas être lu : \(error)." }
        let parser = OfferParser(.jsonLines, source: source, gazetteer: gazetteer)
        var seen: Set<OfferIdentity> = []
        for record in records + [last].compactMap({ $0 }) {
            do throws(Rejection) {
                guard let octets = record.bytes else {
                    throw Rejection(field: "", reason: "ligne de plus de \(RecordScanner.longestRecord) octets")
                }
                let offer = try parser.offer(octets)
                guard seen.insert(offer.identity).inserted else {
                    throw Rejection(
                        field: "id", value: offer.identity.sourceID, reason: "identifiant déjà présent plus haut",
                        sourceID: offer.identity.sourceID)
                }
                reading.offers.append(offer)
            } catch {
                reading.rejects.append(SourceReject(error, position: record.line))
                if error.sourceID == nil {
                    reading.shortfall =
                        record.line == last?.line
                        ? "Le fichier est coupé : sa dernière ligne est incomplète."
                        : reading.shortfall ?? "Une fiche rejetée ne dit pas de quelle offre il s’agit."
                }
            }
        }
        return reading
    }

    private func franceTravailOffers(
        _ request: SourceRequest, at now: Instant, mayGoOn: () -> Bool, progress: (Int) -> Void
    ) throws(SourceError) -> SourceAnswer {
        guard let settings = franceTravail else {
            throw SourceError(
                "L’identifiant et le secret de l’API de France Travail ne sont pas donnés (réglages france-travail-id et france-travail-secret-file)."
            )
        }
        var reading = SourceReading()
        var seen: Set<OfferIdentity> = []
        // An offer may stay open for long, but not for two years.
        let days: Int64 = request.isTrial ? 1 : 730
        let pull = FranceTravailPull(settings, from: now.adding(seconds: -days * 86_400), to: now)
        let result = withoutActuallyEscaping(mayGoOn) { mayGoOn in
            let start = ContinuousClock.now
            let clock = FranceTravailClient.Clock(
                now: { Int64((ContinuousClock.now - start) / .milliseconds(1)) },
                wait: { Pause.wait(milliseconds: $0, mayGoOn) })
            return run(pull, clock) { record in
                switch record {
                case .success(let offer):
                    guard seen.insert(offer.identity).inserted else { return }
                    reading.offers.append(offer)
                    progress(reading.offers.count)
                case .failure(let rejection):
                    reading.rejects.append(SourceReject(rejection, position: reading.rejects.count + 1))
                    if rejection.sourceID == nil {
                        reading.shortfall = "Une fiche rejetée ne dit pas de quelle offre il s’agit."
                    }
                }
            }
        }
        let summary: FranceTravailSummary?
        switch result {
        case .success(let value): summary = value
        case .failure(let error): throw SourceError(error.message)
        }
        guard let summary else { return .stopped }
        if !summary.isComplete {
            reading.shortfall = "France Travail n’a pas donné toutes ses offres : elles changeaient pendant la lecture."
        }
        return .reading(reading)
    }
}

extension SourceFetcher {
    private func run(
        _ pull: FranceTravailPull, _ clock: FranceTravailClient.Clock, _ receive: (Result<Offer, Rejection>) -> Void
    ) -> Result<FranceTravailSummary?, FranceTravailError> {
        let client: FranceTravailClient
        do throws(TransferError) { client = try FranceTravailClient(policy: policy) } catch {
            return .failure(.gaveUp(error.message))
        }
        do throws(FranceTravailError) {
            return .success(try client.run(pull, gazetteer: gazetteer, clock: clock, receive: receive))
        } catch { return .failure(error) }
    }
}

extension SourceReject {
    init(_ rejection: Rejection, position: Int) {
        self.init(
            position: position, sourceID: rejection.sourceID, field: rejection.field, value: rejection.value,
            reason: rejection.reason)
    }
}
