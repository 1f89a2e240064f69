/// The rules of the Département's hiring aid (contrat d'inclusion dans l'emploi départemental) for a time. Every figure is a
/// dated setting: amounts changed between the first sources themselves.
public struct CIEDScheme: Sendable, Hashable {
    public var from: CalendarDay
    /// Last day; nil while it runs.
    public var until: CalendarDay?
    /// Euros for one contract.
    public var amount: Int
    public var minimumWeeklyHours: Double
    /// For contracts that end.
    public var minimumMonths: Double
    public var contracts: Set<ContractType>
    /// Divisions of the NAF, two digits, of employers outside the merchant sector.
    public var excludedDivisions: Set<String>
    /// Months without dismissal for economic reasons asked of the employer.
    public var monthsWithoutDismissal: Int

    public init(
        from: CalendarDay, until: CalendarDay? = nil, amount: Int, minimumWeeklyHours: Double = 26,
        minimumMonths: Double = 12, contracts: Set<ContractType> = [.permanent, .fixedTerm],
        excludedDivisions: Set<String> = CIEDScheme.nonMerchantDivisions, monthsWithoutDismissal: Int = 6
    ) {
        self.from = from
        self.until = until
        self.amount = amount
        self.minimumWeeklyHours = minimumWeeklyHours
        self.minimumMonths = minimumMonths
        self.contracts = contracts
        self.excludedDivisions = excludedDivisions
        self.monthsWithoutDismissal = monthsWithoutDismissal
    }

    /// Public administration, households as employers, international bodies (NAF rév. 2).
    public static let nonMerchantDivisions: Set<String> = ["84", "97", "98", "99"]

    public func isInForce(on day: CalendarDay) -> Bool {
        from <= day && (until.map { day <= $0 } ?? true)
    }

    /// As the press gave them: 5 000 € from January 2019, 10 000 € later. The day of the rise is not known here and stands
    /// as 1 January 2021 until the operator sets it; so are the conditions beyond hours, months and contracts.
    public static let known: [CIEDScheme] = {
        guard let start = CalendarDay(year: 2019, month: 1, day: 1),
            let rise = CalendarDay(year: 2021, month: 1, day: 1)
        else { return [] }
        return [
            CIEDScheme(from: start, until: rise.adding(days: -1), amount: 5_000),
            CIEDScheme(from: rise, amount: 10_000),
        ]
    }()
}
