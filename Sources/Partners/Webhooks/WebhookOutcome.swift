public import Curl

/// What came of one delivery.
public enum WebhookOutcome: Sendable, Hashable {
    /// 2xx.
    case delivered
    /// 410, or an address we may not reach: the subscription ends.
    case refused(String)
    /// Anything else: again later, not before `after` seconds where the partner says so.
    case failed(String, after: Int64?)

    public init(_ result: Result<HTTPAnswer, TransferError>) {
        switch result {
        case .success(let answer):
            switch answer.status {
            case 200..<300: self = .delivered
            case 410: self = .refused("réponse 410")
            default: self = .failed("réponse \(answer.status)", after: answer["Retry-After"].flatMap { Int64($0) })
            }
        case .failure(let error):
            switch error {
            case .refusedAddress: self = .refused("adresse privée ou réservée")
            case .refusedScheme, .invalidURL: self = .refused("URL refusée")
            // Partners answer with a status; what they write besides is not read to its end.
            case .tooLarge, .stopped: self = .failed("réponse trop longue", after: nil)
            default: self = .failed(Self.explanation(error), after: nil)
            }
        }
    }

    private static func explanation(_ error: TransferError) -> String {
        switch error {
        case .hostNotFound: "nom d’hôte inconnu"
        case .notConnected: "connexion impossible"
        case .tls: "certificat ou chiffrement refusé"
        case .timedOut: "pas de réponse en \(WebhookCall.limits.total / 1_000) s"
        case .interrupted: "connexion coupée"
        case .malformedAnswer: "réponse illisible"
        default: "échec de l’appel"
        }
    }
}
