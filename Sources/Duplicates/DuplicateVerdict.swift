/// What a comparison of two offers says.
public struct DuplicateVerdict: Sendable, Hashable {
    public enum Decision: String, Sendable, Hashable {
        /// Shown once, with links to the others.
        case duplicate = "doublon"
        /// An agent should look.
        case suspected = "a_verifier"
        case distinct = "distinctes"
    }

    public enum Reason: Sendable, Hashable {
        case sameEstablishment
        case likeEmployer
        /// The employer is hidden, or an agency stands in its place.
        case employerUnknown
        case otherEmployer
        case likeTitle
        case sameOccupation
        case otherTitle
        case otherOccupation
        /// Share of the shorter text found in the other, in hundredths.
        case likeText(Int)
        case otherText(Int)
        case otherPlace
        case otherContract
        case otherPay
        case otherHours
        case otherShift

        /// For agents.
        public var message: String {
            switch self {
            case .sameEstablishment: "même établissement (SIRET)"
            case .likeEmployer: "employeur de même nom"
            case .employerUnknown: "employeur non nommé ou agence"
            case .otherEmployer: "employeurs différents"
            case .likeTitle: "intitulés semblables"
            case .sameOccupation: "même métier (ROME)"
            case .otherTitle: "intitulés différents"
            case .otherOccupation: "métiers différents (ROME)"
            case .likeText(let share): "textes communs à \(share) %"
            case .otherText(let share): "textes communs à \(share) % seulement"
            case .otherPlace: "lieux différents"
            case .otherContract: "contrats différents"
            case .otherPay: "salaires incompatibles"
            case .otherHours: "durées de travail différentes"
            case .otherShift: "jour, nuit ou week-end différents"
            }
        }
    }

    public let decision: Decision
    /// 0 to 1: how much speaks for one offer told twice. `duplicate` from 0.7, `suspected` from 0.5.
    public let score: Double
    public let reasons: [Reason]
}
