public import Recruitment
public import Search

/// The reference tables as pages use them.
public struct Reference: Sendable {
    /// The département whose board this is.
    public static let departement = "03"

    public let departementName = "Allier"
    public let communes: CommuneDirectory
    private let occupations: [ROMECode: Occupation]

    init(_ data: ReferenceData) {
        communes = CommuneDirectory(
            communes: data.communes, formerNames: data.formerCommunes.map { ($0.name, $0.code, $0.commune) },
            departement: Self.departement, departementName: departementName)
        occupations = Dictionary(data.occupations.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func occupation(_ code: ROMECode) -> Occupation? { occupations[code] }
}

extension SearchReference {
    /// What the engine needs of the reference tables.
    public init(_ data: ReferenceData) {
        self.init(
            communes: data.communes, formerCommunes: data.formerCommunes.map { ($0.name, $0.commune) },
            occupations: data.occupations, domains: data.domains.map { ($0.letter, $0.label) },
            appellations: data.appellations,
            synonyms: data.synonyms.map {
                Synonym(term: $0.term, equivalent: $0.equivalent, kind: $0.kind, occupation: $0.occupation)
            }, departement: Reference.departement)
    }
}
