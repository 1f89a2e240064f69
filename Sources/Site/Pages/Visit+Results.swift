import HTML
import HTTP1
import Search
import Web

extension Visit {
    func results() throws -> Response {
        var problems: [ParameterProblem] = []
        let search = OfferSearch(query, problems: &problems)
        let results = ResultsMaker(visit: self, search: search).results(problems: problems)
        let resultsPage = ResultsPage(
            search: search, results: results, cards: try cards(results.hits.flatMap { [$0.id] + $0.duplicates }))
        var response = page(
            Layout.Head(
                title: resultsPage.title, canonical: search.link, isIndexed: search.isEmpty && search.page == 1,
                section: .offers,
                alternates: FeedForm.allCases.filter(\.isForPeople).map {
                    .init(type: $0.mediaType.essence, title: "Ces offres : \($0.label)", link: $0.link(search))
                }, scripts: [SearchBox.script]),
            resultsPage.html)
        // Searches that find nothing are counted each time they are made.
        if results.total == 0 { response.reuse = .never }
        return response
    }
}
