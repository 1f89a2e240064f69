public import Recruitment

/// iCalendar (RFC 5545): the last day to apply of each offer, as an event of a whole day.
public struct CalendarWriter: OfferWriter {
    public let mediaType = "text/calendar; charset=utf-8"
    private let publication: FeedPublication

    public init(_ publication: FeedPublication) { self.publication = publication }

    public func head() -> [UInt8] {
        lines([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//\(publication.host)//Emploi Allier//FR", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:" + escaped(publication.title),
        ])
    }

    public func entry(_ posted: PostedOffer) -> [UInt8] {
        let offer = posted.offer
        let page = publication.offerPage(posted)
        return lines([
            "BEGIN:VEVENT", "UID:\(posted.id.code)@\(publication.host)",
            "DTSTAMP:" + stamp(max(offer.updatedAt, posted.changedAt)),
            "DTSTART;VALUE=DATE:" + compact(offer.deadline),
            "DTEND;VALUE=DATE:" + compact(offer.deadline.adding(days: 1)),
            "SUMMARY:" + escaped("Dernier jour pour postuler : \(offer.title)"),
            "LOCATION:" + escaped(offer.workplace.label),
            "DESCRIPTION:" + escaped(OfferMarkup.summary(offer) + "\n" + page), "URL:" + page, "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ])
    }

    public func foot() -> [UInt8] { lines(["END:VCALENDAR"]) }

    private func stamp(_ instant: Instant) -> String {
        instant.description.filter { $0 != "-" && $0 != ":" }
    }

    private func compact(_ day: CalendarDay) -> String {
        day.description.filter { $0 != "-" }
    }

    /// Section 3.3.11; control characters have no place in a text.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
            }
        }
        return escaped
    }

    /// Section 3.1: no line over 75 octets, none broken inside a character.
    private func lines(_ lines: [String]) -> [UInt8] {
        var octets: [UInt8] = []
        for line in lines {
            var length = 0
            for scalar in line.unicodeScalars {
                let character = Array(String(scalar).utf8)
                if length + character.count > 75 {
                    octets += Array("\r\n ".utf8)
                    length = 1
                }
                octets += character
                length += character.count
            }
            octets += [0x0D, 0x0A]
        }
        return octets
    }
}
