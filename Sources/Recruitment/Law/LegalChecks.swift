/// What rules find that is no phrase: in figures, titles, languages and addresses.
struct LegalChecks {
    struct Result {
        var ranges: [Range<Int>] = []
        var detail: String?
    }

    let subject: LintSubject
    /// nil before the first known rate.
    let minimumWage: MinimumWage.Rate?

    /// Weekly hours one may work at most (L3121-20) and those under which part time needs a reason (L3123-27).
    static let mostWeeklyHours = 48.0
    static let fewestPartTimeHours = 24.0
    /// A range is wide when it spans more than a fifth of its lower end and more than 5 000 € a year.
    static let widestRangeCentsAYear: Int64 = 500_000

    /// nil where `check` finds nothing in `field`.
    func result(of check: LegalCheck, in field: LintField, _ text: String, _ folded: FoldedText) -> Result? {
        switch check {
        case .feminineTitle: titleResult(.feminine, folded)
        case .feminineSought: marking(GenderedTitle.soughtInFeminine(folded).map { folded.words[$0].range })
        case .masculineTitle: titleResult(.masculine, folded)
        case .foreignText: marking(ForeignText.paragraphs(of: text, words: folded.words).map { folded.range(of: $0) })
        case .exposedEmail: marking(ContactScan.emailAddresses(in: text))
        case .premiumRateNumber: marking(premiumRateNumbers(in: field, text))
        case .employerUnknown: hasEmployer || subject.siret != nil ? nil : Result()
        case .employerHidden: !hasEmployer && subject.siret != nil ? Result() : nil
        case .payAbsent: subject.salary == nil ? Result() : nil
        case .payBelowMinimumWage: payBelowMinimumWage()
        case .payRangeTooWide: payRangeTooWide()
        case .hoursOverMaximum: hours { $0 > Self.mostWeeklyHours }
        case .partTimeUnderFloor: hours { $0 < Self.fewestPartTimeHours }
        }
    }

    private var hasEmployer: Bool { subject[.employer].contains { !$0.isWhitespace } }

    private func marking(_ ranges: [Range<Int>]) -> Result? {
        ranges.isEmpty ? nil : Result(ranges: ranges)
    }

    private func titleResult(_ gender: GenderedTitle.Gender, _ title: FoldedText) -> Result? {
        guard let found = GenderedTitle.only(in: title), found.gender == gender else { return nil }
        return Result(ranges: [title.words[found.word].range])
    }

    private func premiumRateNumbers(in field: LintField, _ text: String) -> [Range<Int>] {
        if field == .phone {
            return PhoneNumber(text)?.kind == .premiumRate ? [0..<text.utf8.count] : []
        }
        return ContactScan.premiumRateNumbers(in: text)
    }

    private func hours(_ isWrong: (Double) -> Bool) -> Result? {
        guard let hours = subject.weeklyHours, hours > 0, isWrong(hours) else { return nil }
        return Result(detail: FrenchTypography.number(hours) + "\u{A0}h par semaine")
    }

    /// Hourly pay compares to the cent; pay by the month or the year only where the hours are known, and to the euro a
    /// month, since employers round.
    private func payBelowMinimumWage() -> Result? {
        guard let salary = subject.salary, let rate = minimumWage else { return nil }
        let euro: Int64 = 100
        let due: Int64
        let isTooLow: Bool
        switch salary.period {
        case .hour:
            due = rate.hourly
            isTooLow = salary.minimum < due
        case .month, .year:
            let knownHours = subject.weeklyHours ?? (subject.workingTime == .fullTime ? 35 : nil)
            guard let hours = knownHours, hours > 0, hours <= 100 else { return nil }
            let months: Int64 = salary.period == .year ? 12 : 1
            // Paid for the hours of a full week at most: overtime has rules of its own.
            due = rate.monthly(weeklyHours: min(hours, 35)) * months
            isTooLow = salary.minimum + euro * months <= due
        }
        guard isTooLow else { return nil }
        return Result(
            detail: FrenchTypography.euros(cents: salary.minimum) + " pour un minimum de "
                + FrenchTypography.euros(cents: due))
    }

    private func payRangeTooWide() -> Result? {
        guard let salary = subject.salary, let maximum = salary.maximum else { return nil }
        let span = maximum - salary.minimum
        let aYear: Int64 =
            switch salary.period {
            case .hour: span * 1_820
            case .month: span * 12
            case .year: span
            }
        guard span * 5 > salary.minimum, aYear > Self.widestRangeCentsAYear else { return nil }
        return Result(
            detail: "de " + FrenchTypography.euros(cents: salary.minimum) + " à "
                + FrenchTypography.euros(cents: maximum))
    }
}
