/// When one works, as filters name it. An offer may have several.
public enum WorkSchedule: String, Sendable, Hashable, CaseIterable {
    case day = "jour"
    case night = "nuit"
    case weekend = "week-end"
    case shifts = "equipes"
    case split = "coupe"

    public var label: String {
        switch self {
        case .day: "En journée"
        case .night: "De nuit"
        case .weekend: "Le week-end"
        case .shifts: "En équipes (2×8, 3×8…)"
        case .split: "Horaires coupés"
        }
    }
}
