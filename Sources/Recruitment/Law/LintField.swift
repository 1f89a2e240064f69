/// The parts of an offer that rules look at, in the order the form shows them.
public enum LintField: String, Sendable, Hashable, CaseIterable, Comparable {
    case title
    case employer
    case contract
    case hours
    case pay
    case description
    case requirements
    /// What is a plus without being required.
    case preferences
    /// How to apply, in words.
    case application
    case phone

    public var label: String {
        switch self {
        case .title: "Intitulé"
        case .employer: "Employeur"
        case .contract: "Contrat"
        case .hours: "Temps de travail"
        case .pay: "Salaire"
        case .description: "Description"
        case .requirements: "Ce qui est demandé"
        case .preferences: "Ce qui est un plus"
        case .application: "Comment postuler"
        case .phone: "Téléphone"
        }
    }

    public static func < (left: LintField, right: LintField) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
