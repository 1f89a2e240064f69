/// Why a pull ended before its end. What came before was handed over; nothing may be closed for its absence.
public enum FranceTravailError: Error, Sendable, Hashable {
    /// The identifier, the secret or the scope: an agent must put it right.
    case credentialsRefused(status: Int)
    /// The API refuses the request itself; the status and the beginning of its words.
    case refused(status: Int, text: String)
    /// As many tries as allowed failed; the last cause.
    case gaveUp(String)
    case tooManyRequests

    public var message: String {
        switch self {
        case .credentialsRefused(let status): "France Travail refuse l’identifiant ou le secret (\(status))."
        case .refused(let status, let text): "France Travail refuse la requête (\(status)) : \(text)"
        case .gaveUp(let cause): "France Travail ne répond pas correctement : \(cause)."
        case .tooManyRequests: "La lecture demanderait trop de requêtes."
        }
    }
}
