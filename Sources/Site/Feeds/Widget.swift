import Feeds
import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Search
import Storage
import Web

/// The newest offers of a search as a small page for other sites' frames. It has no script and keeps nothing of the reader; its
/// links open outside the frame.
struct Widget {
    static let path = Path("/widget")
    static let routes: [Route<Access, Endpoint>] = [
        .get(path, access: .everyone) { Endpoint { visit in try visit.widget() } }
    ]

    static let mostOffers = 10
    /// Looked at for these: some may not be passed on to other sites.
    static let mostLookedAt = 50

    let layout: Layout
    let search: OfferSearch
    let title: String
    let total: Int
    let offers: [PostedOffer]

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <title>\(title) – Emploi Allier</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <base target="_blank">
        <link rel="stylesheet" href="\(layout.assets.url("css/site.css"))">
        </head>
        <body class="widget">
        <main>
        <h1>\(title)</h1>
        <ul>
        \(each: offers, item)</ul>
        <p><a href="\(layout.settings.baseURL)\(search.link)" rel="noopener">\(all)</a></p>
        </main>
        </body>
        </html>

        """
    }

    private var all: String {
        total == 0 ? "Voir Emploi Allier" : "Voir \(French.count(total, "offre", "offres")) sur Emploi Allier"
    }

    private func item(_ posted: PostedOffer) -> HTML {
        let wording = OfferWording(offer: posted.offer)
        return """
            <li><a href="\(layout.settings.baseURL)\(Paths.offer.link(OfferCode(posted.id)))" rel="noopener">\(wording.title)</a> \
            – \(wording.place), \(wording.contract)</li>

            """
    }
}

extension Visit {
    func widget() throws -> Response {
        let (search, place) = try strictSearch()
        var query = try ResultsMaker(visit: self, search: search).query(in: place.places)
        query.perPage = Widget.mostLookedAt
        query.page = 1
        query.countsFacets = false
        let answer = board.search(query, today: today)
        let description = ResultsPage(search: search, results: ResultsPage.Results(place)).description
        let offers = try board.offers(answer.hits.map(\.id), worker: worker).filter(\.offer.mayBePassedOn)
        let widget = Widget(
            layout: site.layout, search: search, title: description.isEmpty ? "Offres d’emploi" : description,
            total: answer.total, offers: Array(offers.prefix(Widget.mostOffers)))
        let fields: HTTPFields = [
            .contentSecurityPolicy:
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
        ]
        return self.answer(
            Representation(
                Typography.apply(to: widget.html.octets), .html, cacheControl: .revalidate, fields: fields))
    }
}
