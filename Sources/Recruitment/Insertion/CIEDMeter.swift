/// Whether an offer may get the CIED, told to the employer while he writes.
///
/// It looks at the offer and never at a person: whether someone receives the RSA is no business of the site.
public struct CIEDMeter: Sendable {
    /// The facts of an offer that count; any may be unknown yet.
    public struct Facts: Sendable, Hashable {
        public var contract: ContractType?
        public var durationInMonths: Double?
        public var workingTime: WorkingTime?
        public var weeklyHours: Double?
        public var activity: NAFCode?

        public init(
            contract: ContractType? = nil, durationInMonths: Double? = nil, workingTime: WorkingTime? = nil,
            weeklyHours: Double? = nil, activity: NAFCode? = nil
        ) {
            self.contract = contract
            self.durationInMonths = durationInMonths
            self.workingTime = workingTime
            self.weeklyHours = weeklyHours
            self.activity = activity
        }

        public init(_ offer: Offer) {
            self.init(
                contract: offer.contract, durationInMonths: offer.durationInMonths, workingTime: offer.workingTime,
                weeklyHours: offer.weeklyHours, activity: offer.activity)
        }
    }

    public enum Result: Sendable, Hashable {
        /// No scheme runs on that day.
        case noScheme
        case possible(CIEDScheme)
        /// At least one condition, in the form's order.
        case missing([CIEDCondition], CIEDScheme)

        /// « Aide possible : 10 000 € » or what is missing, for the employer; with no-break spaces.
        public var lines: [String] {
            switch self {
            case .noScheme: []
            case .possible(let scheme):
                [
                    FrenchTypography.bound("Aide possible : ")
                        + FrenchTypography.euros(cents: Int64(scheme.amount) * 100)
                        + FrenchTypography.bound(" pour l’embauche d’une personne qui reçoit le RSA dans l’Allier."),
                    FrenchTypography.bound(
                        "À vérifier avec le Département : aucun licenciement économique depuis "
                            + "\(scheme.monthsWithoutDismissal) mois, demande déposée avant l’embauche."),
                ]
            case .missing(let conditions, _): conditions.map(\.message)
            }
        }
    }

    public let schemes: [CIEDScheme]

    public init(schemes: [CIEDScheme] = CIEDScheme.known) {
        self.schemes = schemes
    }

    /// Judged by the scheme of `day`: that of the hire, or today's while the day of the hire is unknown. Where two schemes
    /// run, the one that began last counts.
    public func result(for facts: Facts, on day: CalendarDay) -> Result {
        guard let scheme = schemes.filter({ $0.isInForce(on: day) }).max(by: { $0.from < $1.from }) else {
            return .noScheme
        }
        let missing = [
            contractCondition(facts, scheme), durationCondition(facts, scheme), hoursCondition(facts, scheme),
            sectorCondition(facts, scheme),
        ].compactMap { $0 }
        return missing.isEmpty ? .possible(scheme) : .missing(missing, scheme)
    }

    private func contractCondition(_ facts: Facts, _ scheme: CIEDScheme) -> CIEDCondition? {
        guard let contract = facts.contract else { return .contractUnknown }
        return scheme.contracts.contains(contract) ? nil : .contract(contract)
    }

    private func durationCondition(_ facts: Facts, _ scheme: CIEDScheme) -> CIEDCondition? {
        guard let contract = facts.contract, contract != .permanent, scheme.contracts.contains(contract) else {
            return nil
        }
        guard let months = facts.durationInMonths else { return .durationUnknown }
        return months >= scheme.minimumMonths
            ? nil : .tooShort(months: months, missing: scheme.minimumMonths - months)
    }

    private func hoursCondition(_ facts: Facts, _ scheme: CIEDScheme) -> CIEDCondition? {
        // Full time is 35 h (L3121-27), so an offer that says no more is long enough.
        guard let hours = facts.weeklyHours ?? (facts.workingTime == .fullTime ? 35 : nil) else { return .hoursUnknown }
        return hours >= scheme.minimumWeeklyHours
            ? nil : .tooFewHours(weekly: hours, missing: scheme.minimumWeeklyHours - hours)
    }

    private func sectorCondition(_ facts: Facts, _ scheme: CIEDScheme) -> CIEDCondition? {
        guard let activity = facts.activity, scheme.excludedDivisions.contains(String(activity.description.prefix(2)))
        else { return nil }
        return .sector(activity)
    }
}
