import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct ScheduledStartTests {
    private let day: Int64 = 86_400

    @Test func `an offer accepted for a day to come is published that day, once`() throws {
        let world = try PostingWorld()
        world.write(["date_debut": "2026-12-01", "date_limite": "2027-01-20"])
        #expect(world.recruiter.get("/espace/offres/1").text.contains("à partir du 1er\u{A0}décembre 2026"))
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        _ = world.decide(code, "accepter")
        #expect(try world.status(1) == .submitted)
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("offre acceptée"))
        #expect(world.recruiter.get("/espace/offres").text.contains("en ligne le 1er\u{A0}décembre 2026"))
        #expect(!world.agent.get("/agent/moderation").text.contains("Serveur / Serveuse"))
        #expect(world.agent.get("/agent/offres/\(code)").text.contains("en ligne le 1er\u{A0}décembre 2026"))
        let reader = TestBrowser(world.test)
        #expect(reader.get("/offres/\(code)").status == 404)
        #expect(!reader.get("/offres?q=serveur").text.contains("/offres/\(code)\""))

        let clock = LifecycleClock(board: world.test.board, settings: world.test.site.settings)
        // 30 November, 23 h 30 in Allier.
        world.test.wait(seconds: 6 * day + 11 * 3_600 + 1_800)
        #expect(try clock.run(at: world.test.now) == 0)
        world.test.wait(seconds: 3_600)
        #expect(try clock.run(at: world.test.now) == 1)
        #expect(try clock.run(at: world.test.now) == 0)
        #expect(try world.status(1) == .published)
        let page = reader.get("/offres/\(code)")
        #expect(page.status == 200)
        #expect(page.text.contains("Publiée aujourd’hui"))
        #expect(reader.get("/offres?q=serveur").text.contains("/offres/\(code)\""))
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("offre publiée"))
        #expect(world.recruiter.get("/espace/offres/1").text.contains("Publiée le jour prévu"))
    }

    @Test func `a day too far, unreadable or after the deadline is told beside its field`() throws {
        let world = try PostingWorld()
        for (start, end) in [("2027-06-01", "2027-06-20"), ("demain", "2026-12-20"), ("2026-12-21", "2026-12-20")] {
            let answer = world.write(["date_debut": start, "date_limite": end])
            #expect(answer.status == 422, "\(start)")
            #expect(answer.text.contains(start.hasPrefix("2026") ? "date_limite-erreur" : "date_debut-erreur"))
            #expect(answer.text.contains("value=\"\(start)\""))
        }
        // Sixty days are counted from the day of publication.
        #expect(world.write(["date_debut": "2026-12-20", "date_limite": "2027-02-18"]).status == 303)
        #expect(world.write(["date_debut": "2026-12-20", "date_limite": "2027-02-19"]).status == 422)
        // A day that has come means at once.
        #expect(world.write(["date_debut": "2026-11-01"]).status == 303)
    }

    @Test func `an offer of an establishment that has closed does not begin`() throws {
        let world = try PostingWorld()
        world.write(["date_debut": "2026-11-26"])
        _ = world.act(1, "envoyer")
        _ = world.decide(try world.code(1), "accepter")
        world.test.wait(seconds: 3 * day)
        let (now, siret) = (world.test.now, PostingWorld.siret)
        func note(isOpen: Bool) throws {
            try world.test.store.writing { writing throws(StorageError) in
                try writing.setFacts(Establishment.Facts(name: "Le Bon Coin", isOpen: isOpen), of: siret, at: now)
            }
        }
        let clock = LifecycleClock(board: world.test.board, settings: world.test.site.settings)
        try note(isOpen: false)
        #expect(try clock.run(at: now) == 0)
        #expect(try world.status(1) == .submitted)
        try note(isOpen: true)
        #expect(try clock.run(at: now) == 1)
        #expect(try world.status(1) == .published)
    }

    @Test func `its employer may have it sooner, and what he changes is read again`() throws {
        let world = try PostingWorld()
        world.write(["date_debut": "2026-12-10"])
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        _ = world.decide(code, "accepter")
        world.save(1, ["intitule": "Cuisinier / Cuisinière"])
        #expect(world.act(1, "modifier").status == 303)
        #expect(world.agent.get("/agent/moderation").text.contains("Cuisinier / Cuisinière"))
        _ = world.decide(code, "accepter")
        world.save(1, ["date_debut": ""])
        #expect(world.recruiter.get("/espace/offres/1").text.contains("date de publication"))
        #expect(world.act(1, "modifier").status == 303)
        #expect(try world.status(1) == .published)
        #expect(TestBrowser(world.test).get("/offres/\(code)").status == 200)
    }
}
