/// What is wrong in the text of a mapping, for the agent who writes it.
public struct MappingError: Error, Sendable, Hashable {
    public enum Problem: Sendable, Hashable {
        case tooLong
        case noEqualsSign
        case unknownField(String)
        case repeatedField(String)
        case notARule(String)
        case missingField(String)
    }

    /// From 1; 0 for the text as a whole.
    public let line: Int
    public let problem: Problem

    public var message: String {
        let place = line > 0 ? "Ligne \(line) : " : ""
        switch problem {
        case .tooLong: return place + "texte de plus de \(FeedMapping.longestText) octets."
        case .noEqualsSign: return place + "« champ = chemin » attendu."
        case .unknownField(let name): return place + "champ « \(name) » inconnu."
        case .repeatedField(let name): return place + "le champ « \(name) » est déjà donné plus haut."
        case .notARule(let rule): return place + "chemin « \(rule) » incompréhensible."
        case .missingField(let name): return place + "le champ « \(name) » est indispensable."
        }
    }
}
