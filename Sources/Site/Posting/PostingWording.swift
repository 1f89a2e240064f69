import HTML
import Recruitment
import Storage

/// Words for where an offer of this site stands.
enum PostingWording {
    static func title(_ posting: Posting) -> String {
        posting.title.isEmpty ? "Offre sans intitulé" : posting.title
    }

    static func status(_ status: OfferStatus) -> String {
        switch status {
        case .draft: "Brouillon"
        case .submitted: "En attente de lecture"
        case .changesRequested: "À corriger"
        case .published: "En ligne"
        case .filled: "Pourvue"
        case .expired: "Expirée"
        case .withdrawn: "Retirée"
        case .moderated: "Refusée ou suspendue"
        }
    }

    static func badge(_ status: OfferStatus) -> HTML {
        switch status {
        case .published: "<span class=\"badge good\">\(self.status(status))</span>"
        case .changesRequested, .moderated: "<span class=\"badge problem\">\(self.status(status))</span>"
        default: "<span class=\"badge\">\(self.status(status))</span>"
        }
    }

    /// With what waits beside the status.
    static func badge(_ posting: Posting) -> HTML {
        if posting.lifecycle.isScheduled {
            let day = posting.lifecycle.startsOn.map { ", en ligne le \(French.date($0))" }
            return "<span class=\"badge good\">Acceptée\(day ?? "")</span>"
        }
        let waiting: HTML? =
            posting.revision == nil ? nil : " <span class=\"badge\">Modification en attente de lecture</span>"
        return "\(badge(posting.status))\(waiting)"
    }

    /// What an event in the log was before or after: a status, then details, or other words.
    static func value(_ text: String) -> String {
        let parts = text.split(separator: " ; ", maxSplits: 1)
        guard let first = parts.first, let status = OfferStatus.allCases.first(where: { $0.code == first }) else {
            return text
        }
        return ([self.status(status)] + parts.dropFirst().map(String.init)).joined(separator: " ; ")
    }

    /// The code of an event in the log, as people read it.
    static func action(_ code: String) -> String {
        switch code {
        case "brouillon": "Brouillon commencé"
        case "depot": "Envoyée"
        case "publication": "Publiée"
        case "correction-demandee": "Correction demandée"
        case "refus": "Refusée"
        case "suspension": "Suspendue"
        case "retablissement": "Remise en ligne par un agent"
        case "modification": "Modifiée"
        case "modification-importante": "Modifiée, à relire"
        case "modification-acceptee": "Modification acceptée"
        case "modification-refusee": "Modification refusée"
        case "publication-prevue": "Publiée le jour prévu"
        case "saisie-departement": "Saisie par le Département"
        case "confirmation": "Confirmée"
        case "prolongation": "Prolongée"
        case "expiration": "Expirée"
        case "cloture": "Close"
        case "remise-en-ligne": "Envoyée de nouveau"
        case "copie": "Copiée d’une autre offre"
        case "question-confirmation": "Confirmation demandée"
        case "signalement": "Signalée"
        case "signalements-traites": "Signalements traités"
        case "tache-ouverte": "Tâche ouverte pour les agents"
        case "tache-faite": "Tâche faite"
        case "tache-rouverte": "Tâche rouverte"
        case "registre": "Répertoire Sirene"
        case "meme-offre": "Jointe à la même offre ailleurs"
        case "autre-offre": "Séparée d’une autre offre"
        case "cle-creee": "Clé créée"
        case "cle-revoquee": "Clé révoquée"
        case "abonnement-essayer": "Appel d’essai demandé"
        case "abonnement-suspendre": "Abonnement suspendu"
        case "abonnement-reprendre": "Abonnement repris"
        case "abonnement-rappeler": "Rappel demandé"
        case "abonnement-secret": "Secret changé"
        case "abonnement-finir": "Abonnement fini"
        case "source-ajoutee": "Source ajoutée"
        case "source-modifiee": "Source modifiée"
        case "source-demandee": "Lecture demandée"
        case "disparition-confirmee": "Disparition confirmée, offres fermées"
        case "disparition-refusee": "Disparition refusée, offres gardées"
        case "connexion": "Connexion"
        case "mot-de-passe": "Mot de passe changé"
        case "generateur-relie": "Téléphone relié"
        case "code-de-secours": "Code de secours employé"
        case "invitation": "Invitation"
        case "invitation-acceptee": "Invitation acceptée"
        case "acces-remis-a-zero": "Accès remis à zéro"
        default: code
        }
    }
}
