import Testing
import Web

@Suite struct HTTPDateTests {
    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
    func `The three forms of RFC 9110 are the same moment`(text: String) {
        #expect(HTTPDate(text)?.seconds == 784_111_777)
        #expect(HTTPDate(text)?.description == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (1_000_000_000, "Sun, 09 Sep 2001 01:46:40 GMT"), (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        (-2_208_988_800, "Mon, 01 Jan 1900 00:00:00 GMT"),
    ])
    func `Printing and reading are inverse`(seconds: Int, text: String) {
        #expect(HTTPDate(seconds: seconds).description == text)
        #expect(HTTPDate(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "now", "1994-11-06T08:49:37Z", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37", "sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 29 Feb 1900 00:00:00 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, 06 Nov 1994 8:49:37 GMT", "Sun,  06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sun, 06-Nov-94 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994",
        "Sun Nov  16 08:49:37 1994", "Sun Nov 06 08:49:37 94", "Sun, +6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 0094 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
    ])
    func `Anything else is no date`(text: String) {
        #expect(HTTPDate(text) == nil)
    }

    @Test(arguments: [
        ("26", "2026"), ("76", "2076"), ("77", "1977"), ("94", "1994"), ("00", "2000"),
    ])
    func `A year of two digits is at most fifty years ahead`(digits: String, year: String) throws {
        let now = try #require(HTTPDate("Tue, 24 Nov 2026 05:36:59 GMT"))
        let date = try #require(HTTPDate("Sunday, 06-Nov-\(digits) 08:49:37 GMT", now: now))
        #expect(date.description.contains(" Nov \(year) "))
    }

    @Test func `A leap second is read and two-digit days of asctime are`() {
        #expect(HTTPDate("Sat, 31 Dec 2016 23:59:60 GMT")?.description == "Sun, 01 Jan 2017 00:00:00 GMT")
        #expect(HTTPDate("Wed Nov 16 08:49:37 1994")?.description == "Wed, 16 Nov 1994 08:49:37 GMT")
    }

    @Test func `Every day of four hundred years reads back as itself`() {
        for day in 0..<146_097 {
            let date = HTTPDate(seconds: day * 86400)
            if HTTPDate(date.description) != date {
                Issue.record("\(date)")
                return
            }
        }
    }
}
