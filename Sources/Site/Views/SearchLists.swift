import HTML
import Recruitment
import Search
import Storage

/// What browsers offer for the two fields of a search where no script runs: the larger communes, and the occupations that have
/// offers.
struct SearchLists: Sendable {
    static let communesID = "communes"
    static let occupationsID = "metiers"

    /// Inhabitants of the smallest commune offered: some sixty, 1 KB compressed.
    private static let leastPopulation = 1_200

    /// The list of communes, which is the same on every page.
    private let communes: HTML
    /// By label of the ROME, « Serveur / Serveuse en restauration », the option of its first title.
    private let occupations: [String: HTML]

    init(_ reference: ReferenceData, departement: String) {
        let larger = reference.communes.filter {
            $0.code.departement == departement && $0.population >= Self.leastPopulation
        }.sorted { ($1.population, $0.name) < ($0.population, $1.name) }
        communes = """
            <datalist id="\(Self.communesID)">
            \(each: larger, { Self.option(Understanding.field($0)) })</datalist>

            """
        occupations = Dictionary(
            reference.occupations.compactMap { occupation in
                OccupationTitles(occupation.label).first.map { (occupation.label, Self.option($0)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func option(_ value: String) -> HTML { "<option value=\"\(value)\">\n" }

    /// Both lists; `labels` are the ROME's, others are left out.
    func html(occupations labels: [String]) -> HTML {
        """
        \(communes)<datalist id="\(Self.occupationsID)">
        \(labels.compactMap { occupations[$0] })</datalist>

        """
    }
}
