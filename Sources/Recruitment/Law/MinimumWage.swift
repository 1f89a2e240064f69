/// The SMIC by date (Code du travail L3231-2): gross, in cents an hour. A dated setting of the operator.
public struct MinimumWage: Sendable, Hashable {
    public struct Rate: Sendable, Hashable {
        public let from: CalendarDay
        /// Cents an hour.
        public let hourly: Int64

        public init(from: CalendarDay, hourly: Int64) {
            self.from = from
            self.hourly = hourly
        }

        /// Cents a month for `weeklyHours`: hours × 52 / 12, as the decrees give it (12,02 € an hour are 1 823,03 €).
        public func monthly(weeklyHours: Double = 35) -> Int64 {
            Int64((Double(hourly) * weeklyHours * 52 / 12).rounded())
        }
    }

    /// In order of date.
    public let rates: [Rate]

    public init(rates: [Rate]) {
        self.rates = rates.sorted { $0.from < $1.from }
    }

    /// Reads one rate a line, `2026-01-01 12,02`; a comment begins with `#`. nil where a line is anything else, or where
    /// two rates begin on one day.
    public init?(_ text: String) {
        var rates: [Rate] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.prefix { $0 != "#" }.split(separator: " ")
            if parts.isEmpty { continue }
            guard parts.count == 2, let day = CalendarDay(String(parts[0])), let cents = Self.cents(parts[1]),
                !rates.contains(where: { $0.from == day })
            else { return nil }
            rates.append(Rate(from: day, hourly: cents))
        }
        self.init(rates: rates)
    }

    public func rate(on day: CalendarDay) -> Rate? {
        rates.last { $0.from <= day }
    }

    /// The rates of the decrees known when this was written. That of 1 June 2026 is not: the operator adds it.
    public static let known = MinimumWage(
        rates: [(2024, 11, 1, 1_188), (2026, 1, 1, 1_202)].compactMap { year, month, day, cents in
            CalendarDay(year: year, month: month, day: day).map { Rate(from: $0, hourly: cents) }
        })

    private static func cents(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, let euros = DecimalDigits.number(parts[0].utf8),
            let rest = DecimalDigits.number(parts[1].utf8), euros > 0, euros < 1_000
        else { return nil }
        return Int64(euros * 100 + rest)
    }
}
