/// A day of the Gregorian calendar, as written on an offer: a deadline is a day in Allier, not a moment.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let daysSinceEpoch: Int32

    public init(daysSinceEpoch: Int32) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// Refuses days that do not exist, and years outside 1970–9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1970...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, year: year)
        else { return nil }
        // Days from civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    public func adding(days: Int) -> CalendarDay {
        CalendarDay(daysSinceEpoch: daysSinceEpoch + Int32(days))
    }

    /// Days from this day to `other`; negative when `other` is earlier.
    public func days(until other: CalendarDay) -> Int {
        Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
    }

    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int64(daysSinceEpoch) + 719_468
        let (era, dayOfEra64) = FloorDivision.divide(shifted, by: 146_097)
        let dayOfEra = Int(dayOfEra64)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int {
        Int(FloorDivision.divide(Int64(daysSinceEpoch) + 3, by: 7).remainder) + 1
    }

    static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDay: LosslessStringConvertible {
    /// Reads `2026-11-24` and nothing else.
    public init?(_ text: String) {
        let octets = Array(text.utf8)
        guard octets.count == 10, octets[4] == UInt8(ascii: "-"), octets[7] == UInt8(ascii: "-"),
            let year = DecimalDigits.number(octets[0..<4]), let month = DecimalDigits.number(octets[5..<7]),
            let day = DecimalDigits.number(octets[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var description: String {
        var octets: [UInt8] = []
        octets.reserveCapacity(10)
        append(to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    /// Appends the octets of ``description``.
    public func append(to octets: inout [UInt8]) {
        let (year, month, day) = components
        DecimalDigits.append(year, width: 4, to: &octets)
        octets.append(UInt8(ascii: "-"))
        DecimalDigits.append(month, to: &octets)
        octets.append(UInt8(ascii: "-"))
        DecimalDigits.append(day, to: &octets)
    }
}
