import Recruitment

/// The name of a source as people know it.
enum SourceLabel {
    private static let known = [
        "france-travail": "France Travail", "emploi-allier": "Emploi Allier", "site-employeur": "site de l’employeur",
        "mission-locale": "mission locale", "interim": "agence d’intérim", "mairie": "mairie",
    ]

    /// A source of another name is shown by it, its hyphens as spaces.
    static func text(_ source: SourceName) -> String {
        if let label = known[source.description] { return label }
        return String(
            decoding: source.description.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
