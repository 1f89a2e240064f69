import Recruitment

/// Pay brought to one measure. Part-time monthly pay is compared by the hour where the hours are known.
struct OfferPay {
    /// Cents an hour, from the highest figure; 0 unknown.
    let highestHourly: Int
    /// Cents a month at full time, from the lowest figure; 0 unknown.
    let lowestMonthly: Int

    init(_ offer: Offer) {
        guard let salary = offer.salary else {
            highestHourly = 0
            lowestMonthly = 0
            return
        }
        let hours = offer.weeklyHours.map { max(1, min($0, 48)) } ?? 35
        highestHourly = Int(Self.hourly(salary.maximum ?? salary.minimum, salary.period, weeklyHours: hours))
        lowestMonthly = Int(Self.hourly(salary.minimum, salary.period, weeklyHours: hours) * 151.67)
    }

    /// Cents an hour of an amount in cents, 52 weeks a year.
    static func hourly(_ cents: Int64, _ period: PayPeriod, weeklyHours: Double) -> Double {
        switch period {
        case .hour: Double(cents)
        case .month: Double(cents) * 12 / (52 * weeklyHours)
        case .year: Double(cents) / (52 * weeklyHours)
        }
    }
}
