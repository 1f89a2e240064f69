import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct AgentPostingTests {
    private static let siret = "55208131700018"

    private func begin(_ browser: TestBrowser, _ changes: [String: String] = [:]) -> Answer {
        var form: QueryItems = [
            "siret": Self.siret, "employeur": "Ferme des Tilleuls", "demandeur": "Mme Petit, gérante",
        ]
        for (name, value) in changes { form.set(name, to: value) }
        return browser.fill("/agent/saisie", form)
    }

    private func fill(_ browser: TestBrowser) {
        let page = browser.get("/espace/offres/1/tout")
        var form = PostingWorld.all
        form.set("siret", to: Self.siret)
        form.set("employeur", to: "Ferme des Tilleuls")
        form.append("version", page.hidden("version") ?? "")
        browser.post("/espace/offres/1/tout", form, seal: page.seal)
    }

    @Test func `an agent writes an offer for a farm that telephoned, and the history says so`() throws {
        let test = try TestSite(Array(TestOffers.all.prefix(1)))
        let agent = try test.signedIn(.agent([.companyRelations]), email: "agent@essai.fr")
        #expect(agent.get("/agent").text.contains("href=\"/agent/saisie\""))
        #expect(begin(agent).location == "/espace/offres/1/1")
        #expect(agent.get("/espace/offres/1/1").text.contains("value=\"Ferme des Tilleuls\""))
        fill(agent)
        let page = agent.get("/espace/offres/1")
        #expect(page.text.contains("Envoyer l’offre"))
        #expect(page.text.contains("Saisie par le Département"))
        #expect(page.text.contains("Ferme des Tilleuls (\(Self.siret)), demandée par Mme Petit, gérante"))
        let form: QueryItems = ["action": "envoyer", "version": try #require(page.hidden("version"))]
        #expect(agent.post("/espace/offres/1", form, seal: page.seal).status == 303)
        // Another agent reads it; nobody has to verify that the Département may write it.
        let moderator = try test.signedIn(.agent([.moderator]))
        let code = try #require(
            try test.read { stores throws(StorageError) in
                try stores.postings.posting(PostingID(rawValue: 1))?.offer
            }
        ).code
        let review = moderator.get("/agent/offres/\(code)")
        #expect(review.text.contains("Saisie par le Département"))
        #expect(!review.text.contains("J’ai vérifié que cette personne"))
        moderator.post(
            "/agent/offres/\(code)", ["action": "accepter", "version": try #require(review.hidden("version"))],
            seal: review.seal)
        #expect(TestBrowser(test).get("/offres/\(code)").status == 200)
        #expect(agent.get("/espace/offres").text.contains("Serveur / Serveuse"))
        #expect(try #require(try test.mail(to: "agent@essai.fr")).subject.contains("offre publiée"))
    }

    @Test func `what is wrong is told beside its field`() throws {
        let test = try TestSite(Array(TestOffers.all.prefix(1)))
        let agent = try test.signedIn(.agent([.administrator]))
        for (field, value) in [
            ("siret", "123"), ("employeur", ""), ("employeur", String(repeating: "x", count: 300)),
            ("demandeur", String(repeating: "é", count: 300)),
        ] {
            let answer = begin(agent, [field: value])
            #expect(answer.status == 422, "\(field)")
            #expect(answer.text.contains("id=\"\(field)-erreur\""))
        }
        #expect(begin(agent, ["employeur": "<b>\"x"]).status == 303)
        #expect(!agent.get("/espace/offres/1").text.contains("<b>\"x"))
    }

    @Test func `a moderator's own offer is published at once, and an employer's looked after at his request`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        #expect(world.agent.get("/agent/offres/\(code)").text.contains("à la demande de l’employeur"))
        let page = world.agent.get("/espace/offres/1")
        #expect(page.status == 200)
        let form: QueryItems = [
            "action": "clore", "issue": "pourvue", "pourvus": "1", "version": try #require(page.hidden("version")),
        ]
        #expect(world.agent.post("/espace/offres/1", form, seal: page.seal).status == 303)
        #expect(try world.status(1) == .filled)
        // The history names who did it.
        #expect(world.recruiter.get("/espace/offres/1").text.contains("par Camille Essai"))
        // Those who accompany persons do not write offers.
        let counsellor = try world.test.signedIn(.agent([.counsellor]))
        #expect(counsellor.get("/espace/offres/1").status == 403)
        #expect(counsellor.get("/agent/saisie").status == 403)
    }
}
