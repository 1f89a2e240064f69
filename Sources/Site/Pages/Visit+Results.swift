import HTML
import HTTP1
import Recruitment
import Search
import Storage
import Web

extension Visit {
    func results() throws -> Response {
        var problems: [ParameterProblem] = []
        let search = OfferSearch(query, problems: &problems)
        let results = try ResultsMaker(visit: self, search: search).results(problems: problems)
        let cards = try cards(results.hits.flatMap { [$0.id] + $0.duplicates })
        let feeds = FeedForm.links(search)
        let resultsPage = ResultsPage(
            search: search, results: results, cards: cards, lists: searchLists(results.counts), feeds: feeds)
        var response = page(
            Layout.Head(
                title: resultsPage.title, canonical: search.link, isIndexed: search.isEmpty && search.page == 1,
                section: .offers,
                alternates: feeds.map { form, link in
                    .init(type: form.mediaType.essence, title: "Ces offres : \(form.label)", link: link)
                }, scripts: [SearchBox.script]),
            resultsPage.html)
        note(.shown, of: results.hits.map(\.id).filter { cards[$0]?.isCounted == true }, in: &response)
        note(search, results, in: &response)
        return response
    }

    /// Counts the search for those who run the board.
    private func note(_ search: OfferSearch, _ results: ResultsPage.Results, in response: inout Response) {
        guard search.page == 1, !results.isPlaceUnknown, let term = SearchTerm(search.text) else { return }
        let (tally, today, basin, foundNothing) = (board.tally, today, results.basin, results.total == 0)
        count(in: &response) {
            tally.note(term, basin: basin, on: today, foundNothing: foundNothing, times: $0)
        }
    }
}
