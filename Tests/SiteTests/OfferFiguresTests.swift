import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Testing

@testable import Site

@Suite struct OfferFiguresTests {
    private func counts(_ world: PostingWorld) throws -> OfferUseCounts {
        try world.test.board.keepTally()
        let code = try #require(OfferID(code: try world.code(1)))
        return try world.test.read { stores throws(StorageError) in try stores.offerUses.total(of: code) }
    }

    @Test func `readings and searches are counted, those of robots and of signed-in people are not`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        let reader = TestBrowser(world.test)
        reader.get("/offres/\(code)")
        reader.get("/offres/\(code)")
        reader.get("/offres?q=serveur")
        reader.get("/offres?q=serveur&contrat=CDD")
        reader.get("/offres/\(code).json")
        world.recruiter.get("/offres/\(code)")
        world.agent.get("/offres?q=serveur")
        let robot = TestBrowser(world.test)
        robot.fields[.userAgent] = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
        robot.get("/offres/\(code)")
        robot.get("/offres?q=serveur")
        #expect(try counts(world) == OfferUseCounts(shown: 1, views: 2))
    }

    @Test func `what the server gives again is counted for what it shows`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        // A robot's request may make the page that readers are then given.
        let robot: HTTPFields = [.userAgent: "curl/8.5"]
        let page = try #require(world.test.get("/offres/\(code)", robot).givenAgain)
        let results = try #require(world.test.get("/offres?q=serveur", robot).givenAgain)
        page(7)
        results(3)
        #expect(try counts(world) == OfferUseCounts(shown: 3, views: 7))
        let terms = try world.test.read { stores throws(StorageError) in
            try stores.searchTerms.most(from: TestSite.today, limit: 10)
        }
        #expect(terms.map(\.searches) == [3])
    }

    @Test func `an offer from elsewhere is not counted`() throws {
        let test = try TestSite()
        let id = try #require(
            try test.read { stores throws(StorageError) in
                try stores.offers.openChanges(on: TestSite.today)
            }.first
        ).id
        _ = test.get("/offres/\(id.code)")
        try test.board.keepTally()
        #expect(try test.read { stores throws(StorageError) in try stores.offerUses.total(of: id) }.isEmpty)
    }

    @Test func `the employer sees totals, a chart and the days`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        #expect(world.recruiter.get("/espace/offres/1").text.contains("Rien n’a été compté"))
        for _ in 0..<4 { TestBrowser(world.test).get("/offres/\(code)") }
        try world.test.board.keepTally()
        world.test.wait(seconds: 86_400)
        TestBrowser(world.test).get("/offres/\(code)")
        try world.test.board.keepTally()
        let page = world.recruiter.get("/espace/offres/1").text.replacing("\u{A0}", with: " ")
        #expect(page.contains("<dt>Lectures de la page</dt><dd>5</dd>"))
        // Today's bar is a quarter of yesterday's.
        #expect(page.contains("y=\"0\" width=\"8\" height=\"100\""))
        #expect(page.contains("y=\"75\" width=\"8\" height=\"25\""))
        #expect(page.contains("<th scope=\"row\">24 novembre 2026</th><td>0</td><td>4</td><td>0</td>"))
        #expect(world.recruiter.get("/espace/offres").text.replacing("\u{A0}", with: " ").contains("5 lectures"))
    }

    @Test(arguments: [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", false),
        ("Mozilla/5.0 (Linux; Android 9; CUBOT_X18_Plus) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36", false),
        ("", false), ("b", false), ("Mozilla/5.0 (compatible; bingbot/2.0)", true), ("facebookexternalhit/1.1", true),
        ("python-requests/2.31", true), ("Bytespider", true), ("WhatsApp/2.23 Preview", true), ("CURL/8", true),
    ])
    func `robots are known by what they call themselves`(userAgent: String, isRobot: Bool) {
        #expect(Robots.areNamed(in: userAgent) == isRobot)
    }
}
