/// Legal time in metropolitan France: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October,
/// both changes at 01:00 UTC (directive 2000/84/CE; décret n° 2017-292).
public enum ParisTime {
    /// Seconds to add to UTC at `instant`.
    public static func offset(at instant: Instant) -> Int64 {
        let day = CalendarDay(
            daysSinceEpoch: Int32(FloorDivision.divide(instant.secondsSinceEpoch, by: 86_400).quotient))
        let year = day.components.year
        guard let spring = change(year: year, month: 3), let autumn = change(year: year, month: 10) else {
            return 3_600
        }
        return instant >= spring && instant < autumn ? 7_200 : 3_600
    }

    /// The day it is in Allier at `instant`.
    public static func day(at instant: Instant) -> CalendarDay {
        let local = instant.secondsSinceEpoch + offset(at: instant)
        return CalendarDay(daysSinceEpoch: Int32(FloorDivision.divide(local, by: 86_400).quotient))
    }

    /// Hours and minutes on a clock in Allier at `instant`.
    public static func clock(at instant: Instant) -> (hour: Int, minute: Int) {
        let local = FloorDivision.divide(instant.secondsSinceEpoch + offset(at: instant), by: 86_400).remainder
        return (Int(local / 3_600), Int(local / 60 % 60))
    }

    /// The first moment of `day` in Allier. No change of the clock falls at midnight, so there always is one.
    public static func start(of day: CalendarDay) -> Instant {
        let midnight = Instant(secondsSinceEpoch: Int64(day.daysSinceEpoch) * 86_400)
        return midnight.adding(seconds: -offset(at: midnight.adding(seconds: -3_600)))
    }

    private static func change(year: Int, month: Int) -> Instant? {
        guard let last = CalendarDay(year: year, month: month, day: 31) else { return nil }
        let sunday = last.adding(days: -(last.weekday % 7))
        return Instant(secondsSinceEpoch: Int64(sunday.daysSinceEpoch) * 86_400 + 3_600)
    }
}
