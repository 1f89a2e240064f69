import Interchange
public import Recruitment

extension Offer {
    /// Moves all its dates by whole days.
    mutating func move(days: Int) {
        let seconds = Int64(days) * 86_400
        publishedAt = publishedAt.adding(seconds: seconds)
        updatedAt = updatedAt.adding(seconds: seconds)
        deadline = deadline.adding(days: days)
    }
}

extension OfferImport {
    /// The import of the demonstration offers of Migrations/demo, whose own today is 24 November 2026: their dates are moved
    /// by whole days so that the newest were published on the eve of `now`. Run on the same day it changes nothing; on a later
    /// day it brings the same offers up to that day.
    public static func demonstration(migrations folder: String, at now: Instant) -> OfferImport {
        var request = OfferImport(file: folder + "/demo/offers.jsonl", source: .fromEachRecord, format: .jsonLines)
        request.dayShift = demonstrationDay.days(until: ParisTime.day(at: now)) - 1
        return request
    }

    /// 2026-11-24.
    private static let demonstrationDay = CalendarDay(daysSinceEpoch: 20_781)
}
