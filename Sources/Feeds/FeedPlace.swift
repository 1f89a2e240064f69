public import Recruitment

/// A place as a feed gives it, in pieces of which most may be missing.
public struct FeedPlace: Sendable, Hashable {
    public var commune: INSEECode?
    /// Name of the commune, in the feed's writing: `MOULINS`, `Saint Pourcain sur Sioule`.
    public var city: String?
    public var postcode: Postcode?
    /// Name or number.
    public var departement: String?
    public var region: String?
    public var coordinate: Coordinate?

    public init(
        commune: INSEECode? = nil, city: String? = nil, postcode: Postcode? = nil, departement: String? = nil,
        region: String? = nil, coordinate: Coordinate? = nil
    ) {
        self.commune = commune
        self.city = city
        self.postcode = postcode
        self.departement = departement
        self.region = region
        self.coordinate = coordinate
    }

    /// What to show of it where it is unknown.
    var label: String? {
        let pieces = [
            postcode?.description, city, commune?.description, departement, region,
            coordinate.map { "\($0.latitude), \($0.longitude)" },
        ].compactMap { $0 }
        return pieces.isEmpty ? nil : pieces.joined(separator: " ")
    }
}
