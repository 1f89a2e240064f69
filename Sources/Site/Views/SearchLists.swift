import HTML
import Recruitment
import Search

/// What browsers offer for the two fields of a search where no script runs: the larger communes, and the occupations that have
/// offers.
enum SearchLists {
    static let communesID = "communes"
    static let occupationsID = "metiers"

    /// Inhabitants of the smallest commune offered: some sixty, 1 KB compressed.
    private static let leastPopulation = 1_200

    /// The list of communes, which is the same on every page.
    static func communes(_ communes: [Commune], departement: String) -> HTML {
        let larger = communes.filter { $0.code.departement == departement && $0.population >= leastPopulation }
            .sorted { ($1.population, $0.name) < ($0.population, $1.name) }
        return """
            <datalist id="\(communesID)">
            \(each: larger, { "<option value=\"\(Understanding.field($0))\">\n" })</datalist>

            """
    }

    /// `labels`: of the ROME, « Serveur / Serveuse en restauration », of which the first title is offered.
    static func occupations(_ labels: [String]) -> HTML {
        """
        <datalist id="\(occupationsID)">
        \(each: labels.compactMap { OccupationTitles($0).first }, { "<option value=\"\($0)\">\n" })</datalist>

        """
    }
}
