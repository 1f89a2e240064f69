/// Types of contract, by France Travail's codes (référentiel typesContrats), with two that its API gives as a nature of a CDD.
public enum ContractType: String, Sendable, Hashable, CaseIterable {
    case permanent = "CDI"
    case fixedTerm = "CDD"
    case temporary = "MIS"
    case seasonal = "SAI"
    case apprenticeship = "APP"
    case professionalisation = "PRO"
    case insertionFixedTerm = "DDI"
    case insertionTemporary = "TTI"
    case temporaryPermanent = "DIN"
    case springboard = "DDT"
    case liberal = "LIB"
    case franchise = "FRA"
    case commercial = "CCE"
    case takeover = "REP"

    /// As a jobseeker reads it.
    public var label: String {
        switch self {
        case .permanent: "CDI"
        case .fixedTerm: "CDD"
        case .temporary: "Intérim"
        case .seasonal: "Saisonnier"
        case .apprenticeship: "Apprentissage"
        case .professionalisation: "Contrat de professionnalisation"
        case .insertionFixedTerm: "CDD d’insertion"
        case .insertionTemporary: "Intérim d’insertion"
        case .temporaryPermanent: "CDI intérimaire"
        case .springboard: "CDD tremplin"
        case .liberal: "Profession libérale"
        case .franchise: "Franchise"
        case .commercial: "Profession commerciale"
        case .takeover: "Reprise d’entreprise"
        }
    }

    /// A sentence for those who do not know the abbreviation; nil where the label says it all.
    public var explanation: String? {
        switch self {
        case .permanent: "Contrat à durée indéterminée : il n’a pas de date de fin."
        case .fixedTerm: "Contrat à durée déterminée : il s’arrête à une date prévue."
        case .temporary: "Vous êtes salarié d’une agence d’intérim et travaillez dans une autre entreprise."
        case .seasonal: "Contrat pour une saison : récolte, vacances, fêtes."
        case .apprenticeship, .professionalisation: "Vous travaillez et vous préparez un diplôme en même temps."
        case .insertionFixedTerm, .insertionTemporary, .springboard:
            "Contrat dans une structure d’insertion, avec un accompagnement vers l’emploi."
        case .temporaryPermanent: "CDI avec une agence d’intérim, qui vous confie plusieurs missions."
        case .liberal, .franchise, .commercial, .takeover: nil
        }
    }
}
