import Curl
import Partners
import Recruitment
import Site
import Storage

extension SourcePreview {
    /// Looks over the network, within less time than a fetch may take.
    static func over(_ fetcher: SourceFetcher) -> SourcePreview {
        SourcePreview { name, settings, now in
            let request = SourceRequest(
                source: name, kind: settings.kind, url: settings.url, mapping: settings.mapping,
                mostOctets: settings.mostMebibytes << 20, mostSeconds: min(settings.mostSeconds, mostSeconds),
                isTrial: true)
            do throws(SourceError) {
                guard case .reading(let reading) = try fetcher.fetch(request, at: now) else {
                    return .failed("Le serveur n’a rien donné.")
                }
                return .read(
                    offers: reading.offers, rejects: reading.rejects, remarks: reading.remarks,
                    shortfall: reading.shortfall)
            } catch { return .failed(error.message) }
        }
    }
}
