import MarkupText
import Recruitment

/// Pay as feeds give it: in words, or in figures with a period.
struct FeedSalary: Sendable, Hashable {
    let salary: Salary
    /// The period was missing, or such that the amount could not be true.
    let isPeriodInferred: Bool

    /// « 12,10 € - 12,60 € par heure », « 1 900 € par mois », « 25 à 30 K€ », « 13 - 15 EUR / heure ». nil where the text names
    /// no amount in euros, or one that can be no pay.
    init?(words text: String, period periodText: String? = nil) {
        let numbers = DecimalNumber.all(in: text)
        guard !numbers.isEmpty else { return nil }
        let isPrice: (DecimalNumber) -> Bool = { number in
            let rest = number.following.prefix(12)
            return rest.contains("€") || rest.contains("eur")
        }
        // « 13 - 15 EUR » prices both; « sur 13 mois » behind the last price none.
        let last = numbers.lastIndex(where: isPrice)
        guard let last = last ?? (numbers.count <= 2 ? numbers.count - 1 : nil) else { return nil }
        var amounts = numbers[...last].suffix(2).map(\.value)
        // « 25 - 30 K€ »: the thousand is said once.
        if amounts.count == 2, amounts[1] >= 1_000, amounts[0] < 1_000, amounts[0] * 1_000 <= amounts[1] {
            amounts[0] *= 1_000
        }
        guard let minimum = amounts.first else { return nil }
        self.init(minimum: minimum, maximum: amounts.count == 2 ? amounts[1] : nil, period: periodText ?? text)
    }

    /// Amounts in euros; `period` may be missing or in any words.
    init?(minimum: Double, maximum: Double?, period text: String?) {
        let given = text.flatMap(Self.period)
        if given == .day { return nil }
        let known: PayPeriod? =
            switch given {
            case .hour: .hour
            case .month: .month
            case .year: .year
            case .day, nil: nil
            }
        let isPlausible = known.map { Self.plausible($0).contains(minimum) } ?? false
        guard
            let period = isPlausible ? known : PayPeriod.allCases.first(where: { Self.plausible($0).contains(minimum) })
        else { return nil }
        let cents: (Double) -> Int64? = { $0 > 0 && $0 < 10_000_000 ? Int64(($0 * 100).rounded()) : nil }
        guard let least = cents(minimum),
            let salary = Salary(
                minimum: least, maximum: maximum.flatMap(cents).flatMap { $0 >= least ? $0 : nil }, period: period)
        else { return nil }
        self.salary = salary
        isPeriodInferred = period != known
    }

    private enum Given { case hour, day, month, year }

    private static func period(_ text: String) -> Given? {
        let words = FoldedText(text).words
        for word in words.reversed() {
            switch word {
            case "heure", "h", "horaire", "hour", "hourly", "heures": return .hour
            case "jour", "day", "daily", "journalier", "semaine", "week", "weekly": return .day
            case "mois", "mensuel", "mensuelle", "month", "monthly", "mensuels":
                // « 30 000 € par an sur 13 mois » is by the year.
                if words.contains(where: { ["an", "annuel", "annuelle", "annee", "year"].contains($0) }) {
                    return .year
                }
                return .month
            case "an", "annuel", "annuelle", "annee", "year", "yearly", "ans", "annum": return .year
            default: continue
            }
        }
        return nil
    }

    /// What can be pay for a period, apprentices' and part-time pay included. The ranges leave gaps: an amount in one fits none.
    private static func plausible(_ period: PayPeriod) -> ClosedRange<Double> {
        switch period {
        case .hour: 4...250
        case .month: 300...9_999
        case .year: 10_000...500_000
        }
    }
}
