import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct BulkDecisionTests {
    private static let path = "/agent/offres"

    /// Ticks offers in the list; what comes is the page that asks to confirm.
    private func tick(_ world: PostingWorld, _ codes: [String], _ action: String) -> Answer {
        var form: QueryItems = ["action": action]
        for code in codes { form.append("offre", code) }
        return world.agent.fill(Self.path, form)
    }

    /// Confirms what a page asked, as its form has it.
    private func confirm(_ world: PostingWorld, _ page: Answer, _ more: QueryItems = [:]) -> Answer {
        var form: QueryItems = ["confirme": "oui", "action": page.hidden("action") ?? ""]
        for piece in page.text.split(separator: "name=\"offre\" value=\"").dropFirst() {
            form.append("offre", String(piece.prefix { $0 != "\"" }))
        }
        for item in more.items { form.append(item.name, item.value) }
        return world.agent.post(Self.path, form, seal: page.seal)
    }

    /// Two offers handed in, with different titles.
    private func twoWaiting() throws -> (PostingWorld, [String]) {
        let world = try PostingWorld()
        world.write()
        world.write(["intitule": "Cuisinier / Cuisinière"])
        for posting in 1...2 { _ = world.act(posting, "envoyer") }
        return (world, [try world.code(1), try world.code(2)])
    }

    @Test func `several offers are accepted after a page that asks, each by itself`() throws {
        let (world, codes) = try twoWaiting()
        let page = tick(world, codes, "accepter")
        #expect(page.status == 200)
        #expect(page.text.contains("Cuisinier / Cuisinière"))
        #expect(try world.status(1) == .submitted, "nothing before it is confirmed")
        let done = confirm(world, page)
        #expect(done.status == 200)
        #expect(done.text.split(separator: ">fait<").count == 3)
        #expect(try [world.status(1), world.status(2)] == [.published, .published])
        // Sent again: both have changed, nothing happens.
        let again = confirm(world, page)
        #expect(again.text.split(separator: "changé entre-temps").count == 3)
    }

    @Test func `an offer that changed since it was ticked is left alone, the others are done`() throws {
        let (world, codes) = try twoWaiting()
        let page = tick(world, codes, "accepter")
        let other = try world.test.signedIn(.agent([.administrator]))
        #expect(world.decide(codes[0], "refuser", ["raison": "fraude"], by: other).status == 303)
        let done = confirm(world, page)
        #expect(done.text.contains("changé entre-temps"))
        #expect(try [world.status(1), world.status(2)] == [.moderated, .published])
    }

    @Test func `what needs a reason asks for it, and tells each employer`() throws {
        let (world, codes) = try twoWaiting()
        let page = tick(world, codes, "corriger")
        let without = confirm(world, page)
        #expect(without.status == 422)
        #expect(without.text.contains("Choisissez au moins une raison"))
        #expect(confirm(world, page, ["raison": "<b>"]).status == 422)
        #expect(confirm(world, page, ["raison": "smic", "note": String(repeating: "é", count: 2_001)]).status == 422)
        #expect(try world.status(1) == .submitted)
        #expect(confirm(world, page, ["raison": "smic", "note": "Voir <b>"]).status == 200)
        #expect(try [world.status(1), world.status(2)] == [.changesRequested, .changesRequested])
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).text.contains("L3231-2"))
    }

    @Test func `offers are suspended, given back and put off together`() throws {
        let (world, codes) = try twoWaiting()
        _ = confirm(world, tick(world, codes, "accepter"))
        _ = confirm(world, tick(world, codes, "suspendre"), ["raison": "fraude"])
        #expect(try [world.status(1), world.status(2)] == [.moderated, .moderated])
        #expect(TestBrowser(world.test).get("/offres/\(codes[0])").status == 410)
        _ = confirm(world, tick(world, codes, "retablir"))
        #expect(try [world.status(1), world.status(2)] == [.published, .published])
        let page = tick(world, codes, "prolonger")
        #expect(confirm(world, page, ["jusquau": "demain"]).status == 422)
        #expect(confirm(world, page, ["jusquau": "2027-06-30"]).text.contains("au plus tard"))
        let done = confirm(world, page, ["jusquau": "2026-12-31"])
        #expect(done.text.split(separator: ">fait<").count == 3)
        #expect(try #require(try world.test.mail(to: PostingWorld.address)).subject.contains("prolongée"))
        #expect(world.agent.get("/agent/offres/\(codes[1])").text.contains("31\u{A0}décembre 2026"))
    }

    @Test func `what cannot be done is told before, with why`() throws {
        let world = try PostingWorld(membership: .pending)
        world.write()
        _ = world.act(1, "envoyer")
        let imported = try #require(
            try world.test.read { stores throws(StorageError) in
                try stores.postings.list(OfferListFilter(status: .published), limit: 1, offset: 0).first
            })
        let page = tick(world, [try world.code(1), imported.code], "accepter")
        #expect(page.text.contains("pas vérifié"))
        #expect(page.text.contains("Aucune des offres cochées"))
        let extending = tick(world, [imported.code], "prolonger")
        #expect(extending.text.contains("vient d’ailleurs"))
        // A form of one's own does not get round it.
        let forged = world.agent.post(
            Self.path, ["confirme": "oui", "action": "accepter", "offre": "\(try world.code(1)):2"],
            seal: world.agent.get(Self.path).seal)
        #expect(forged.status == 200)
        #expect(!forged.text.contains(">fait<"))
        #expect(try world.status(1) == .submitted)
        _ = confirm(world, tick(world, [imported.code], "suspendre"), ["raison": "fraude"])
        #expect(TestBrowser(world.test).get("/offres/\(imported.code)").status == 410)
    }

    @Test(
        arguments: [
            [:], ["action": "accepter"], ["offre": "0000A2"], ["offre": "<b>", "action": "accepter"],
            ["offre": "0000A2:x", "action": "brûler"], ["offre": "ZZZZZZ:1", "action": "accepter", "confirme": "oui"],
        ] as [QueryItems])
    func `hostile forms do nothing`(form: QueryItems) throws {
        let world = try PostingWorld()
        let answer = world.agent.fill(Self.path, form)
        #expect(answer.status == 422)
        #expect(!answer.text.contains("<b>"))
    }

    @Test func `the queue leads from one offer to the next, and tells what is near another`() throws {
        let (world, codes) = try twoWaiting()
        let first = world.agent.get("/agent/offres/\(codes[0])").text
        #expect(first.contains("rel=\"next\" href=\"/agent/offres/\(codes[1])\""))
        #expect(!first.contains("rel=\"prev\""))
        #expect(
            world.agent.get("/agent/offres/\(codes[1])").text.contains(
                "rel=\"prev\" href=\"/agent/offres/\(codes[0])\""))
        #expect(!world.agent.get("/agent/moderation").text.contains("double possible"))
        // The same job in other words of title, from the same establishment.
        world.write(["intitule": "Serveur / Serveuse en salle"])
        _ = world.act(3, "envoyer")
        #expect(world.agent.get("/agent/moderation").text.contains("double possible"))
        #expect(world.agent.get("/agent/offres/\(try world.code(3))").text.contains("Peut-être la même offre"))
    }
}
