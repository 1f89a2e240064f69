/// One of the three labour basins of Allier, drawn as its three arrondissements (docs/decisions/0002-basins.md).
public enum Basin: String, Sendable, Hashable, CaseIterable {
    case moulins
    case vichy
    case montlucon

    public var name: String {
        switch self {
        case .moulins: "Moulins"
        case .vichy: "Vichy"
        case .montlucon: "Montluçon"
        }
    }

    /// The basin of an arrondissement of Allier, by the name the Code officiel géographique gives it.
    public init?(arrondissement: String) {
        guard let basin = Self.allCases.first(where: { $0.name == arrondissement }) else { return nil }
        self = basin
    }
}
