import Recruitment
import Search

/// Puts into words what the place field and the engine made of a search, with the ways on that follow from it.
struct Understanding {
    let search: OfferSearch
    let communes: CommuneDirectory

    /// What the place field means.
    struct Place {
        var places: [SearchPlace] = []
        var label: String?
        var radius: Int?
        var remark: ResultsPage.Results.Remark?
        /// The basin of the first commune.
        var basin: Basin?
        /// The place cannot be searched: nothing is found until the person has said which.
        var isUnknown = false
    }

    var place: Place {
        switch communes.read(search.place) {
        case .everywhere:
            return Place()
        case .communes(let found):
            return place(found, label: Self.label(found))
        case .number(let sharing, let coded):
            var place = place(sharing + [coded], label: "\(Self.label(sharing)) ou \(coded.name)")
            place.remark = .init(
                text: "\(search.place) est le code postal \(French.from(Self.label(sharing))) et le code Insee "
                    + "\(French.from(coded.name)). Précisez :",
                choices: choices(sharing + [coded]))
            return place
        case .ambiguous(let found):
            return Place(
                remark: .init(
                    text: "Plusieurs communes correspondent à « \(shown) ». Laquelle ?", choices: choices(found)),
                isUnknown: true)
        case .unknown(let suggestions):
            let text =
                suggestions.isEmpty
                ? "Aucune commune ne correspond à « \(shown) ». Vérifiez le nom ou le code postal."
                : "Aucune commune ne s’appelle « \(shown) ». Vouliez-vous dire :"
            return Place(remark: .init(text: text, choices: choices(suggestions)), isUnknown: true)
        }
    }

    private var shown: String { search.place.count > 60 ? search.place.prefix(60) + "…" : search.place }

    private func place(_ found: [Commune], label: String) -> Place {
        let radius = search.radius ?? OfferSearch.defaultRadius
        return Place(
            places: found.map { radius == 0 ? .commune($0.code) : .around($0.code, kilometres: radius) }, label: label,
            radius: radius, basin: found.first?.basin)
    }

    private static func label(_ found: [Commune]) -> String {
        let names = found.sorted { $0.population > $1.population }.map(\.name)
        return names.count <= 2
            ? names.joined(separator: " ou ") : "\(names[0]) et \(names.count - 1) communes du même code postal"
    }

    private func choices(_ communes: [Commune]) -> [(label: String, search: OfferSearch)] {
        communes.map { commune in
            let name = Self.field(commune)
            return (name, search.changed { $0.place = name })
        }
    }

    /// A commune as the place field shows and reads it: `Vichy (03200)`.
    static func field(_ commune: Commune) -> String {
        commune.postcodes.first.map { "\(commune.name) (\($0))" } ?? commune.name
    }
}
