import Recruitment
import Storage
import Testing

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
