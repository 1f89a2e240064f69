import Recruitment

/// Numbers, dates and sums as French readers expect them. Our own page of code instead of ICU, which would add 40 MB to the
/// binary (docs/decisions/0003-no-foundation-on-the-server-path.md).
enum French {
    static let narrowSpace = "\u{202F}"
    static let noBreakSpace = "\u{A0}"

    /// `1 234 567`, with narrow no-break spaces.
    static func number(_ value: Int) -> String {
        if (0..<1_000).contains(value) { return String(value) }
        let digits = String(value.magnitude)
        var grouped = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { grouped += narrowSpace }
            grouped.append(digit)
        }
        return value < 0 ? "−" + grouped : grouped
    }

    /// `37,5`: at most two decimals, none where they are zero.
    static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "–" }
        let hundredths = Int((abs(value) * 100).rounded())
        let fraction = hundredths % 100
        let sign = value < 0 && hundredths > 0 ? "−" : ""
        let whole = sign + number(hundredths / 100)
        if fraction == 0 { return whole }
        return whole + ","
            + (fraction % 10 == 0 ? String(fraction / 10) : fraction < 10 ? "0\(fraction)" : String(fraction))
    }

    /// Cents as `1 823,03 €`; whole euros without decimals.
    static func euros(cents: Int64) -> String { amount(cents: cents) + noBreakSpace + "€" }

    /// `euros` without the unit.
    static func amount(cents: Int64) -> String {
        let fraction = Int(cents % 100)
        let whole = number(Int(cents / 100))
        return fraction == 0 ? whole : whole + (fraction < 10 ? ",0" : ",") + String(fraction)
    }

    /// `1 offre`, `2 offres`, `0 offre`: French puts zero in the singular.
    static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
        number(value) + noBreakSpace + (abs(value) < 2 ? singular : plural)
    }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    /// `1er décembre 2026`.
    static func date(_ day: CalendarDay) -> String {
        let (year, month, number) = day.components
        return (number == 1 ? "1er" : String(number)) + noBreakSpace + months[month - 1] + " " + String(year)
    }

    /// `aujourd’hui`, `hier`, `il y a 3 jours`, then the date.
    static func ago(_ day: CalendarDay, today: CalendarDay) -> String {
        switch day.days(until: today) {
        case ...0: "aujourd’hui"
        case 1: "hier"
        case let days where days <= 14: "il y a \(days)\(noBreakSpace)jours"
        default: "le \(date(day))"
        }
    }

    /// `2 km`, `moins de 1 km`.
    static func distance(_ kilometres: Double) -> String {
        kilometres < 1 ? "moins de 1\(noBreakSpace)km" : number(Int(kilometres.rounded())) + noBreakSpace + "km"
    }

    /// `à Vichy`, `au Pin`, `aux Ancizes`: contracts the article that some communes carry.
    static func at(_ place: String) -> String {
        if place.hasPrefix("Le ") { return "au " + place.dropFirst(3) }
        if place.hasPrefix("Les ") { return "aux " + place.dropFirst(4) }
        return "à " + place
    }

    /// `de Vichy`, `d’Yzeure`, `du Pin`.
    static func from(_ place: String) -> String {
        if place.hasPrefix("Le ") { return "du " + place.dropFirst(3) }
        if place.hasPrefix("Les ") { return "des " + place.dropFirst(4) }
        let vowels: Set<Character> = ["A", "E", "É", "È", "Ê", "I", "Î", "O", "U", "Y", "H", "Œ", "Â", "À"]
        guard let first = place.first, vowels.contains(first) else { return "de " + place }
        return "d’" + place
    }
}
