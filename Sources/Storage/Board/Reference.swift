public import Interchange
public import Recruitment

/// The reference tables as pages use them.
public struct Reference: Sendable {
    /// The département whose board this is.
    public static let departement = "03"

    public let departementName = "Allier"
    public let communes: CommuneDirectory
    /// The tables as they are.
    public let data: ReferenceData
    /// The communes as records of offers name them.
    public let gazetteer: Gazetteer
    private let occupations: [ROMECode: Occupation]

    init(_ data: ReferenceData) {
        self.data = data
        communes = CommuneDirectory(
            communes: data.communes, formerNames: data.formerCommunes.map { ($0.name, $0.code, $0.commune) },
            departement: Self.departement, departementName: departementName)
        gazetteer = data.gazetteer
        occupations = Dictionary(data.occupations.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func occupation(_ code: ROMECode) -> Occupation? { occupations[code] }
}
