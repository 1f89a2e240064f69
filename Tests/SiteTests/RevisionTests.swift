import Recruitment
import Storage
import Testing
import Web

@testable import Site

/// A change of a published offer waits apart from what readers see.
@Suite struct RevisionTests {
    /// A published offer whose employer has asked for another commune and another title.
    private func revised() throws -> (world: PostingWorld, code: String) {
        let world = try PostingWorld()
        let code = try world.publish()
        world.save(
            1, ["intitule": "Cuisinier / Cuisinière", "commune": "Moulins (03000)", "date_limite": "2027-01-05"])
        #expect(world.act(1, "modifier").status == 303)
        return (world, code)
    }

    @Test func `readers see the accepted version until the change is accepted`() throws {
        let (world, code) = try revised()
        let reader = TestBrowser(world.test)
        let page = reader.get("/offres/\(code)")
        #expect(page.status == 200)
        #expect(page.text.contains("Serveur / Serveuse") && !page.text.contains("Cuisini"))
        #expect(page.text.contains("20\u{A0}décembre 2026"))
        #expect(reader.get("/offres?q=serveur").text.contains("/offres/\(code)\""))
        let own = world.recruiter.get("/espace/offres/1")
        #expect(own.text.contains("Modification en attente de lecture"))
        #expect(!own.text.contains("Publier les modifications"))
        #expect(world.recruiter.get("/espace/offres").text.contains("Modification en attente"))

        let queue = world.agent.get("/agent/moderation").text
        #expect(queue.contains("Cuisinier / Cuisinière"))
        #expect(queue.contains("en ligne, modification à relire"))
        let review = world.agent.get("/agent/offres/\(code)").text
        #expect(review.contains("intitulé, métier, lieu de travail, date limite"))
        #expect(review.contains("La version en ligne"))
        #expect(world.decide(code, "accepter-modification").location == "/agent/moderation")
        #expect(reader.get("/offres/\(code)").text.contains("Cuisinier / Cuisinière"))
        #expect(reader.get("/offres/\(code)").text.contains("5\u{A0}janvier 2027"))
        #expect(!reader.get("/offres?q=serveur").text.contains("/offres/\(code)\""))
        #expect(!world.agent.get("/agent/moderation").text.contains("Cuisini"))
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("modification publiée"))
        let history = world.recruiter.get("/espace/offres/1").text
        #expect(history.contains("Modifiée, à relire"))
        #expect(history.contains("Modification acceptée"))
    }

    @Test func `a refused change leaves the offer as it was, with its reasons told`() throws {
        let (world, code) = try revised()
        #expect(world.decide(code, "refuser-modification").status == 422)
        #expect(world.decide(code, "refuser-modification", ["raison": "trompeur"]).status == 303)
        #expect(try world.status(1) == .published)
        #expect(TestBrowser(world.test).get("/offres/\(code)").text.contains("Serveur / Serveuse"))
        let mail = try #require(try world.test.mail(to: PostingWorld.address))
        #expect(mail.subject.contains("modification refusée"))
        #expect(mail.text.contains("reste en ligne"))
        #expect(mail.text.contains("tribunal administratif"))
        // It may be handed in again.
        #expect(world.recruiter.get("/espace/offres/1").text.contains("Publier les modifications"))
    }

    @Test func `suspending or closing the offer ends what waits`() throws {
        let (world, code) = try revised()
        #expect(world.decide(code, "suspendre", ["raison": "trompeur"]).status == 303)
        #expect(TestBrowser(world.test).get("/offres/\(code)").status == 410)
        #expect(world.decide(code, "accepter-modification").status == 422)
        #expect(!world.agent.get("/agent/moderation").text.contains("Cuisini"))
        #expect(world.decide(code, "retablir").status == 303)
        #expect(TestBrowser(world.test).get("/offres/\(code)").text.contains("Serveur / Serveuse"))

        let (second, _) = try revised()
        #expect(second.act(1, "clore", ["issue": "pourvue", "pourvus": "1"]).status == 303)
        #expect(!second.agent.get("/agent/moderation").text.contains("Cuisini"))
    }

    @Test func `an extension holds for the offer and for the change that waits`() throws {
        let (world, code) = try revised()
        #expect(world.act(1, "prolonger", ["jusquau": "2027-01-15"]).status == 303)
        #expect(TestBrowser(world.test).get("/offres/\(code)").text.contains("15\u{A0}janvier 2027"))
        #expect(world.decide(code, "accepter-modification").status == 303)
        #expect(TestBrowser(world.test).get("/offres/\(code)").text.contains("15\u{A0}janvier 2027"))
    }

    @Test func `a moderator who has not seen the latest change is told, and nothing is published`() throws {
        let (world, code) = try revised()
        let page = world.agent.get("/agent/offres/\(code)")
        world.save(1, ["intitule": "Plongeur / Plongeuse"])
        _ = world.act(1, "modifier")
        let answer = world.agent.post(
            "/agent/offres/\(code)",
            ["action": "accepter-modification", "version": try #require(page.hidden("version"))], seal: page.seal)
        #expect(answer.status == 409)
        #expect(TestBrowser(world.test).get("/offres/\(code)").text.contains("Serveur / Serveuse"))
    }

    @Test func `a change whose deadline has passed can no longer be published`() throws {
        let (world, code) = try revised()
        world.save(1, ["intitule": "Cuisinier / Cuisinière", "date_limite": "2026-11-30"])
        _ = world.act(1, "modifier")
        world.test.wait(seconds: 10 * 86_400)
        let agent = try world.test.signedIn(.agent([.moderator]))
        #expect(agent.get("/agent/offres/\(code)").text.contains("ne peut plus être publiée"))
        #expect(world.decide(code, "accepter-modification", by: agent).status == 422)
        #expect(TestBrowser(world.test).get("/offres/\(code)").text.contains("Serveur / Serveuse"))
    }
}
