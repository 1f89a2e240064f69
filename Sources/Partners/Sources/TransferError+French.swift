import Curl

extension TransferError {
    /// For agents.
    var message: String {
        switch self {
        case .invalidURL: "L’adresse n’en est pas une."
        case .refusedScheme: "L’adresse, ou celle vers laquelle elle renvoie, n’est pas permise (http, https)."
        case .invalidField(let name): "Le champ \(name) n’est pas permis."
        case .refusedAddress(let address):
            "L’adresse \(address.map(\.description) ?? "") est interne ou réservée : refusée par sécurité."
        case .hostNotFound: "Ce nom de serveur n’existe pas."
        case .notConnected(let cause): "Le serveur n’accepte pas la connexion (\(cause))."
        case .tls(let cause): "La connexion chiffrée a échoué (\(cause))."
        case .timedOut: "Le serveur a mis trop de temps à répondre."
        case .interrupted(let cause): "La connexion a été coupée (\(cause))."
        case .tooLarge: "La réponse est plus grosse que permis."
        case .tooManyRedirects: "Le serveur renvoie sans fin d’une adresse à l’autre."
        case .stopped: "Arrêté."
        case .malformedAnswer(let cause): "Ce que répond le serveur n’est pas lisible (\(cause))."
        case .failed(let cause): "La requête a échoué (\(cause))."
        }
    }
}
