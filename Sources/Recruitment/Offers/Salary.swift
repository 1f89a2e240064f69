/// Gross pay as the employer gives it. Amounts are in euro cents for one `period`.
public struct Salary: Sendable, Hashable {
    /// Amounts over this are no pay but a mistake: 10 million euros.
    public static let highest: Int64 = 1_000_000_000

    public let minimum: Int64
    /// nil for a single figure.
    public let maximum: Int64?
    public let period: PayPeriod

    /// Refuses amounts that are not positive, over `highest`, or a maximum under the minimum.
    /// A maximum equal to the minimum is a single figure.
    public init?(minimum: Int64, maximum: Int64?, period: PayPeriod) {
        guard minimum > 0, minimum <= Self.highest else { return nil }
        if let maximum {
            guard maximum >= minimum, maximum <= Self.highest else { return nil }
        }
        self.minimum = minimum
        self.maximum = maximum == minimum ? nil : maximum
        self.period = period
    }

    /// The minimum as gross cents a month at full time (35 h a week: 151.67 h a month, L3121-27; 12 months a year),
    /// so that offers paid by the hour, month and year compare. A monthly part-time figure is taken as given.
    public var monthlyMinimum: Int64 {
        switch period {
        case .hour: minimum * 15_167 / 100
        case .month: minimum
        case .year: minimum / 12
        }
    }
}
