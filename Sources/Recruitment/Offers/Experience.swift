/// What experience an offer asks for, by France Travail's codes (experienceExige).
public enum Experience: String, Sendable, Hashable, CaseIterable {
    case beginnerAccepted = "D"
    case wished = "S"
    case required = "E"

    public var label: String {
        switch self {
        case .beginnerAccepted: "Débutant accepté"
        case .wished: "Expérience souhaitée"
        case .required: "Expérience exigée"
        }
    }
}
