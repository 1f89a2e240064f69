import HTTP1
import HTTPTypes
import Recruitment
import Search
import Storage
import Web

extension Visit {
    /// Any site may read the JSON from a browser.
    static let crossOrigin: HTTPFields = [.accessControlAllowOrigin: "*"]

    /// The JSON Feed of a search. A parameter or value that cannot be used is refused: an empty or wider list would mislead.
    func feed() throws -> Response {
        let (search, _) = try strictSearch()
        let results = try ResultsMaker(visit: self, search: search, countsFacets: false).results(problems: [])
        let title = ResultsPage(search: search, results: results).title
        let feed = JSONFeed(
            settings: site.settings, search: search, results: results,
            offers: try board.offers(results.hits.map(\.id), worker: worker), title: "\(title) – Emploi Allier",
            today: today)
        var representation = Representation(
            feed.json.bytes, .feedJSON, cacheControl: .revalidate, fields: Self.crossOrigin)
        representation.lastModified = try lastModified()
        return answer(representation)
    }

    func offerJSON(_ id: OfferID) throws -> Response {
        guard let posted = try board.offer(id, worker: worker), posted.status.hasBeenPublic else {
            throw PageError.notFound
        }
        let status = posted.effectiveStatus(on: today)
        guard status == .published else {
            return Problem(
                .gone, title: "Offre close", detail: "L’offre \(id.code) n’est plus ouverte.",
                members: [
                    .init(name: "code", value: .string(id.code)), .init(name: "statut", value: .string(status.code)),
                ]
            ).response(fields: Self.crossOrigin)
        }
        let copies = try read { stores throws(StorageError) in try stores.jobs.copies(of: id) }
        let json = JSONText.object(capacity: 4_096) { object in
            OfferJSON(settings: site.settings, posted: posted, today: today, isWhole: true, copies: copies)
                .write(to: &object)
        }
        var representation = Representation(json.bytes, .json, cacheControl: .revalidate, fields: Self.crossOrigin)
        representation.lastModified = HTTPDate(seconds: Int(posted.changedAt.secondsSinceEpoch))
        return answer(representation)
    }

    static func refusal(_ problems: [ParameterProblem]) -> Response {
        let details: [JSONValue] = problems.map { problem in
            .object([
                .init(name: "parametre", value: .string(problem.parameter)),
                .init(name: "valeur", value: .string(problem.value)),
                .init(name: "message", value: .string(problem.message)),
                .init(name: "acceptes", value: .array(problem.accepted.map { .string($0) })),
                .init(name: "proche", value: problem.nearest.map { .string($0) } ?? .null),
            ])
        }
        return Problem(
            .badRequest, title: "Paramètre refusé", detail: problems.map(\.message).joined(separator: " "),
            members: [.init(name: "parametres", value: .array(details))]
        ).response(fields: crossOrigin)
    }

    func robots() -> Response {
        let text = """
            User-agent: *
            Disallow: /offres?
            Disallow: /offres/*/postuler
            Allow: /offres

            Sitemap: \(site.settings.baseURL)\(Sitemap.path.link())

            """
        return answer(Representation(Array(text.utf8), .plainText, cacheControl: .shared(seconds: 86_400)))
    }
}
