/// Spaces of French typography.
enum FrenchTypography {
    static let noBreakSpace: Unicode.Scalar = "\u{A0}"

    /// `text` with no-break spaces where a line must not end: before `: ; ? ! » % €`, after `«`, and between a number and
    /// what it counts.
    static func bound(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            guard scalar == " ", index > 0, index + 1 < scalars.count else {
                result.append(scalar)
                continue
            }
            let isBound =
                before.contains(scalars[index + 1]) || scalars[index - 1] == "«"
                || (digits.contains(scalars[index - 1]) && scalars[index + 1].properties.isAlphabetic)
                || (digits.contains(scalars[index - 1]) && digits.contains(scalars[index + 1]))
            result.append(isBound ? noBreakSpace : scalar)
        }
        return String(result)
    }

    /// `2` for 2, `24,5` for 24.5: two decimals at most, without zeros at the end.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "" }
        let hundredths = Int64((value * 100).rounded())
        let digits = decimals(of: hundredths.magnitude)
        return (hundredths < 0 ? "−" : "") + grouped(hundredths.magnitude / 100) + (digits.isEmpty ? "" : "," + digits)
    }

    /// `12,02 €` for 1202 cents, `1 823 €` for 182300.
    static func euros(cents: Int64) -> String {
        let rest = cents.magnitude % 100
        let fraction = rest == 0 ? "" : "," + DecimalDigits.padded(Int(rest))
        return (cents < 0 ? "−" : "") + grouped(cents.magnitude / 100) + fraction + "\u{A0}€"
    }

    /// `1er janvier 2027`, `24 novembre 2026`.
    static func day(_ day: CalendarDay) -> String {
        let (year, month, number) = day.components
        return (number == 1 ? "1er" : String(number)) + "\u{A0}" + months[month - 1] + "\u{A0}" + String(year)
    }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let before: Set<Unicode.Scalar> = [":", ";", "?", "!", "»", "%", "€"]
    private static let digits: Set<Unicode.Scalar> = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

    private static func decimals(of hundredths: UInt64) -> String {
        let rest = Int(hundredths % 100)
        if rest == 0 { return "" }
        return rest % 10 == 0 ? String(rest / 10) : DecimalDigits.padded(rest)
    }

    private static func grouped(_ value: UInt64) -> String {
        guard value >= 1_000 else { return String(value) }
        return grouped(value / 1_000) + "\u{A0}" + DecimalDigits.padded(Int(value % 1_000), width: 3)
    }
}
