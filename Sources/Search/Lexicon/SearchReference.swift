public import Recruitment

/// The reference data that understanding rests on. All of it may be empty: then search knows words only.
public struct SearchReference: Sendable {
    public var communes: [Commune]
    /// Names of former communes that people still use, with the commune they now belong to.
    public var formerCommunes: [(name: String, commune: INSEECode)]
    public var occupations: [Occupation]
    /// Letter and label of the ROME's professional domains.
    public var domains: [(letter: Character, label: String)]
    public var appellations: [Appellation]
    public var synonyms: [Synonym]
    /// The département whose board this is: places outside it are neighbours.
    public var departement: String

    public init(
        communes: [Commune] = [], formerCommunes: [(name: String, commune: INSEECode)] = [],
        occupations: [Occupation] = [], domains: [(letter: Character, label: String)] = [],
        appellations: [Appellation] = [], synonyms: [Synonym] = [], departement: String = "03"
    ) {
        self.communes = communes
        self.formerCommunes = formerCommunes
        self.occupations = occupations
        self.domains = domains
        self.appellations = appellations
        self.synonyms = synonyms
        self.departement = departement
    }
}
