public import Recruitment
public import Search

/// The reference tables as values (sources and licences: first lines of Migrations/reference/*.tsv).
public struct ReferenceData: Sendable {
    /// A commune merged into another since.
    public struct FormerCommune: Sendable, Hashable {
        public let code: INSEECode
        public let name: String
        public let commune: INSEECode
    }

    /// A professional domain of the ROME: `A`, « Agriculture et Pêche… ».
    public struct Domain: Sendable, Hashable {
        public let letter: Character
        public let label: String
    }

    /// A sub-class of the NAF rev. 2.
    public struct Activity: Sendable, Hashable {
        public let code: NAFCode
        public let label: String
        public let section: Character
        public let sectionLabel: String
    }

    /// Communes of Allier and those within 50 km of it, by code.
    public let communes: [Commune]
    public let formerCommunes: [FormerCommune]
    public let occupations: [Occupation]
    public let domains: [Domain]
    public let appellations: [Appellation]
    public let activities: [Activity]
    public let synonyms: [Synonym]

    /// What the search engine understands queries by.
    public var search: SearchReference {
        SearchReference(
            communes: communes, formerCommunes: formerCommunes.map { ($0.name, $0.commune) }, occupations: occupations,
            domains: domains.map { ($0.letter, $0.label) }, appellations: appellations, synonyms: synonyms)
    }
}
