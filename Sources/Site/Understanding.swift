import Recruitment
import Search

/// Puts into words what the place field and the engine made of a search, with the ways on that follow from it.
struct Understanding {
    let search: OfferSearch
    let communes: CommuneDirectory

    /// What the places asked for mean.
    struct Place {
        var places: [SearchPlace] = []
        /// Each place that is known, as it is written in the address and as it is called.
        var named: [(text: String, label: String)] = []
        var radius: Int?
        var remarks: [ResultsPage.Results.Remark] = []
        /// The basin of the first commune.
        var basin: Basin?
        /// None of the places can be searched: nothing is found until the person has said which.
        var isUnknown = false
        /// A place that is no commune or several, with those it may mean.
        var problem: (text: String, suggestions: [String])?

        /// `Vichy ou Cusset`; nil where no place was asked.
        var label: String? {
            guard let last = named.last?.label else { return nil }
            let others = named.dropLast().map(\.label).joined(separator: ", ")
            return others.isEmpty ? last : "\(others) ou \(last)"
        }
    }

    var place: Place {
        var place = Place()
        for text in search.places { read(text, into: &place) }
        if !place.places.isEmpty { place.radius = search.radius ?? OfferSearch.defaultRadius }
        place.isUnknown = place.places.isEmpty && place.problem != nil
        return place
    }

    private func read(_ text: String, into place: inout Place) {
        switch communes.read(text) {
        case .everywhere:
            break
        case .communes(let found):
            add(found, text, label: Self.label(found), to: &place)
        case .number(let sharing, let coded):
            add(sharing + [coded], text, label: "\(Self.label(sharing)) ou \(coded.name)", to: &place)
            place.remarks.append(
                .init(
                    text: "\(text) est le code postal \(French.from(Self.label(sharing))) et le code Insee "
                        + "\(French.from(coded.name)). Précisez :",
                    choices: choices(sharing + [coded], insteadOf: text)))
        case .ambiguous(let found):
            refuse(text, "Plusieurs communes correspondent à « \(Self.shown(text)) ». Laquelle ?", found, &place)
        case .unknown(let suggestions):
            refuse(
                text,
                suggestions.isEmpty
                    ? "Aucune commune ne correspond à « \(Self.shown(text)) ». Vérifiez le nom ou le code postal."
                    : "Aucune commune ne s’appelle « \(Self.shown(text)) ». Vouliez-vous dire :",
                suggestions, &place)
        }
    }

    private func refuse(_ text: String, _ message: String, _ meant: [Commune], _ place: inout Place) {
        let choices = choices(meant, insteadOf: text)
        place.remarks.append(.init(text: message, choices: choices))
        if place.problem == nil { place.problem = (text, choices.map(\.label)) }
    }

    private static func shown(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }

    private func add(_ found: [Commune], _ text: String, label: String, to place: inout Place) {
        let radius = search.radius ?? OfferSearch.defaultRadius
        place.places += found.map { radius == 0 ? .commune($0.code) : .around($0.code, kilometres: radius) }
        place.named.append((text, label))
        if place.basin == nil { place.basin = found.first?.basin }
    }

    private static func label(_ found: [Commune]) -> String {
        let names = found.sorted { $0.population > $1.population }.map(\.name)
        return names.count <= 2
            ? names.joined(separator: " ou ") : "\(names[0]) et \(names.count - 1) communes du même code postal"
    }

    private func choices(
        _ communes: [Commune], insteadOf text: String
    ) -> [(label: String, search: OfferSearch)] {
        communes.map { commune in
            let name = Self.field(commune)
            return (
                name, search.changed { search in search.places = search.places.map { $0 == text ? name : $0 } }
            )
        }
    }

    /// A commune as the place field shows and reads it: `Vichy (03200)`.
    static func field(_ commune: Commune) -> String {
        commune.postcodes.first.map { "\(commune.name) (\($0))" } ?? commune.name
    }
}
