import MarkupText
public import Recruitment

/// Finds the workplace a feed means among the communes of Allier and around it: looser than an import of our own format, since
/// feeds rarely give codes.
public struct FeedPlaces: Sendable {
    /// A feed for this board that says only `Moulins` means the one in Allier.
    private static let home = (code: "03", name: "Allier", region: "Auvergne-Rhône-Alpes")
    /// Kilometres from a commune's centre within which a bare point lies in it.
    private static let nearest = 5.0

    private let communes: [INSEECode: Commune]
    private let byName: [String: [INSEECode]]
    private let byPostcode: [Postcode: [INSEECode]]

    /// `formerNames` are those of communes merged into another since, with its code.
    public init(communes: [Commune], formerNames: [(name: String, commune: INSEECode)] = []) {
        self.communes = Dictionary(communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var byName: [String: [INSEECode]] = [:]
        for commune in communes { byName[Self.folded(commune.name), default: []].append(commune.code) }
        for former in formerNames { byName[Self.folded(former.name), default: []].append(former.commune) }
        self.byName = byName
        byPostcode = Dictionary(grouping: communes.flatMap { commune in commune.postcodes.map { ($0, commune.code) } })
        { $0.0 }
        .mapValues { $0.map(\.1) }
    }

    /// The commune by its code, its name (with postcode, département or point where several have it), its postcode where no other
    /// has it, or a point near its centre; a commune of elsewhere by name and postcode; the département or the region where no
    /// more is said. nil for a place nobody knows.
    public func workplace(_ place: FeedPlace) -> Workplace? {
        if let commune = place.commune.flatMap({ communes[$0] }) ?? commune(of: place) {
            return Workplace(
                precision: .commune, label: commune.name, commune: commune.code,
                postcode: place.postcode ?? (commune.postcodes.count == 1 ? commune.postcodes.first : nil),
                departement: commune.code.departement, coordinate: place.coordinate ?? commune.centre)
        }
        if let city = place.city {
            guard let postcode = place.postcode else { return nil }
            return Workplace(
                precision: .commune, label: city, postcode: postcode,
                departement: String(postcode.description.prefix(2)),
                coordinate: place.coordinate)
        }
        let isHome =
            place.departement.map { Self.folded($0) == Self.folded(Self.home.name) || $0 == Self.home.code } ?? false
        if isHome || place.postcode?.description.hasPrefix(Self.home.code) ?? false {
            return Workplace(
                precision: .departement, label: Self.home.name, postcode: place.postcode, departement: Self.home.code,
                coordinate: place.coordinate)
        }
        guard place.departement == nil, place.coordinate == nil,
            place.region.map(Self.folded) == Self.folded(Self.home.region)
        else { return nil }
        return Workplace(precision: .region, label: Self.home.region)
    }

    private func commune(of place: FeedPlace) -> Commune? {
        guard let city = place.city else {
            if let found = place.postcode.flatMap({ byPostcode[$0] }) {
                return found.count == 1
                    ? communes[found[0]] : place.coordinate.flatMap { closest(to: $0, among: found) }
            }
            return place.postcode == nil
                ? place.coordinate.flatMap { closest(to: $0, among: Array(communes.keys)) } : nil
        }
        let named = (byName[Self.folded(city)] ?? []).compactMap { communes[$0] }
        let narrowed = named.filter { commune in
            if let postcode = place.postcode {
                return commune.postcodes.contains(postcode) || postcode.description.hasPrefix(commune.code.departement)
            }
            if let departement = place.departement, Int(departement) != nil {
                return commune.code.departement == departement
            }
            return true
        }
        if narrowed.count > 1 {
            if let point = place.coordinate { return closest(to: point, among: narrowed.map(\.code)) }
            let home = narrowed.filter { $0.code.departement == Self.home.code }
            return home.count == 1 ? home.first : nil
        }
        if let only = narrowed.first { return only }
        // A name in another writing, at a postcode that only one commune has.
        guard let found = place.postcode.flatMap({ byPostcode[$0] }), found.count == 1 else { return nil }
        return communes[found[0]]
    }

    private func closest(to point: Coordinate, among codes: [INSEECode]) -> Commune? {
        codes.compactMap { communes[$0] }
            .map { (commune: $0, distance: $0.centre.kilometres(to: point)) }
            .min { ($0.distance, $0.commune.code) < ($1.distance, $1.commune.code) }
            .flatMap { $0.distance <= Self.nearest ? $0.commune : nil }
    }

    /// `St-Pourçain` and `SAINT POURCAIN` are one.
    private static func folded(_ name: String) -> String {
        FoldedText(name).words.map { $0 == "st" ? "saint" : $0 == "ste" ? "sainte" : $0 }.joined(separator: " ")
    }
}
