import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct ModerationTests {
    @Test func `the queue shows what waits, for how long and what is risky`() throws {
        let world = try PostingWorld(membership: .pending)
        world.write(["intitule": "Aide à domicile (H/F)"])
        #expect(world.act(1, "envoyer").status == 303)
        world.test.wait(seconds: 1_200)
        let queue = world.agent.get("/agent/moderation")
        #expect(queue.text.contains("Aide à domicile"))
        #expect(queue.text.contains("20\u{A0}minutes"))
        #expect(queue.text.contains("nouvel employeur"))
        #expect(queue.text.contains("établissement à vérifier"))
        #expect(queue.text.contains("/agent/offres/\(try world.code(1))"))
    }

    @Test func `nothing of an unverified establishment is published before an agent says so`() throws {
        let world = try PostingWorld(membership: .pending)
        world.write()
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        let refused = world.decide(code, "accepter")
        #expect(refused.status == 422)
        #expect(try world.status(1) == .submitted)
        #expect(world.decide(code, "accepter", ["verifie": "oui"]).status == 303)
        #expect(try world.status(1) == .published)
        #expect(world.recruiter.get("/espace").text.contains("vérifié par un agent"))
    }

    @Test func `a change asked for is told with its article and the way to contest, and made`() throws {
        let world = try PostingWorld()
        world.write()
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        let without = world.decide(code, "corriger", ["note": "Le <b>salaire</b>"])
        #expect(without.status == 422)
        #expect(without.text.contains("Choisissez au moins une raison"))
        #expect(without.text.contains("Le &lt;b&gt;salaire"))
        #expect(
            world.decide(
                code, "corriger", ["raison": "incomplete", "raison": "smic", "note": "Précisez les horaires."]
            )
            .location == "/agent/moderation")
        #expect(try world.status(1) == .changesRequested)
        let mail = try #require(try world.test.mail(to: PostingWorld.address))
        #expect(mail.text.contains("L3231-2"))
        #expect(mail.text.contains("Précisez les horaires."))
        #expect(mail.text.contains("tribunal administratif"))
        #expect(!world.agent.get("/agent/moderation").text.contains(code))
        #expect(world.act(1, "envoyer").status == 303)
        #expect(world.decide(code, "accepter").status == 303)
        let published = try #require(try world.test.mail(to: PostingWorld.address))
        #expect(published.subject.contains("offre publiée"))
        let history = world.agent.get("/agent/offres/\(code)").text
        #expect(history.contains("Correction demandée"))
        #expect(history.contains("avant\u{A0}: En attente de lecture"))
    }

    @Test(arguments: [("refuser", OfferStatus.moderated), ("suspendre", .moderated)])
    func `refused and suspended offers are gone, with reasons`(action: String, status: OfferStatus) throws {
        let world = try PostingWorld()
        let code: String
        if action == "suspendre" {
            code = try world.publish()
        } else {
            world.write()
            _ = world.act(1, "envoyer")
            code = try world.code(1)
        }
        #expect(world.decide(code, action).status == 422)
        #expect(world.decide(code, action, ["raison": "fraude"]).status == 303)
        #expect(try world.status(1) == status)
        #expect(TestBrowser(world.test).get("/offres/\(code)").status == 410)
        #expect(world.recruiter.get("/espace/offres/1/1").status == 409)
        #expect(world.decide(code, "retablir").status == 303)
        #expect(try world.status(1) == .published)
    }

    @Test func `of two agents on one offer the second is told and nothing is overwritten`() throws {
        let world = try PostingWorld()
        world.write()
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        let other = try world.test.signedIn(.agent([.administrator]))
        let seen = other.get("/agent/offres/\(code)")
        #expect(world.decide(code, "accepter").status == 303)
        let late = other.post(
            "/agent/offres/\(code)",
            ["action": "refuser", "raison": "fraude", "version": try #require(seen.hidden("version"))], seal: seen.seal)
        #expect(late.status == 409)
        #expect(late.text.contains("Rien n’a été fait"))
        #expect(try world.status(1) == .published)
    }

    @Test func `hostile decisions do nothing`() throws {
        let world = try PostingWorld()
        world.write()
        _ = world.act(1, "envoyer")
        let code = try world.code(1)
        #expect(world.decide(code, "brûler").status == 400)
        #expect(world.decide(code, "refuser", ["raison": "parce que"]).status == 422)
        #expect(
            world.decide(code, "refuser", ["raison": "fraude", "note": String(repeating: "é", count: 2_001)]).status
                == 422)
        #expect(world.decide(code, "suspendre", ["raison": "fraude"]).status == 422)
        #expect(world.decide(code, "retablir").status == 422)
        #expect(try world.status(1) == .submitted)
        // A counsellor may read, and only read.
        let counsellor = try world.test.signedIn(.agent([.counsellor]))
        #expect(counsellor.get("/agent/offres/\(code)").status == 200)
        #expect(!counsellor.get("/agent/offres/\(code)").text.contains("Accepter et publier"))
    }

    @Test func `a reader's report comes first and is told apart from the rest`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        let reader = TestBrowser(world.test)
        #expect(reader.get("/offres/\(code)").text.contains("/offres/\(code)/signaler"))
        let path = "/offres/\(code)/signaler"
        #expect(reader.fill(path, [:]).status == 422)
        #expect(reader.fill(path, ["motif": "<b>"]).status == 422)
        let long = reader.fill(path, ["motif": "fraude", "precisions": String(repeating: "a", count: 1_001)])
        #expect(long.status == 422)
        let thanks = reader.fill(path, ["motif": "fraude", "precisions": "On m’a demandé un <script>RIB</script>."])
        #expect(thanks.status == 200)
        #expect(thanks.text.contains("Merci"))
        let queue = world.agent.get("/agent/moderation").text
        #expect(queue.contains("1\u{A0}signalement"))
        let review = world.agent.get("/agent/offres/\(code)").text
        #expect(review.contains("&lt;script&gt;RIB"))
        #expect(world.decide(code, "signalements").status == 303)
        #expect(world.agent.get("/agent/moderation").text.contains("Aucun signalement"))
        #expect(try world.status(1) == .published)
    }

    @Test func `a reported offer from elsewhere can be taken down and given back`() throws {
        let test = try TestSite([TestOffers.all[0]])
        let agent = try test.signedIn(.agent([.moderator]))
        let reader = TestBrowser(test)
        let list = reader.get("/offres").text
        let link = try #require(list.firstRange(of: "href=\"/offres/"))
        let code = String(list[link.upperBound...].prefix(6))
        #expect(reader.fill("/offres/\(code)/signaler", ["motif": "lien-mort"]).status == 200)
        let path = "/agent/offres/\(code)"
        func decide(_ action: String, _ more: QueryItems = [:]) -> Answer {
            let page = agent.get(path)
            var form: QueryItems = ["action": action, "version": page.hidden("version") ?? ""]
            for item in more.items { form.append(item.name, item.value) }
            return agent.post(path, form, seal: page.seal)
        }
        #expect(decide("accepter").status == 422)
        #expect(decide("suspendre", ["raison": "signalement"]).status == 303)
        #expect(reader.get("/offres/\(code)").status == 410)
        #expect(decide("retablir").status == 303)
        #expect(reader.get("/offres/\(code)").status == 200)
        #expect(reader.get("/offres?q=boulanger").text.contains("/offres/\(code)"))
    }

    @Test func `an offer that is not there cannot be reported`() throws {
        let reader = TestBrowser(try TestSite.shared.get())
        #expect(reader.get("/offres/0000A2/signaler").status == 404)
        #expect(reader.fill("/connexion", to: "/offres/0000A2/signaler", ["motif": "fraude"]).status == 404)
    }
}
