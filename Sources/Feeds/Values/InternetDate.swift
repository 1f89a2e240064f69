package import Recruitment

/// Dates of RFC 5322, section 3.3, as mail, RSS and Indeed’s XML have them.
package enum InternetDate {
    /// `Tue, 24 Nov 2026 05:31:18 +0000`.
    package static func text(_ instant: Instant) -> String {
        let (year, month, day) = utcDay(instant).components
        let seconds = Int(instant.secondsSinceEpoch - Int64(utcDay(instant).daysSinceEpoch) * 86_400)
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
        return "\(days[utcDay(instant).weekday - 1]), \(twoDigits(day)) \(months[month - 1]) \(year) \(clock) +0000"
    }

    private static func utcDay(_ instant: Instant) -> CalendarDay {
        let seconds = instant.secondsSinceEpoch
        return CalendarDay(daysSinceEpoch: Int32((seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400))
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
