import HTML
import HTTP1
import Recruitment
import Storage
import Web

extension Visit {
    func results() throws -> Response {
        var problems: [ParameterProblem] = []
        let search = OfferSearch(query, problems: &problems)
        let results = try ResultsMaker(visit: self, search: search).results(problems: problems)
        let resultsPage = ResultsPage(search: search, results: results, today: today)
        var response = page(
            Layout.Head(
                title: resultsPage.title, canonical: search.link, isIndexed: search.isEmpty && search.page == 1,
                section: .offers,
                alternates: FeedForm.allCases.filter(\.isForPeople).map {
                    .init(type: $0.mediaType.essence, title: "Ces offres : \($0.label)", link: $0.link(search))
                }, scripts: [SearchBox.script]),
            resultsPage.html)
        note(search, results, in: &response)
        return response
    }

    /// Counts the search for those who run the board, and for employers that their offers were shown.
    private func note(_ search: OfferSearch, _ results: ResultsPage.Results, in response: inout Response) {
        note(.shown, of: results.hits.map(\.posted), in: &response)
        guard search.page == 1, !results.isPlaceUnknown, let term = SearchTerm(search.text) else { return }
        let (tally, today, basin, foundNothing) = (board.tally, today, results.basin, results.total == 0)
        count(in: &response) {
            tally.note(term, basin: basin, on: today, foundNothing: foundNothing, times: $0)
        }
    }
}
