/// What links an offer to the Département's insertion policy.
public enum InsertionMeasure: String, Sendable, Hashable, CaseIterable {
    /// Contrat d'inclusion dans l'emploi départemental.
    case cied
    /// Hours reserved by an insertion clause of a public contract.
    case clause
    /// Insertion par l'activité économique.
    case iae

    public var label: String {
        switch self {
        case .cied: "Aide départementale CIED possible"
        case .clause: "Clause d’insertion"
        case .iae: "Insertion par l’activité économique"
        }
    }
}
