import Glibc

/// A time as HTTP writes it, to the second (RFC 9110 §5.6.7).
public struct HTTPDate: Sendable, Hashable {
    /// Since 1970-01-01T00:00:00Z.
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    public static var now: HTTPDate {
        HTTPDate(seconds: time(nil))
    }

    /// Reads the three forms a recipient must accept: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`. nil for anything else, a day that no calendar has, and a year before 1900 in four digits.
    /// The name of the day must be one, not the right one. A leap second is the second after it.
    /// - Parameter now: decides which century a year of two digits is in: not more than 50 years ahead.
    public init?(_ text: String, now: HTTPDate = .now) {
        let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        let fields: (day: Int?, month: Int?, year: Int?, time: Int?)
        switch words.count {
        case 6 where words[0].last == UInt8(ascii: ",") && words[5].elementsEqual("GMT".utf8):
            guard Self.index(of: words[0].dropLast(), in: Self.dayNames) != nil else { return nil }
            fields = (
                Self.number(words[1], digits: 2), Self.index(of: words[2], in: Self.monthNames),
                Self.number(words[3], digits: 4), Self.secondOfDay(words[4])
            )
        case 4 where words[0].last == UInt8(ascii: ",") && words[3].elementsEqual("GMT".utf8):
            let date = words[1].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard date.count == 3, Self.index(of: words[0].dropLast(), in: Self.longDayNames) != nil else { return nil }
            fields = (
                Self.number(date[0], digits: 2), Self.index(of: date[1], in: Self.monthNames),
                Self.number(date[2], digits: 2).map { Self.century(of: $0, now: now) }, Self.secondOfDay(words[2])
            )
        case 5, 6:
            // asctime pads a day of one digit with a second space.
            let isPadded = words.count == 6
            guard !isPadded || words[2].isEmpty, Self.index(of: words[0], in: Self.dayNames) != nil else { return nil }
            let rest = isPadded ? words[3...] : words[2...]
            let (day, clock, year) = (rest[rest.startIndex], rest[rest.startIndex + 1], rest[rest.startIndex + 2])
            fields = (
                Self.number(day, digits: isPadded ? 1 : 2), Self.index(of: words[1], in: Self.monthNames),
                Self.number(year, digits: 4), Self.secondOfDay(clock)
            )
        default: return nil
        }
        guard let day = fields.day, let month = fields.month, let year = fields.year, let time = fields.time,
            year >= 1900, day >= 1, day <= Self.daysIn(month: month + 1, year: year)
        else { return nil }
        seconds = Self.days(year: year, month: month + 1, day: day) * 86400 + time
    }

    private static let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longDayNames = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func index(of word: Substring.UTF8View, in names: [String]) -> Int? {
        names.firstIndex { word.elementsEqual($0.utf8) }
    }

    private static func number(_ word: Substring.UTF8View, digits: Int) -> Int? {
        guard word.count == digits else { return nil }
        return number(word)
    }

    private static func number(_ word: Substring.UTF8View) -> Int? {
        var value = 0
        for octet in word {
            guard octet >= UInt8(ascii: "0"), octet <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(octet - UInt8(ascii: "0"))
        }
        return value
    }

    /// Seconds into the day of `08:49:37`.
    private static func secondOfDay(_ word: Substring.UTF8View) -> Int? {
        let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = number(parts[0], digits: 2), let minute = number(parts[1], digits: 2),
            let second = number(parts[2], digits: 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// The year ending in these digits that is at most 50 years ahead.
    private static func century(of digits: Int, now: HTTPDate) -> Int {
        let year = civil(days: floorDivide(now.seconds, 86400)).year
        let candidate = year - year % 100 + digits
        if candidate > year + 50 { return candidate - 100 }
        return candidate + 100 <= year + 50 ? candidate + 100 : candidate
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let era = floorDivide(marchYear, 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}

extension HTTPDate: Comparable {
    public static func < (left: HTTPDate, right: HTTPDate) -> Bool {
        left.seconds < right.seconds
    }
}

extension HTTPDate: CustomStringConvertible {
    /// The one form a sender may write: `Sun, 06 Nov 1994 08:49:37 GMT`.
    public var description: String {
        let days = Self.floorDivide(seconds, 86400)
        let time = seconds - days * 86400
        let (year, month, day) = Self.civil(days: days)
        // 1970-01-01 was a Thursday.
        let weekday = (days % 7 + 10) % 7
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let clock = "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
        let padding = String(repeating: "0", count: max(0, 4 - String(year).utf8.count))
        return "\(Self.dayNames[weekday]), \(two(day)) \(Self.monthNames[month - 1]) \(padding)\(year) \(clock) GMT"
    }
}
