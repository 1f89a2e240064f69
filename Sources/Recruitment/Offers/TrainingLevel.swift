/// The training an offer asks for, by the national framework of qualifications (décret n° 2019-14).
public enum TrainingLevel: Int, Sendable, Hashable, CaseIterable {
    case none = 0
    case level3 = 3
    case level4 = 4
    case level5 = 5
    case level6 = 6
    case level7 = 7

    public var label: String {
        switch self {
        case .none: "Sans diplôme"
        case .level3: "CAP, BEP"
        case .level4: "Bac"
        case .level5: "Bac + 2 (BTS, DUT)"
        case .level6: "Bac + 3, Bac + 4"
        case .level7: "Bac + 5 et plus"
        }
    }
}
