/// How an offer ended, as its employer tells it at closing or three weeks after expiry. Nothing about the person hired.
public enum ClosingOutcome: Sendable, Hashable {
    case filled(Hire)
    case notFilled(Reason)

    public struct Hire: Sendable, Hashable {
        public var channel: Channel
        /// Posts filled, at least one.
        public var positions: Int
        /// With the Département's aid; nil where the employer does not know.
        public var withCIED: Bool?
        /// Of a person who received the RSA; nil where the employer does not know.
        public var ofRSARecipient: Bool?

        public init(channel: Channel, positions: Int = 1, withCIED: Bool? = nil, ofRSARecipient: Bool? = nil) {
            self.channel = channel
            self.positions = max(1, positions)
            self.withCIED = withCIED
            self.ofRSARecipient = ofRSARecipient
        }
    }

    /// Where the person hired came from.
    public enum Channel: String, Sendable, Hashable, CaseIterable {
        case thisSite = "ce-site"
        case departement
        case franceTravail = "france-travail"
        case otherSite = "autre-site"
        case agency = "agence"
        case acquaintances = "connaissances"
        case spontaneous = "candidature-spontanee"
        case inside = "interne"
        case unknown = "inconnu"

        public var label: String {
            switch self {
            case .thisSite: "Par ce site"
            case .departement: "Par un agent du Département"
            case .franceTravail: "Par France Travail"
            case .otherSite: "Par un autre site"
            case .agency: "Par une agence d’intérim ou de recrutement"
            case .acquaintances: "Par une connaissance"
            case .spontaneous: "Par une candidature spontanée"
            case .inside: "Par une personne déjà dans l’entreprise"
            case .unknown: "Je ne sais pas"
            }
        }
    }

    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case noCandidate = "aucune-candidature"
        case noSuitableCandidate = "aucune-candidature-adaptee"
        case candidateDeclined = "desistement"
        case needGone = "besoin-disparu"
        case postponed = "reporte"
        case mistake = "erreur"
        case other = "autre"

        public var label: String {
            switch self {
            case .noCandidate: "Personne n’a postulé"
            case .noSuitableCandidate: "Aucune candidature ne convenait"
            case .candidateDeclined: "La personne choisie a renoncé"
            case .needGone: "Le besoin n’existe plus"
            case .postponed: "Le recrutement est reporté"
            case .mistake: "Offre publiée par erreur ou en double"
            case .other: "Autre raison"
            }
        }
    }

    public var isFilled: Bool {
        if case .filled = self { true } else { false }
    }
}
