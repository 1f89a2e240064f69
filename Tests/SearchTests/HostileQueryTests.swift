import Recruitment
import Search
import Testing

struct HostileQueryTests {
    private func index() throws -> SearchIndex {
        let index = try Sample.index()
        index.apply(try (1...20).map { try Sample.put(index, $0, "Infirmier \($0)") { $0.occupation = "J1506" } })
        return index
    }

    @Test(arguments: [
        "\"", "\"\"", "\"\"\"", "-", "--", "- -", "-\"", "\"-", "OR", "OR OR OR", "a OR", "OR a", "AND", "NOT",
        "NEAR(a b)", "*",
        "a*", "titre:infirmier", "(", ")", "((((", "infirmier)", "'", "''; DROP TABLE offers; --", "%", "%00", "\0",
        "\0\0a",
        "🙂🙂🙂", "👩🏽‍⚕️ infirmière", "<script>alert(1)</script>", "\u{202E}reimrifni", "ﷺ", "\u{FFFD}", "Ａｉｄｅ", "日本語",
        "مرحبا",
        "-infirmier", "-\"infirmier\"", "km", "20 km", "0 km", "99999999999999999999 km", "-5 km", "à", "de",
        "le la les",
        "a-b-c-d", "...", "///", "h/f", "H/F h/f (h/f)", "c++", "c++++++++", "R.", "r 489", "2x", "x8", "é", "\u{301}",
        "\u{301}\u{301}a",
        "infirmier\u{0}vichy", "\r\n\t", "\u{2028}", "l'", "l''", "qu'", "''''l", "saint", "st", "03", "00000", "99999",
    ])
    func `any text has an answer`(text: String) throws {
        let answer = try index().answer(text)
        #expect(answer.total >= 0)
        #expect(answer.total <= 20)
        _ = try index().suggest(prefix: text)
    }

    @Test(arguments: [
        String(repeating: "infirmier ", count: 1_000), String(repeating: "a", count: 10_000),
        String(repeating: "\"", count: 10_000), String(repeating: "-a ", count: 3_000),
        String(repeating: "é", count: 5_000), String(repeating: "🙂", count: 2_500),
        String(repeating: "infirmeir chaufeur ", count: 500), String(repeating: "a OR ", count: 2_000),
        String(repeating: "saint ", count: 1_700), String(repeating: "20 km ", count: 1_700),
        String(repeating: "l'", count: 5_000), String(repeating: "e\u{301}", count: 3_000),
    ])
    func `ten thousand octets cost no more than a few words`(text: String) throws {
        let answer = try index().answer(text)
        #expect(answer.terms.count <= SearchLimits.mostWords)
        #expect(answer.corrections.count <= SearchLimits.corrections)
        #expect(answer.understood.count <= SearchLimits.mostWords)
        _ = try index().suggest(prefix: text)
        _ = try index().answer("") { $0.placeText = text }
    }

    @Test func `octets at random have an answer`() throws {
        let index = try index()
        var state: UInt64 = 88_172_645_463_325_252
        for _ in 0..<2_000 {
            var octets: [UInt8] = []
            for _ in 0..<(state % 60) {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                octets.append(UInt8(truncatingIfNeeded: state >> 24))
            }
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            _ = index.answer(String(decoding: octets, as: UTF8.self))
        }
    }

    @Test func `numbers beyond reason are bounded`() throws {
        let index = try index()
        let answer = index.answer("infirmier") {
            $0.radius = .max
            $0.placeText = "Vichy"
            $0.minHours = -.infinity
            $0.maxHours = .infinity
            $0.salaryFrom = .max
            $0.publishedWithinDays = .max
            $0.perPage = .max
            $0.page = .min
        }
        #expect(answer.total == 0)
        _ = index.answer("") {
            $0.minHours = .nan; $0.maxHours = .nan; $0.salaryFrom = .min; $0.publishedWithinDays = .min
        }
        _ = index.answer("") {
            $0.page = .max; $0.perPage = 1
        }
        _ = index.answer("") { $0.places = [.around(INSEECode("99999") ?? INSEECode("03310")!, kilometres: .max)] }
        for text in ["", "a_b", "zzzzzzzzzzzzzzzzzzzzzzzzzzz_1_1", "1_1", "-1_-1_-1", "1_1_1_1"] {
            #expect(SearchCursor(text) == nil, "\(text)")
        }
        let cursor = try #require(SearchCursor("zz_zz_zz"))
        #expect(SearchCursor(cursor.description) == cursor)
    }
}
