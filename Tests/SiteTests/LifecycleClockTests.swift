import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct LifecycleClockTests {
    private let day: Int64 = 86_400

    @Test func `an offer is asked about after a month and hidden a week later without an answer`() throws {
        let world = try PostingWorld()
        world.write(["date_limite": "2027-01-20"])
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        _ = world.decide(code, "accepter")
        _ = try world.test.mail(to: PostingWorld.address)
        let clock = LifecycleClock(board: world.test.board, settings: world.test.site.settings)

        #expect(try clock.run(at: world.test.now) == 0)
        world.test.wait(seconds: 30 * day)
        #expect(try clock.run(at: world.test.now) == 1)
        #expect(try clock.run(at: world.test.now) == 0)
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("toujours d’actualité"))
        world.test.wait(seconds: 7 * day)
        #expect(try clock.run(at: world.test.now) == 1)
        #expect(try world.status(1) == .expired)
        #expect(TestBrowser(world.test).get("/offres/\(code)").status == 410)
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("expirée"))
        world.test.wait(seconds: 21 * day)
        #expect(try clock.run(at: world.test.now) == 1)
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("abouti"))
        #expect(try clock.run(at: world.test.now) == 0)
    }

    @Test func `one click from the mail keeps the offer up, once`() throws {
        let world = try PostingWorld()
        world.write(["date_limite": "2027-01-20", "vehicule": "oui"])
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        _ = world.decide(code, "accepter")
        let clock = LifecycleClock(board: world.test.board, settings: world.test.site.settings)
        let reader = TestBrowser(world.test)
        #expect(reader.get("/offres/\(code)").text.contains("Avoir une voiture"))
        #expect(reader.get("/offres/\(code)/confirmer?jeton=x").status == 410)
        world.test.wait(seconds: 30 * day)
        _ = try clock.run(at: world.test.now)
        let link = try world.test.link(mailedTo: PostingWorld.address)
        #expect(link.hasPrefix("/offres/\(code)/confirmer?jeton="))
        // Mail programs open links unasked: nothing is confirmed by it.
        let page = reader.get(link)
        #expect(page.status == 200)
        #expect(page.text.contains("Oui, la garder en ligne"))
        let path = "/offres/\(code)/confirmer"
        let token = try #require(page.hidden("jeton"))
        #expect(reader.post(path, ["jeton": String(token.dropLast()) + "_"], seal: page.seal).status == 410)
        #expect(reader.post(path, ["jeton": token], seal: page.seal).status == 200)
        #expect(reader.post(path, ["jeton": token], seal: page.seal).status == 410)
        #expect(reader.get(link).status == 410)
        world.test.wait(seconds: 7 * day)
        _ = try clock.run(at: world.test.now)
        #expect(try world.status(1) == .published)
        let events = try world.test.read { stores throws(StorageError) in
            try stores.events.events(on: .posting(PostingID(rawValue: 1)), limit: 1)
        }
        #expect(events.first?.after?.contains("par le lien du courriel") == true)
        // Another offer's token is nothing here, nor an offer that nobody wrote here.
        #expect(reader.get("/offres/0000A2/confirmer?jeton=\(token)").status == 404)
    }

    @Test func `seven days and one day before its end the employer is reminded, once each`() throws {
        let world = try PostingWorld()
        _ = try world.publish()
        _ = try world.test.mail(to: PostingWorld.address)
        let clock = LifecycleClock(board: world.test.board, settings: world.test.site.settings)
        // Published on 24 November, ends on 20 December.
        world.test.wait(seconds: 19 * day)
        #expect(try clock.run(at: world.test.now) == 1)
        #expect(try clock.run(at: world.test.now) == 0)
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("dans 7 jours"))
        world.test.wait(seconds: 6 * day)
        #expect(try clock.run(at: world.test.now) == 1)
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("demain"))
        world.test.wait(seconds: 2 * day)
        #expect(try clock.run(at: world.test.now) == 1)
        #expect(try world.status(1) == .expired)
        #expect(try clock.run(at: world.test.now) == 0)
    }
}
