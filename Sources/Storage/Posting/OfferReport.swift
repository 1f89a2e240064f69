public import Recruitment

/// What a reader says against an offer. Nothing is kept about the reader.
public struct OfferReport: Sendable, Hashable {
    /// In Unicode scalars.
    public static let longestDetails = 1_000

    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case discrimination
        case fraud = "fraude"
        case money = "argent"
        case filled = "pourvue"
        case misleading = "trompeuse"
        case link = "lien-mort"
        case other = "autre"

        public var label: String {
            switch self {
            case .discrimination: "Elle écarte des personnes (âge, sexe, origine, santé…)"
            case .fraud: "Elle ressemble à une arnaque, ou l’employeur n’existe pas"
            case .money: "Elle demande de l’argent ou des coordonnées bancaires"
            case .filled: "Le poste est déjà pourvu"
            case .misleading: "Ce qu’elle dit est faux"
            case .link: "Impossible de postuler : lien mort, numéro faux"
            case .other: "Autre chose"
            }
        }
    }

    public let reason: Reason
    public let details: String
    public let at: Instant

    public init(reason: Reason, details: String, at: Instant) {
        self.reason = reason
        self.details = details
        self.at = at
    }
}
