/// What lists tell of an offer: a third of what there is to read of it, and none of its long text.
public struct OfferSummary: Sendable, Hashable {
    public var source: SourceName
    public var title: String
    /// As a person reads it: `Moulins`, `Allier`.
    public var place: String
    /// Of the commune; nil where the place is wider or has none.
    public var postcode: Postcode?
    public var contract: ContractType
    /// Length of a contract that ends, in months.
    public var durationInMonths: Double?
    public var workingTime: WorkingTime?
    /// Hours a week.
    public var weeklyHours: Double?
    public var salary: Salary?
    /// nil for an offer whose employer is not shown.
    public var employer: String?
    public var experience: Experience?
    public var licences: Set<DrivingLicence>
    /// At least one.
    public var positions: Int
    public var publishedAt: Instant
    /// The last day one may apply.
    public var deadline: CalendarDay

    public init(
        source: SourceName, title: String, place: String, postcode: Postcode?, contract: ContractType,
        durationInMonths: Double?, workingTime: WorkingTime?, weeklyHours: Double?, salary: Salary?, employer: String?,
        experience: Experience?, licences: Set<DrivingLicence>, positions: Int, publishedAt: Instant,
        deadline: CalendarDay
    ) {
        self.source = source
        self.title = title
        self.place = place
        self.postcode = postcode
        self.contract = contract
        self.durationInMonths = durationInMonths
        self.workingTime = workingTime
        self.weeklyHours = weeklyHours
        self.salary = salary
        self.employer = employer
        self.experience = experience
        self.licences = licences
        self.positions = positions
        self.publishedAt = publishedAt
        self.deadline = deadline
    }

    public init(_ offer: Offer) {
        let isCommune = offer.workplace.precision == .commune
        self.init(
            source: offer.identity.source, title: offer.title, place: offer.workplace.label,
            postcode: isCommune ? offer.workplace.postcode : nil, contract: offer.contract,
            durationInMonths: offer.durationInMonths, workingTime: offer.workingTime, weeklyHours: offer.weeklyHours,
            salary: offer.salary, employer: offer.employer, experience: offer.experience, licences: offer.licences,
            positions: offer.positions, publishedAt: offer.publishedAt, deadline: offer.deadline)
    }
}
