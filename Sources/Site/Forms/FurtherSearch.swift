import Recruitment
import Search
import Storage
import Web

/// What a search asks for by ``SearchParameters/further``: parameters that the page has no field for. They are kept as they came,
/// each a single code, so that every link and every form of the search carries them on.
struct FurtherSearch: Sendable, Hashable {
    private(set) var items: [QueryItems.Item] = []

    var isEmpty: Bool { items.isEmpty }

    /// Takes in an item of a known name whose value is one. What cannot be used is told in `problems`.
    mutating func take(_ item: QueryItems.Item, _ parameter: APIParameter, _ problems: inout [ParameterProblem]) {
        if let problem = parameter.problem(with: item) {
            problems.append(problem)
            return
        }
        guard parameter.isList else {
            if values(item.name).isEmpty { items.append(item) } else { problems.append(.init(repeated: item)) }
            return
        }
        for code in item.value.split(separator: ",").map(String.init) where !values(item.name).contains(code) {
            guard values(item.name).count < OfferSearch.Limit.choices else {
                problems.append(.init(tooMany: item, limit: OfferSearch.Limit.choices))
                return
            }
            items.append(.init(name: item.name, value: code))
        }
    }

    mutating func remove(_ item: QueryItems.Item) {
        items.removeAll { $0 == item }
        if item.name == "salaire_min" { items.removeAll { $0.name == "salaire_periode" } }
    }

    /// Bounds that leave nothing between them, and a period of nothing: an empty list would not say why.
    var contradictions: [ParameterProblem] {
        var problems: [ParameterProblem] = []
        for (least, most) in [("heures_min", "heures_max"), ("duree_min", "duree_max")] {
            if let low = number(least), let high = number(most), low > high {
                problems.append(.init(least, isAbove: most))
            }
        }
        if publishedFrom > publishedTo { problems.append(.init("publiee_apres", isAbove: "publiee_avant")) }
        if value("salaire_periode") != nil, value("salaire_min") == nil {
            problems.append(.init("salaire_periode", needs: "salaire_min"))
        }
        return problems
    }

    // MARK: Meaning

    func apply(to query: inout SearchQuery) {
        query.places += values("departement").map { .departement($0) }
        query.withoutLicence = value("sans_permis") == "oui"
        query.minHours = number("heures_min")
        query.maxHours = number("heures_max")
        if let euros = number("salaire_min") {
            query.salaryFrom = Int64(euros) * 100
            query.salaryPeriod = period
        }
        query.otherThanSources = Set(values("sauf_source").compactMap { SourceName($0) })
    }

    /// What the database has to answer; empty for nothing.
    var selections: [OfferSelection] {
        var selections: [OfferSelection] = []
        if let since = moment("maj_depuis") { selections.append(.changed(since: since)) }
        if value("publiee_apres") != nil || value("publiee_avant") != nil {
            selections.append(.published(publishedFrom...max(publishedFrom, publishedTo)))
        }
        if value("duree_min") != nil || value("duree_max") != nil {
            let least = number("duree_min") ?? 0
            selections.append(.lasting(months: least...max(least, number("duree_max") ?? Self.longestContract)))
        }
        if let siret = value("siret").flatMap({ SIRET($0) }) { selections.append(.establishment(siret)) }
        let activities = values("naf").map { NAFCode($0)?.description ?? $0 }
        if !activities.isEmpty { selections.append(.activities(activities)) }
        let appellations = values("appellation")
        if !appellations.isEmpty { selections.append(.appellations(appellations)) }
        return selections
    }

    /// Months.
    private static let longestContract = 1_000.0
    private static let always = Instant(secondsSinceEpoch: 0)
    private static let never = Instant(secondsSinceEpoch: 1 << 40)

    private var publishedFrom: Instant { moment("publiee_apres") ?? Self.always }

    /// A day does not count itself.
    private var publishedTo: Instant {
        guard let text = value("publiee_avant"), let moment = moment("publiee_avant") else { return Self.never }
        return CalendarDay(text) == nil ? moment : moment.adding(seconds: -1)
    }

    private var period: PayPeriod { value("salaire_periode").flatMap { PayPeriod(rawValue: $0) } ?? .month }

    private func values(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    private func value(_ name: String) -> String? { items.first { $0.name == name }?.value }

    private func number(_ name: String) -> Double? { value(name).flatMap { Double($0) } }

    private func moment(_ name: String) -> Instant? { value(name).flatMap(SearchParameters.Forms.instant) }

    // MARK: Words

    /// What an item asks for, in a few words; nil for one that says nothing by itself.
    func label(_ item: QueryItems.Item) -> String? {
        let value = item.value
        return switch item.name {
        case "departement": "département \(value)"
        case "sans_permis": value == "oui" ? "aucun permis demandé" : nil
        case "heures_min": "\(value) h par semaine au moins"
        case "heures_max": "\(value) h par semaine au plus"
        case "salaire_min": "\(value) € brut au moins, \(period.rawValue)"
        case "duree_min": "contrat de \(value) mois au moins"
        case "duree_max": "contrat de \(value) mois au plus"
        case "maj_depuis": "changée depuis \(value)"
        case "publiee_apres": "publiée depuis \(value)"
        case "publiee_avant": "publiée avant \(value)"
        case "siret": "SIRET \(value)"
        case "naf": "activité \(value)"
        case "appellation": "appellation \(value)"
        case "sauf_source": "sauf \(SourceName(value).map(SourceLabel.text) ?? value)"
        default: nil
        }
    }
}

extension Visit {
    /// The offers that meet all of what the search asks of the database; nil where it asks nothing.
    func offers(selectedBy further: FurtherSearch) throws(StorageError) -> Set<OfferID>? {
        if further.selections.isEmpty { return nil }
        return try read { [today] stores throws(StorageError) in
            try stores.offers(selectedBy: further, on: today)
        }
    }
}

extension Stores {
    func offers(selectedBy further: FurtherSearch, on today: CalendarDay) throws(StorageError) -> Set<OfferID>? {
        let selections = further.selections
        guard let first = selections.first else { return nil }
        var kept = try offers.selected(first, on: today)
        for selection in selections.dropFirst() { kept.formIntersection(try offers.selected(selection, on: today)) }
        return kept
    }
}
