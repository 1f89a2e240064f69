/// Where a job is done, as precisely as the offer says.
public struct Workplace: Sendable, Hashable {
    public enum Precision: String, Sendable, Hashable, CaseIterable {
        case commune
        case departement
        case region
        case country
    }

    public let precision: Precision
    /// As a person reads it: `Moulins`, `Allier`, `Auvergne-Rhône-Alpes`, `France`.
    public let label: String
    /// Present exactly where `precision` is `.commune` and the commune is known.
    public let commune: INSEECode?
    public let postcode: Postcode?
    /// `03`; nil for a region or the whole country.
    public let departement: String?
    public let coordinate: Coordinate?

    public init(
        precision: Precision, label: String, commune: INSEECode? = nil, postcode: Postcode? = nil,
        departement: String? = nil, coordinate: Coordinate? = nil
    ) {
        self.precision = precision
        self.label = label
        self.commune = commune
        self.postcode = postcode
        self.departement = departement
        self.coordinate = coordinate
    }
}
