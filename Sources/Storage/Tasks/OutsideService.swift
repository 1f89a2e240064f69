public import Recruitment

/// A service outside that the board asks by itself and that does not answer.
public struct OutsideService: Sendable, Hashable {
    /// Known services; the raw value stays the same for ever.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// API Recherche d'entreprises.
        case companyRegister = "repertoire-sirene"

        public var label: String {
            switch self {
            case .companyRegister: "Le répertoire Sirene (API Recherche d’entreprises)"
            }
        }
    }

    public let name: Name
    public let failingSince: Instant
    /// When it last answered; nil if it never did.
    public let answeredAt: Instant?
    /// What it said last, for the operator.
    public let error: String

    public var label: String { name.label }
}
