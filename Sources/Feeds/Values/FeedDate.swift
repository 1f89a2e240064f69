import MarkupText
import Recruitment

/// Dates as feeds write them.
struct FeedDate: Sendable, Hashable {
    let instant: Instant
    /// The day that was written, whatever the zone.
    let day: CalendarDay

    /// Reads RFC 3339 and its looser forms (a space for the `T`, no seconds, no zone, `UTC`), RFC 822 with or without the day's
    /// name, `31/12/2026`, `31-12-2026`, `31.12.2026` with or without a time, and `20261231`. Without a zone it is the time
    /// in Paris; without a time, midnight. nil for everything else, and for years outside 1990–2099.
    init?(_ text: String) {
        let text = text.trimmed
        guard text.utf8.count <= 60, let parts = Self.parts(text), (1990...2099).contains(parts.day.components.year)
        else {
            return nil
        }
        day = parts.day
        let local = Int64(day.daysSinceEpoch) * 86_400 + Int64(parts.seconds)
        if let zone = parts.zone {
            instant = Instant(secondsSinceEpoch: local - Int64(zone))
        } else {
            instant = ParisTime.start(of: day).adding(seconds: Int64(parts.seconds))
        }
    }

    private typealias Parts = (day: CalendarDay, seconds: Int, zone: Int?)

    private static func parts(_ text: String) -> Parts? {
        // The `T` of RFC 3339, and no other.
        let isJoined = text.utf8.count > 10 && Array(text.utf8)[10] | 0x20 == UInt8(ascii: "t")
        let spaced = isJoined ? text.prefix(10) + " " + text.dropFirst(11) : text[...]
        var words = spaced.split(whereSeparator: { $0 == " " || $0 == "," })
        guard let first = words.first else { return nil }
        // « Mon, 23 Nov 2026 08:00:00 GMT »
        if first.first?.isLetter == true, words.count > 3 { words.removeFirst() }
        if words.count >= 3, let month = month(words[1]), let number = Int(words[0]), var year = Int(words[2]) {
            if year < 100 { year += 2_000 }
            guard let day = CalendarDay(year: year, month: month, day: number) else { return nil }
            return time(words.dropFirst(3)).map { (day, $0.seconds, $0.zone) }
        }
        guard let day = words.first.flatMap(day) else { return nil }
        return time(words.dropFirst()).map { (day, $0.seconds, $0.zone) }
    }

    private static func day(_ word: Substring) -> CalendarDay? {
        let numbers = word.split(omittingEmptySubsequences: false, whereSeparator: { "-/.".contains($0) })
        if numbers.count == 3, numbers.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 4 }) {
            guard let a = Int(numbers[0]), let b = Int(numbers[1]), let c = Int(numbers[2]) else { return nil }
            return numbers[0].utf8.count == 4
                ? CalendarDay(year: a, month: b, day: c) : CalendarDay(year: c, month: b, day: a)
        }
        guard numbers.count == 1, word.utf8.count == 8, let number = Int(word) else { return nil }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    private static func month(_ word: Substring) -> Int? {
        let folded = FoldedText(word).text
        if let index = months.firstIndex(where: { folded.hasPrefix($0) }) { return index % 12 + 1 }
        return nil
    }

    /// English, then French where it differs from the first letters.
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "janv", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "octobre", "novembre", "decembre",
    ]

    private static func time(_ words: ArraySlice<Substring>) -> (seconds: Int, zone: Int?)? {
        guard let clock = words.first else { return (0, nil) }
        var digits = clock
        var zoneText: Substring?
        if let sign = clock.firstIndex(where: { "+-Zz".contains($0) }) {
            digits = clock[..<sign]
            zoneText = clock[sign...]
        } else if let next = words.dropFirst().first {
            zoneText = next
        }
        let numbers = digits.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false).map {
            Int($0)
        }
        guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
            let second = numbers.count == 3 ? numbers[2] : 0, (0...24).contains(hour), (0...59).contains(minute),
            (0...60).contains(second)
        else { return nil }
        let seconds = min(hour * 3_600 + minute * 60 + second, 86_399)
        guard let zoneText else { return (seconds, nil) }
        return zone(zoneText).map { (seconds, $0) }
    }

    private static func zone(_ text: Substring) -> Int? {
        switch text.uppercased() {
        case "Z", "UT", "UTC", "GMT", "+0000": return 0
        case "CET": return 3_600
        case "CEST": return 7_200
        case "EST": return -18_000
        case "EDT": return -14_400
        case "PST": return -28_800
        case "PDT": return -25_200
        default: break
        }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 4 || digits.utf8.count == 2, let number = Int(digits) else { return nil }
        let minutes = digits.utf8.count == 2 ? number * 60 : number / 100 * 60 + number % 100
        guard minutes < 15 * 60 else { return nil }
        return (sign == "-" ? -60 : 60) * minutes
    }
}
