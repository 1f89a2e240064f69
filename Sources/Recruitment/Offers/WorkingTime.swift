/// Full or part time (Code du travail L3121-27, L3123-1).
public enum WorkingTime: String, Sendable, Hashable, CaseIterable {
    case fullTime = "plein"
    case partTime = "partiel"

    public var label: String {
        switch self {
        case .fullTime: "Temps plein"
        case .partTime: "Temps partiel"
        }
    }
}
