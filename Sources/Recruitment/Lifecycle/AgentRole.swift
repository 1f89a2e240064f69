/// What an agent of the Département is there for. One person may have several.
public enum AgentRole: String, Sendable, Hashable, CaseIterable {
    case moderator = "moderateur"
    /// Visits companies and may post for them.
    case companyRelations = "relations-entreprises"
    /// Of insertion clauses in public contracts.
    case facilitator = "facilitateur"
    /// Accompanies persons (CIP).
    case counsellor = "conseiller"
    case direction
    case administrator = "administrateur"

    public var label: String {
        switch self {
        case .moderator: "Modération"
        case .companyRelations: "Relations avec les entreprises"
        case .facilitator: "Facilitation des clauses d’insertion"
        case .counsellor: "Accompagnement (CIP)"
        case .direction: "Direction"
        case .administrator: "Administration"
        }
    }

    /// May accept, refuse and suspend offers.
    public var moderates: Bool { self == .moderator || self == .administrator }

    /// May write and look after an offer in an employer's place.
    public var actsForEmployers: Bool { moderates || self == .companyRelations }
}
