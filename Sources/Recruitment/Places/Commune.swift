/// A commune of Allier or of its surroundings.
public struct Commune: Sendable, Hashable {
    public let code: INSEECode
    /// With its accents: `Montluçon`, `Le Pin`.
    public let name: String
    /// At least one; neighbouring communes may have more than the table knows.
    public let postcodes: [Postcode]
    /// The centre of the commune: up to 2 km from its town hall.
    public let centre: Coordinate
    public let population: Int
    /// nil outside Allier.
    public let basin: Basin?
    /// Name of its intercommunalité (EPCI); nil outside Allier.
    public let intercommunality: String?

    public init(
        code: INSEECode, name: String, postcodes: [Postcode], centre: Coordinate, population: Int, basin: Basin?,
        intercommunality: String?
    ) {
        self.code = code
        self.name = name
        self.postcodes = postcodes
        self.centre = centre
        self.population = population
        self.basin = basin
        self.intercommunality = intercommunality
    }
}
