import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct SearchedWordsTests {
    private static let path = "/agent/recherches"

    private func site() throws -> (TestSite, TestBrowser) {
        let test = try TestSite()
        for (day, times, target) in [
            (0, 5, "/offres?q=zzzzzz&commune=Vichy"), (0, 4, "/offres?q=yyyyyy"), (1, 3, "/offres?q=boulanger"),
            (0, 3, "/offres?q=boulanger"),
        ] as [(Int64, Int, String)] {
            if day > 0 { test.wait(seconds: day * 86_400) }
            for _ in 0..<times { _ = test.get(target) }
            try test.board.keepTally()
            if day > 0 { test.wait(seconds: -day * 86_400) }
        }
        return (test, try test.signedIn(.agent([.facilitator])))
    }

    @Test func `words that found nothing and popular ones are told by days and basin, rare ones never`() throws {
        let (_, agent) = try site()
        let empty = agent.get(Self.path).text
        #expect(empty.contains(">zzzzzz<"))
        #expect(!empty.contains("yyyyyy"), "searched four times: it may be a name")
        #expect(!empty.contains(">boulanger<"))
        let popular = agent.get(Self.path + "?liste=toutes&au=2026-11-25").text
        #expect(popular.contains(">boulanger<"))
        #expect(popular.contains("15\u{A0}recherches"))
        // The days one by one have too few.
        #expect(!agent.get(Self.path + "?liste=toutes&du=2026-11-24&au=2026-11-24").text.contains(">boulanger<"))
        #expect(agent.get(Self.path + "?bassin=vichy").text.contains(">zzzzzz<"))
        #expect(!agent.get(Self.path + "?bassin=moulins").text.contains(">zzzzzz<"))
    }

    @Test func `the table for spreadsheets has the same words`() throws {
        let (_, agent) = try site()
        let table = agent.get(Self.path + ".csv?bassin=vichy")
        #expect(table.text.contains("zzzzzz;5;5;2026-10-26;2026-11-24;vichy\r\n"))
        #expect(!agent.get(Self.path + ".csv").text.contains("yyyyyy"))
    }

    @Test(arguments: ["?du=hier", "?au=2026-02-30", "?du=%3Cscript%3E", "?du=99999-01-01"])
    func `days that cannot be read are told`(query: String) throws {
        let (_, agent) = try site()
        let answer = agent.get(Self.path + query)
        #expect(answer.status == 422)
        #expect(answer.text.contains("Donnez un jour"))
        #expect(!answer.text.contains("<script"))
        #expect(agent.get(Self.path + ".csv" + query).status == 400)
    }

    @Test func `days the other way round are turned, and far away ones are empty`() throws {
        let (_, agent) = try site()
        #expect(agent.get(Self.path + "?du=2026-11-24&au=2026-11-01").text.contains(">zzzzzz<"))
        #expect(agent.get(Self.path + "?du=1970-01-01&au=9999-12-31").status == 200)
        #expect(agent.get(Self.path + "?du=9999-12-31").status == 200)
        #expect(agent.get(Self.path + "?au=1970-01-01&bassin=lyon&liste=x").text.contains("Aucun mot"))
    }
}
