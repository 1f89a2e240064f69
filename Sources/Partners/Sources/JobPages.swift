import Curl
import Feeds
import Recruitment

/// Reads pages with schema.org JobPosting that a list page or a sitemap leads to. The list itself may hold some too.
struct JobPages {
    /// Pages read at most, and sitemaps of an index.
    static let mostPages = 300
    /// Pages of a trial.
    static let pagesOfTrial = 3
    static let mostSitemaps = 20
    /// Octets of one page.
    static let mostOctets = 4 << 20
    /// Between two pages, so as not to burden the site.
    static let millisecondsBetween: Int64 = 100

    let request: SourceRequest
    let context: FeedContext
    let limits: FeedLimits
    let policy: AddressPolicy

    private struct State {
        var reading = SourceReading()
        var identities: Set<OfferIdentity> = []
        var octets = 0
    }

    func read(mayGoOn: () -> Bool, progress: (Int) -> Void) throws(SourceError) -> SourceAnswer {
        let client: HTTPClient
        do throws(TransferError) { client = try HTTPClient(policy: policy) } catch { throw SourceError(error.message) }
        var state = State()
        guard mayGoOn() else { return .stopped }
        let list = try get(request.url, client)
        guard list.status == 200 else { throw SourceError("Le serveur a répondu \(list.status).") }
        let text = String(decoding: list.body, as: UTF8.self)
        take(list.body, &state)
        let pages = PageLinks(in: text, base: list.url, most: Self.mostPages + 1)
        if pages.isIndex {
            var addresses: [String] = []
            for sitemap in pages.addresses.prefix(Self.mostSitemaps) {
                guard mayGoOn() else { return .stopped }
                let answer = try get(sitemap, client)
                addresses +=
                    PageLinks(
                        in: String(decoding: answer.body, as: UTF8.self), base: answer.url, most: Self.mostPages + 1
                    ).addresses
            }
            return try read(addresses, client, &state, mayGoOn, progress)
        }
        return try read(pages.addresses, client, &state, mayGoOn, progress)
    }

    private func read(
        _ addresses: [String], _ client: borrowing HTTPClient, _ state: inout State, _ mayGoOn: () -> Bool,
        _ progress: (Int) -> Void
    ) throws(SourceError) -> SourceAnswer {
        let most = request.isTrial ? Self.pagesOfTrial : Self.mostPages
        if addresses.count > most {
            state.reading.shortfall = "La liste mène à plus de \(most) pages : les premières sont lues."
        }
        for (index, address) in addresses.prefix(most).enumerated() {
            guard Pause.wait(milliseconds: Self.millisecondsBetween, mayGoOn) else { return .stopped }
            progress(index + 1)
            do throws(SourceError) {
                let page = try get(address, client)
                switch page.status {
                case 200: take(page.body, &state)
                // The page is gone, and the offer with it.
                case 404, 410: break
                default: throw SourceError("Le serveur a répondu \(page.status)")
                }
            } catch {
                state.reading.shortfall = "La page \(address) n’a pas pu être lue : \(error.message)"
            }
            guard state.octets <= request.mostOctets else {
                throw SourceError("Les pages sont plus grosses que permis.")
            }
        }
        if state.reading.offers.isEmpty, state.reading.rejects.isEmpty {
            throw SourceError("Aucune page ne contient d’offre au format JobPosting (schema.org).")
        }
        return .reading(state.reading)
    }

    private func get(_ url: String, _ client: borrowing HTTPClient) throws(SourceError) -> HTTPAnswer {
        var limits = request.limits
        limits.body = min(limits.body, Self.mostOctets)
        do throws(TransferError) { return try client.send(HTTPRequest(.get, url), limits: limits) } catch {
            throw SourceError(error.message)
        }
    }

    private func take(_ octets: [UInt8], _ state: inout State) {
        state.octets += octets.count
        let mapping = request.mapping ?? FeedKind.jobPosting.mapping
        do throws(FeedError) {
            var page = SourceReading()
            page.add(
                try FeedReader.read(octets, as: .jobPosting, mapping: mapping, context: context, limits: limits))
            for offer in page.offers where state.identities.insert(offer.identity).inserted {
                state.reading.offers.append(offer)
            }
            state.reading.rejects += page.rejects.map { reject in
                SourceReject(
                    position: state.reading.rejects.count + reject.position, sourceID: reject.sourceID,
                    title: reject.title, field: reject.field, value: reject.value, reason: reject.reason)
            }
            state.reading.remarks += page.remarks
            state.reading.shortfall = state.reading.shortfall ?? page.shortfall
        } catch { state.reading.shortfall = error.message }
    }
}
