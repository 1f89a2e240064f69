import Glibc

/// The field line `Date: …` of the current second (RFC 9110 §5.6.7, §6.6.1).
struct DateLine {
    private(set) var octets: [UInt8] = []
    private var second = -1

    mutating func update() {
        let now = time(nil)
        guard now != second else { return }
        second = now
        octets = Self.line(second: now)
    }

    /// - Parameter second: Seconds since 1970, not before.
    static func line(second: Int) -> [UInt8] {
        let days = second / 86_400
        let clock = second % 86_400
        // Days to a date, by years of 365.2425 days that begin in March (Howard Hinnant's civil_from_days).
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let monthNumber = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (monthNumber <= 2 ? 1 : 0)
        let dayName = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
        let monthName = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][monthNumber - 1]
        let time = "\(two(clock / 3_600)):\(two(clock / 60 % 60)):\(two(clock % 60))"
        return Array("Date: \(dayName), \(two(day)) \(monthName) \(year) \(time) GMT\r\n".utf8)
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
