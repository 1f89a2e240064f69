/// A moment in UTC, to the second.
public struct Instant: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let secondsSinceEpoch: Int64

    public init(secondsSinceEpoch: Int64) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }

    public func adding(seconds: Int64) -> Instant {
        Instant(secondsSinceEpoch: secondsSinceEpoch + seconds)
    }
}

extension Instant: LosslessStringConvertible {
    /// Reads an RFC 3339 date-time with seconds, an optional fraction (cut off) and an offset or `Z`;
    /// also, as French feeds write it, a space for the `T`. Refuses everything else, and years outside 1970–9999.
    public init?(_ text: String) {
        let octets = Array(text.utf8)
        guard octets.count >= 20, octets.count <= 40,
            let day = CalendarDay(String(text.prefix(10))),
            octets[10] == UInt8(ascii: "T") || octets[10] == UInt8(ascii: " ") || octets[10] == UInt8(ascii: "t"),
            octets[13] == UInt8(ascii: ":"), octets[16] == UInt8(ascii: ":"),
            let hour = DecimalDigits.number(octets[11..<13]), hour < 24,
            let minute = DecimalDigits.number(octets[14..<16]), minute < 60,
            let second = DecimalDigits.number(octets[17..<19]), second < 61
        else { return nil }
        var index = 19
        if octets[index] == UInt8(ascii: ".") {
            index += 1
            while index < octets.count, DecimalDigits.contains(octets[index]) { index += 1 }
            guard index > 20 else { return nil }
        }
        guard index < octets.count, let offset = Self.offset(octets[index...]) else { return nil }
        let local = Int64(day.daysSinceEpoch) * 86_400 + Int64(hour * 3_600 + minute * 60 + min(second, 59))
        secondsSinceEpoch = local - Int64(offset)
    }

    private static func offset(_ octets: ArraySlice<UInt8>) -> Int? {
        guard let sign = octets.first else { return nil }
        let rest = octets.dropFirst()
        switch sign {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            return rest.isEmpty ? 0 : nil
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let digits = rest.filter { $0 != UInt8(ascii: ":") }
            guard digits.count == 4, rest.count <= 5, let hours = DecimalDigits.number(digits[..<2]), hours < 24,
                let minutes = DecimalDigits.number(digits[2...]), minutes < 60
            else { return nil }
            let seconds = hours * 3_600 + minutes * 60
            return sign == UInt8(ascii: "-") ? -seconds : seconds
        default:
            return nil
        }
    }

    /// RFC 3339 in UTC: `2026-11-24T05:31:18Z`.
    public var description: String {
        var octets: [UInt8] = []
        octets.reserveCapacity(20)
        append(to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    /// Appends the octets of ``description``.
    public func append(to octets: inout [UInt8]) {
        let (days, seconds) = FloorDivision.divide(secondsSinceEpoch, by: 86_400)
        let time = Int(seconds)
        CalendarDay(daysSinceEpoch: Int32(days)).append(to: &octets)
        octets.append(UInt8(ascii: "T"))
        DecimalDigits.append(time / 3_600, to: &octets)
        octets.append(UInt8(ascii: ":"))
        DecimalDigits.append(time / 60 % 60, to: &octets)
        octets.append(UInt8(ascii: ":"))
        DecimalDigits.append(time % 60, to: &octets)
        octets.append(UInt8(ascii: "Z"))
    }
}
