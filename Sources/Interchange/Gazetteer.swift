public import Recruitment

/// The communes an import knows, by code and by name.
public struct Gazetteer: Sendable {
    /// A commune merged into another since.
    public struct FormerCommune: Sendable {
        public let code: INSEECode
        public let name: String
        public let commune: INSEECode

        public init(code: INSEECode, name: String, commune: INSEECode) {
            self.code = code
            self.name = name
            self.commune = commune
        }
    }

    /// The département whose communes are all known: a code there that is in no table is a mistake.
    private static let completeDepartement = "03"

    private let communes: [INSEECode: Commune]
    private let formerCodes: [INSEECode: INSEECode]
    private let names: [FoldedName: [INSEECode]]

    public init(communes: [Commune], formerCommunes: [FormerCommune] = []) {
        self.communes = Dictionary(communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        formerCodes = Dictionary(formerCommunes.map { ($0.code, $0.commune) }, uniquingKeysWith: { first, _ in first })
        var names: [FoldedName: [INSEECode]] = [:]
        for commune in communes { names[FoldedName(commune.name), default: []].append(commune.code) }
        for former in formerCommunes { names[FoldedName(former.name), default: []].append(former.commune) }
        self.names = names
    }

    /// The commune with `code` today; a merged commune's code gives the one it belongs to now.
    func commune(_ code: INSEECode) -> Commune? {
        communes[code] ?? formerCodes[code].flatMap { communes[$0] }
    }

    /// The one commune of a département called `name`; nil where none or several are.
    func commune(named name: FoldedName, departement: String) -> Commune? {
        let found = Set((names[name] ?? []).filter { $0.departement == departement })
        return found.count == 1 ? found.first.flatMap { communes[$0] } : nil
    }

    /// Whether the table must know `code` if it exists.
    func shouldKnow(_ code: INSEECode) -> Bool { code.departement == Self.completeDepartement }
}
