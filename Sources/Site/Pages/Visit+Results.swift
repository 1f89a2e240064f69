import HTML
import HTTP1
import Web

extension Visit {
    func results() throws -> Response {
        var problems: [ParameterProblem] = []
        let search = OfferSearch(query, problems: &problems)
        let results = try ResultsMaker(visit: self, search: search).results(problems: problems)
        let resultsPage = ResultsPage(search: search, results: results, today: today)
        var feed = search
        feed.page = 1
        return page(
            Layout.Head(
                title: resultsPage.title, canonical: search.link, isIndexed: search.isEmpty && search.page == 1,
                section: .offers,
                alternates: [
                    .init(
                        type: "application/feed+json", title: "Ces offres en JSON",
                        link: Paths.offersFeed.link(query: feed.items))
                ]),
            resultsPage.html)
    }
}
