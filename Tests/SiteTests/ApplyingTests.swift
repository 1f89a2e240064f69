import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct ApplyingTests {
    private static let address = "embauche@leboncoin.example"

    private func published(_ changes: [String: String] = [:]) throws -> (world: PostingWorld, code: String) {
        let world = try PostingWorld()
        world.write(["courriel": Self.address].merging(changes) { $1 })
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        _ = world.decide(code, "accepter")
        try #require(try world.status(1) == .published)
        return (world, code)
    }

    private func applications(_ world: PostingWorld, _ code: String) throws -> Int {
        try world.test.board.keepTally()
        let id = try #require(OfferID(code: code))
        return try world.test.read { stores throws(StorageError) in try stores.offerUses.total(of: id) }.applications
    }

    /// Whatever anyone may read without pressing a button.
    @Test func `an address to apply to is in nothing that robots read`() throws {
        let (world, code) = try published([
            "missions": "- servir en salle\nEnvoyez votre CV à chef.de-salle@leboncoin.example, merci.",
            "consigne": "ou à accueil@leboncoin.example",
        ])
        let paths = [
            "/offres/\(code)", "/offres/\(code).json", "/offres/\(code)/affiche", "/offres", "/offres?q=serveur",
            "/offres.json", "/offres.atom", "/offres.rss", "/offres.csv", "/offres.ics", "/partenaires/indeed.xml",
            "/widget", "/api/v1/offres", "/api/v1/offres/\(code)", "/api/v1/instantane", "/api/v1/changements?depuis=0",
            "/offres/\(code)/signaler", "/offres?q=leboncoin.example",
        ]
        for path in paths {
            let answer = world.test.get(path)
            #expect(answer.status == .ok, "\(path)")
            let text = try answer.wholeText
            #expect(!text.contains("@leboncoin"), "\(path)")
            #expect(!text.contains("%40leboncoin"), "\(path)")
        }
        let page = try world.test.get("/offres/\(code)").wholeText
        #expect(page.contains("Afficher l’adresse"))
        #expect(page.contains("[courriel masqué]"))
        // Its employer and a moderator see it.
        #expect(world.recruiter.get("/espace/offres/1").text.contains(Self.address))
        #expect(world.agent.get("/agent/offres/\(code)").text.contains(Self.address))
    }

    @Test func `a button shows every address, without a cookie, and the click is counted`() throws {
        let (world, code) = try published(["consigne": "ou à accueil@leboncoin.example"])
        let reader = TestBrowser(world.test)
        let answer = reader.post("/offres/\(code)/courriel", [:])
        #expect(answer.status == 200)
        #expect(answer.text.contains(">\(Self.address)</a>"))
        #expect(answer.text.contains("accueil@leboncoin.example"))
        #expect(answer.text.contains("mailto:\(Self.address)?subject=Candidature%20"))
        #expect(answer.response.fields[.cacheControl] == "no-store")
        #expect(answer.response.fields[.xRobotsTag] == "noindex, nofollow")
        #expect(reader.cookies.isEmpty)
        #expect(reader.get("/offres/\(code)/courriel").location == "/offres/\(code)")
        #expect(try applications(world, code) == 1)
    }

    @Test func `robots, pages of other sites and collectors are refused`() throws {
        let (world, code) = try published()
        let path = "/offres/\(code)/courriel"
        let robot = TestBrowser(world.test)
        robot.fields[.userAgent] = "python-requests/2.31"
        #expect(robot.post(path, [:]).status == 403)
        let other = TestBrowser(world.test)
        other.fields[.origin] = "https://mechant.example"
        #expect(other.post(path, [:]).status == 403)
        let collector = TestBrowser(world.test)
        let statuses = (0..<60).map { _ in collector.post(path, [:]).status }
        #expect(statuses.prefix(40).allSatisfy { $0 == 200 })
        #expect(statuses.last == 429)
        #expect(try applications(world, code) == 40)
    }

    @Test func `the link to the employer's page is counted and leads there`() throws {
        let (world, code) = try published(["url": "https://leboncoin.example/postes?id=1&x=2", "courriel": ""])
        let page = try world.test.get("/offres/\(code)").wholeText
        #expect(page.contains("href=\"/offres/\(code)/postuler\""))
        #expect(page.contains("sur le site leboncoin.example"))
        #expect(!page.contains("Afficher l’adresse"))
        let answer = TestBrowser(world.test).get("/offres/\(code)/postuler")
        #expect(answer.status == 303)
        #expect(answer.location == "https://leboncoin.example/postes?id=1&x=2")
        #expect(answer.response.fields[.cacheControl] == "no-store")
        #expect(try applications(world, code) == 1)
        #expect(TestBrowser(world.test).post("/offres/\(code)/courriel", [:]).status == 404)
        _ = world.act(1, "clore", ["issue": "pourvue", "pourvus": "1"])
        #expect(TestBrowser(world.test).get("/offres/\(code)/postuler").status == 410)
        #expect(TestBrowser(world.test).post("/offres/\(code)/appel", [:]).status == 410)
    }

    @Test func `a pressed number is counted where scripts run`() throws {
        let (world, code) = try published()
        #expect(try world.test.get("/offres/\(code)").wholeText.contains("data-note=\"/offres/\(code)/appel\""))
        #expect(TestBrowser(world.test).post("/offres/\(code)/appel", [:]).status == 204)
        #expect(try applications(world, code) == 1)
        #expect(TestBrowser(world.test).get("/offres/\(code)/appel").status == 405)
        #expect(TestBrowser(world.test).get("/offres/\(code)/postuler").status == 404)
    }
}
