public import Recruitment

/// What is compared of an offer besides its text: quickly made, and often enough to tell two offers apart.
public struct DuplicateFacts: Sendable, Hashable {
    public let identity: OfferIdentity
    /// The place offers are compared within: a commune, else a département, region or the country.
    let place: String
    let titleWords: Set<String>
    let occupation: ROMECode?
    let parentOccupation: ROMECode?
    let employerWords: Set<String>
    /// The employer is not named, or recruits for others.
    let isEmployerUncertain: Bool
    let siret: SIRET?
    let contract: ContractType
    let durationInMonths: Double?
    let weeklyHours: Double?
    let salary: Salary?

    public init(of offer: Offer) {
        identity = offer.identity
        let workplace = offer.workplace
        place = workplace.commune?.description ?? workplace.departement ?? workplace.label
        titleWords = DuplicateWords.title(offer.title)
        occupation = offer.occupation
        parentOccupation = offer.parentOccupation
        employerWords = offer.employer.map(DuplicateWords.employer) ?? []
        isEmployerUncertain =
            employerWords.isEmpty || offer.employer.map(DuplicateWords.isAgency) ?? true
            || offer.activity?.description.hasPrefix("78.") ?? false
        siret = offer.siret
        contract = offer.contract
        durationInMonths = offer.durationInMonths
        weeklyHours = offer.weeklyHours
        salary = offer.salary
    }
}
