import HTML
import HTTP1
import Recruitment
import Search
import Storage
import Web

extension Visit {
    private static let recentOffers = 8

    func home() throws -> Response {
        var query = SearchQuery()
        query.sort = .date
        query.perPage = Self.recentOffers
        let answer = board.search(query, today: today)
        let counts = ResultsMaker(visit: self, search: OfferSearch()).counts(answer)
        let recent = try board.offers(answer.hits.map(\.id), worker: worker)
        return page(
            Layout.Head(
                title: "Toutes les offres d’emploi de l’Allier",
                summary:
                    "Les offres d’emploi à pourvoir dans l’Allier : Moulins, Vichy, Montluçon et toutes les communes.",
                canonical: Paths.home.link(),
                alternates: [
                    .init(type: "application/feed+json", title: "Dernières offres", link: Paths.offersFeed.link())
                ], scripts: [SearchBox.script]),
            HomePage(
                total: answer.total, positions: answer.positions, byContract: counts[.contract] ?? [],
                byBasin: counts[.basin] ?? [], recent: recent, today: today, lists: searchLists(counts)
            ).html)
    }

    /// What the fields of a search offer without a script: the occupations are those of its result.
    func searchLists(_ counts: ByFilterGroup<[ResultsPage.Results.Count]>) -> HTML {
        site.searchLists.html(occupations: (counts[.occupation] ?? []).map(\.label))
    }
}
