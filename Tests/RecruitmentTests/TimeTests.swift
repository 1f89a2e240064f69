import Recruitment
import Testing

@Suite struct TimeTests {
    @Test func `every day from 1970 to 2100 prints and reads as itself`() {
        for number in Int32(0)..<47_482 {
            let day = CalendarDay(daysSinceEpoch: number)
            #expect(CalendarDay(day.description) == day)
        }
        #expect(CalendarDay(daysSinceEpoch: 47_481).description == "2099-12-31")
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-11-24", "2026-11-24 ", "٢٠٢٦-11-24", "1969-12-31",
    ])
    func `days that do not exist are refused`(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func `24 November 2026 is a Tuesday`() {
        #expect(CalendarDay("2026-11-24")?.weekday == 2)
    }

    @Test(
        arguments: [
            ("2026-11-24T05:31:18Z", "2026-11-24T05:31:18Z"), ("2026-11-17T08:12:41.000Z", "2026-11-17T08:12:41Z"),
            ("2026-11-24T06:31:18+01:00", "2026-11-24T05:31:18Z"), ("2026-11-24 05:31:18Z", "2026-11-24T05:31:18Z"),
            ("2026-01-01T00:30:00+0200", "2025-12-31T22:30:00Z"),
        ])
    func `date-times with an offset are read`(text: String, utc: String) {
        #expect(Instant(text)?.description == utc)
    }

    @Test(
        arguments: [
            "2026-11-24", "2026-11-24T05:31Z", "2026-11-24T24:00:00Z", "2026-11-24T05:31:18", "2026-11-24T05:31:18.Z",
            "2026-11-24T05:31:18+25:00", "2026-11-24T05:31:18Zz", "",
        ])
    func `what is no date-time is refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(
        arguments: [
            ("2026-11-24T22:59:59Z", "2026-11-24"), ("2026-11-24T23:00:00Z", "2026-11-25"),
            ("2026-07-01T21:59:59Z", "2026-07-01"), ("2026-07-01T22:00:00Z", "2026-07-02"),
        ])
    func `the day in Allier follows legal time`(utc: String, day: String) throws {
        #expect(ParisTime.day(at: try #require(Instant(utc))).description == day)
    }

    @Test(
        arguments: [
            ("2026-03-29T00:59:59Z", 3_600), ("2026-03-29T01:00:00Z", 7_200), ("2026-10-25T00:59:59Z", 7_200),
            ("2026-10-25T01:00:00Z", 3_600), ("2027-03-28T01:00:00Z", 7_200),
        ] as [(String, Int64)])
    func `clocks change on the last Sundays of March and October`(utc: String, offset: Int64) throws {
        #expect(ParisTime.offset(at: try #require(Instant(utc))) == offset)
    }

    @Test(arguments: ["2026-03-29", "2026-10-25", "2026-01-01", "2026-07-14"])
    func `a day begins when the one before has ended`(text: String) throws {
        let day = try #require(CalendarDay(text))
        let start = ParisTime.start(of: day)
        #expect(ParisTime.day(at: start) == day)
        #expect(ParisTime.day(at: start.adding(seconds: -1)) == day.adding(days: -1))
    }
}
