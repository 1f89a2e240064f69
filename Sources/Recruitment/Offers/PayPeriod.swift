/// The period a rate of pay is given for.
public enum PayPeriod: String, Sendable, Hashable, CaseIterable {
    case hour = "horaire"
    case month = "mensuel"
    case year = "annuel"
}
