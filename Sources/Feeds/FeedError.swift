/// Why nothing can be made of a feed. Whoever keeps its offers must then leave them as they are.
public enum FeedError: Error, Sendable, Hashable {
    /// It declares entities: an attack, or a file of a kind no partner needs.
    case entityDeclared
    case tooDeep
    /// Over `FeedLimits.octets`.
    case tooLarge
    case unknownEncoding
    /// Not of the format at all, or no record before the place where it breaks.
    case unreadable(String)

    /// For the page where agents see a source's health.
    public var message: String {
        switch self {
        case .entityDeclared: "Le fichier déclare des entités XML : refusé par sécurité."
        case .tooDeep: "Les éléments sont imbriqués trop profondément."
        case .tooLarge: "Le fichier est trop gros."
        case .unknownEncoding: "Le codage des caractères annoncé est inconnu."
        case .unreadable(let reason): "Le fichier est illisible (\(reason))."
        }
    }
}
