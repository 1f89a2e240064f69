import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// Any site may read the JSON from a browser.
    private static let crossOrigin: HTTPFields = [.accessControlAllowOrigin: "*"]

    /// The JSON Feed of a search. A parameter or value that cannot be used is refused: an empty or wider list would mislead.
    func feed() throws -> Response {
        var problems: [ParameterProblem] = []
        let search = OfferSearch(query, problems: &problems)
        guard problems.isEmpty else { return Self.refusal(problems) }
        let results = try ResultsMaker(visit: self, search: search, countsFacets: false).results(problems: [])
        if results.isPlaceUnknown {
            return Self.refusal([
                ParameterProblem(place: search.place, suggestions: results.remarks.flatMap { $0.choices.map(\.label) })
            ])
        }
        let title = ResultsPage(search: search, results: results, today: today).title
        let feed = JSONFeed(
            settings: site.settings, search: search, results: results, title: "\(title) – Emploi Allier", today: today)
        var representation = Representation(
            feed.json.bytes, .feedJSON, cacheControl: .revalidate, fields: Self.crossOrigin)
        if let latest = results.hits.map(\.posted.changedAt).max() {
            representation.lastModified = HTTPDate(seconds: Int(latest.secondsSinceEpoch))
        }
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
        let json = JSONText.object(capacity: 4_096) { object in
            object.member("url", site.settings.baseURL + Paths.offer.link(OfferCode(id)))
            OfferJSON(posted: posted, today: today).write(to: &object)
            object.member("description", posted.offer.description)
        }
        var representation = Representation(json.bytes, .json, cacheControl: .revalidate, fields: Self.crossOrigin)
        representation.lastModified = HTTPDate(seconds: Int(posted.changedAt.secondsSinceEpoch))
        return answer(representation)
    }

    private static func refusal(_ problems: [ParameterProblem]) -> Response {
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
            Allow: /offres

            Sitemap: \(site.settings.baseURL)\(Paths.sitemap.link())

            """
        return answer(Representation(Array(text.utf8), .plainText, cacheControl: .shared(seconds: 86_400)))
    }

    /// Pages that search engines should know (sitemaps.org, protocol 0.9), each with the truth on when it last changed.
    func sitemap() throws -> Response {
        var markup: [UInt8] = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                .utf8)
        for path in [Paths.home.link(), Paths.offers.link(), Paths.howItWorks.link(), Paths.legalNotice.link()] {
            markup += "<url><loc>\(site.settings.baseURL)\(path)</loc></url>\n".utf8
        }
        for (id, changedAt) in try board.openChanges(on: today, worker: worker).suffix(Self.sitemapOffers) {
            let path = Paths.offer.link(OfferCode(id))
            markup += "<url><loc>\(site.settings.baseURL)\(path)</loc><lastmod>\(changedAt)</lastmod></url>\n".utf8
        }
        markup += "</urlset>\n".utf8
        return answer(Representation(markup, .xml, cacheControl: .revalidate))
    }

    /// The protocol allows 50,000 addresses a file; the newest offers come first.
    private static let sitemapOffers = 49_000
}
