/// Why an offer is refused, suspended or sent back: coded, with its ground in law or in the board's terms of use.
public enum ModerationReason: String, Sendable, Hashable, CaseIterable {
    case discrimination
    case sex = "sexe"
    case upperAge = "age-maximal"
    case misleading = "trompeur"
    case notFrench = "langue"
    case moneyAsked = "argent-demande"
    case personalQuestions = "questions-personnelles"
    case underMinimumWage = "smic"
    case payMissing = "salaire-absent"
    case workingHours = "duree-du-travail"
    case undeclaredWork = "travail-dissimule"
    case employerUnknown = "employeur-inconnu"
    case establishmentClosed = "etablissement-ferme"
    case fraud = "fraude"
    case notAnOffer = "pas-une-offre"
    case duplicate = "doublon"
    case incomplete = "incomplete"
    case outOfArea = "hors-territoire"
    case personalData = "donnees-personnelles"
    case reportedByReaders = "signalement"

    /// For the agent's list.
    public var label: String {
        switch self {
        case .discrimination: "Discrimination"
        case .sex: "Sexe demandé"
        case .upperAge: "Limite d’âge"
        case .misleading: "Offre fausse ou trompeuse"
        case .notFrench: "Texte qui n’est pas en français"
        case .moneyAsked: "Argent ou coordonnées bancaires demandés"
        case .personalQuestions: "Questions sans lien avec l’emploi"
        case .underMinimumWage: "Salaire sous le minimum"
        case .payMissing: "Salaire absent"
        case .workingHours: "Durée du travail"
        case .undeclaredWork: "Travail non déclaré ou non payé"
        case .employerUnknown: "Employeur inconnu"
        case .establishmentClosed: "Établissement fermé"
        case .fraud: "Soupçon de fraude"
        case .notAnOffer: "Ce n’est pas une offre d’emploi"
        case .duplicate: "Offre en double"
        case .incomplete: "Offre incomplète"
        case .outOfArea: "Hors du territoire"
        case .personalData: "Données personnelles visibles"
        case .reportedByReaders: "Signalement à vérifier"
        }
    }

    /// The article broken, or the board's terms of use where no law is.
    public var ground: String {
        switch self {
        case .discrimination: "Code du travail, art. L1132-1"
        case .sex: "Code du travail, art. L1142-1"
        case .upperAge: "Code du travail, art. L5331-2"
        case .misleading, .fraud: "Code du travail, art. L5331-3"
        case .notFrench: "Code du travail, art. L5331-4"
        case .moneyAsked: "Code du travail, art. L5321-3"
        case .personalQuestions: "Code du travail, art. L1221-6"
        case .underMinimumWage: "Code du travail, art. L3231-2"
        case .payMissing: "Directive (UE) 2023/970, art. 5"
        case .workingHours: "Code du travail, art. L3121-20"
        case .undeclaredWork: "Code du travail, art. L8221-5"
        case .employerUnknown: "Code du travail, art. L5332-2"
        case .personalData: "RGPD, art. 5"
        case .establishmentClosed, .notAnOffer, .duplicate, .incomplete, .outOfArea, .reportedByReaders:
            "Conditions d’utilisation du site"
        }
    }

    public var isLegal: Bool { ground != "Conditions d’utilisation du site" }

    /// For the employer: what is wrong, and what to do about it.
    public var explanation: String { FrenchTypography.bound(sentence) }

    private var sentence: String {
        switch self {
        case .discrimination:
            "L’offre écarte des personnes pour une raison sans rapport avec leur capacité à faire le travail. "
                + "Décrivez le travail et non la personne."
        case .sex: "L’offre demande un homme ou une femme. Le poste doit être ouvert aux deux."
        case .upperAge: "L’offre fixe un âge à ne pas dépasser. Retirez-le."
        case .misleading:
            "L’offre annonce quelque chose d’inexact ou que rien ne garantit. Écrivez ce que dira le contrat."
        case .notFrench: "L’offre n’est pas rédigée en français."
        case .moneyAsked:
            "L’offre demande de l’argent ou des coordonnées bancaires. Chercher un emploi est gratuit : retirez cette demande."
        case .personalQuestions: "L’offre demande des informations sans lien avec l’emploi. Retirez ces questions."
        case .underMinimumWage:
            "Le salaire est inférieur au SMIC ou au minimum de la branche. Corrigez le montant ou les heures."
        case .payMissing: "Le salaire n’est pas annoncé. Donnez un montant ou une fourchette."
        case .workingHours: "La durée du travail dépasse ce que la loi permet."
        case .undeclaredWork: "Le travail ou l’essai annoncé n’est pas déclaré ou pas payé."
        case .employerUnknown: "L’employeur n’a pas pu être identifié. Donnez le nom et le SIRET de l’établissement."
        case .establishmentClosed:
            "L’établissement est fermé au répertoire Sirene. Donnez le SIRET d’un établissement ouvert."
        case .fraud: "Plusieurs éléments font craindre une fraude. Contactez-nous pour que nous vérifiions ensemble."
        case .notAnOffer: "Le texte n’est pas une offre d’emploi : publicité, formation payante, recherche d’associés…"
        case .duplicate: "La même offre est déjà en ligne. Modifiez celle qui existe."
        case .incomplete: "Il manque des informations pour que l’offre soit utile."
        case .outOfArea: "Le lieu de travail n’est ni dans l’Allier ni à proximité."
        case .personalData: "Des données personnelles sont visibles de tous. Mettez-les dans « Comment postuler »."
        case .reportedByReaders: "L’offre a été signalée ; elle est retirée le temps d’une vérification."
        }
    }

    /// The reason a rule of the legal lint gives, to prefill the agent's form; nil for rules that are only advice.
    public init?(rule: LegalRule) {
        switch rule.code {
        case "sexe", "sexe-intitule": self = .sex
        case "age-maximal": self = .upperAge
        case "langue": self = .notFrench
        case "trompeur-gains": self = .misleading
        case "argent-demande", "donnees-bancaires", "numero-surtaxe", "numero-surtaxe-court": self = .moneyAsked
        case "questions-personnelles", "historique-salaire": self = .personalQuestions
        case "smic": self = .underMinimumWage
        case "salaire-absent": self = .payMissing
        case "duree-maximale", "duree-maximale-texte": self = .workingHours
        case "travail-dissimule": self = .undeclaredWork
        case "employeur-inconnu": self = .employerUnknown
        case "courriel-visible": self = .personalData
        default:
            guard rule.severity == .blocking else { return nil }
            self = .discrimination
        }
    }
}
