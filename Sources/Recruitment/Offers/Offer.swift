/// A job offer as an employer, a form or a feed gives it: everything but its number and its state in this board.
public struct Offer: Sendable, Hashable {
    /// The longest an offer stays open when its source names no deadline, from its publication.
    public static let defaultDaysOpen = 60

    public var identity: OfferIdentity
    public var title: String
    /// Plain text; paragraphs are separated by an empty line, list items begin with `- ` or `• `. Never markup.
    public var description: String
    public var occupation: ROMECode?
    /// The ROME 3 parent of `occupation`, where the source gives it.
    public var parentOccupation: ROMECode?
    /// OGR code of the job title.
    public var appellationCode: String?
    public var appellation: String?
    public var workplace: Workplace
    public var contract: ContractType
    /// What the source calls the contract, where it says more than the type: « CDD de 6 mois, renouvelable ».
    public var contractNote: String?
    /// Length of a contract that ends, in months; half a month is 0.5.
    public var durationInMonths: Double?
    public var workingTime: WorkingTime?
    /// Hours a week.
    public var weeklyHours: Double?
    public var schedules: Set<WorkSchedule>
    public var salary: Salary?
    /// Pay in the employer's words.
    public var salaryText: String?
    /// nil for an offer whose employer is not shown.
    public var employer: String?
    public var siret: SIRET?
    public var activity: NAFCode?
    public var experience: Experience?
    public var experienceNote: String?
    public var licences: Set<DrivingLicence>
    public var trainingLevel: TrainingLevel?
    /// At least one.
    public var positions: Int
    public var telework: Bool
    public var accessibleToDisabledWorkers: Bool
    public var insertion: Set<InsertionMeasure>
    public var application: ApplicationMeans
    public var publishedAt: Instant
    /// The last time the source changed it; never earlier than `publishedAt`.
    public var updatedAt: Instant
    /// The last day one may apply. Always known: a source that names none gets `defaultDaysOpen`.
    public var deadline: CalendarDay
    /// `sourceID` of the offer this one repeats, where the source says so.
    public var duplicateOf: String?

    public init(
        identity: OfferIdentity, title: String, description: String, occupation: ROMECode? = nil,
        parentOccupation: ROMECode? = nil, appellationCode: String? = nil, appellation: String? = nil,
        workplace: Workplace, contract: ContractType, contractNote: String? = nil, durationInMonths: Double? = nil,
        workingTime: WorkingTime? = nil, weeklyHours: Double? = nil, schedules: Set<WorkSchedule> = [],
        salary: Salary? = nil, salaryText: String? = nil, employer: String? = nil, siret: SIRET? = nil,
        activity: NAFCode? = nil, experience: Experience? = nil, experienceNote: String? = nil,
        licences: Set<DrivingLicence> = [], trainingLevel: TrainingLevel? = nil, positions: Int = 1,
        telework: Bool = false, accessibleToDisabledWorkers: Bool = false, insertion: Set<InsertionMeasure> = [],
        application: ApplicationMeans = ApplicationMeans(), publishedAt: Instant, updatedAt: Instant? = nil,
        deadline: CalendarDay? = nil, duplicateOf: String? = nil
    ) {
        self.identity = identity
        self.title = title
        self.description = description
        self.occupation = occupation
        self.parentOccupation = parentOccupation
        self.appellationCode = appellationCode
        self.appellation = appellation
        self.workplace = workplace
        self.contract = contract
        self.contractNote = contractNote
        self.durationInMonths = durationInMonths
        self.workingTime = workingTime
        self.weeklyHours = weeklyHours
        self.schedules = schedules
        self.salary = salary
        self.salaryText = salaryText
        self.employer = employer
        self.siret = siret
        self.activity = activity
        self.experience = experience
        self.experienceNote = experienceNote
        self.licences = licences
        self.trainingLevel = trainingLevel
        self.positions = max(1, positions)
        self.telework = telework
        self.accessibleToDisabledWorkers = accessibleToDisabledWorkers
        self.insertion = insertion
        self.application = application
        self.publishedAt = publishedAt
        self.updatedAt = max(updatedAt ?? publishedAt, publishedAt)
        self.deadline = deadline ?? ParisTime.day(at: publishedAt).adding(days: Self.defaultDaysOpen)
        self.duplicateOf = duplicateOf
    }
}
