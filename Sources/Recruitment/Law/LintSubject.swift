/// What the legal lint reads of an offer: it may be half written.
public struct LintSubject: Sendable, Hashable {
    /// Plain texts as typed; findings give offsets in them. An absent field is an empty one.
    public var texts: [LintField: String]
    public var contract: ContractType?
    public var workingTime: WorkingTime?
    public var weeklyHours: Double?
    public var salary: Salary?
    public var siret: SIRET?

    public init(
        texts: [LintField: String], contract: ContractType? = nil, workingTime: WorkingTime? = nil,
        weeklyHours: Double? = nil, salary: Salary? = nil, siret: SIRET? = nil
    ) {
        self.texts = texts
        self.contract = contract
        self.workingTime = workingTime
        self.weeklyHours = weeklyHours
        self.salary = salary
        self.siret = siret
    }

    public init(_ offer: Offer) {
        self.init(
            texts: [
                .title: offer.title, .employer: offer.employer ?? "", .contract: offer.contractNote ?? "",
                .pay: offer.salaryText ?? "", .description: offer.description,
                .requirements: offer.experienceNote ?? "", .application: offer.application.instructions ?? "",
                .phone: offer.application.phone ?? "",
            ],
            contract: offer.contract, workingTime: offer.workingTime, weeklyHours: offer.weeklyHours,
            salary: offer.salary, siret: offer.siret)
    }

    public subscript(_ field: LintField) -> String { texts[field] ?? "" }
}
