import Foundation
import Interchange
import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct EstablishmentClosingTests {
    private func follow(_ world: PostingWorld, isOpen: Bool) throws {
        let closing = EstablishmentClosing(settings: world.test.site.settings)
        let now = world.test.now
        let facts = Establishment.Facts(name: "LE BON COIN", isOpen: isOpen)
        try world.test.store.writing { writing throws(StorageError) in
            try writing.setFacts(facts, of: PostingWorld.siret, at: now)
            try closing.follow(PostingWorld.siret, facts, in: writing, at: now)
        }
        try world.test.board.catchUp()
    }

    private func tasks(_ world: PostingWorld) throws -> [AgentTask] {
        try world.test.read { stores throws(StorageError) in try stores.tasks.open(limit: 9) }
    }

    @Test func `a closed establishment's offers are hidden, its employer is told why and the agents get a task`() throws
    {
        let world = try PostingWorld()
        let code = try world.publish()
        try follow(world, isOpen: false)
        #expect(try world.status(1) == .moderated)
        #expect(TestBrowser(world.test).get("/offres/\(code)").status == 410)
        #expect(!TestBrowser(world.test).get("/offres?q=serveuse").text.contains(code))
        let mail = try #require(try world.test.mail(to: PostingWorld.address))
        #expect(mail.subject.contains("offre suspendue"))
        for part in ["Établissement fermé", "Conditions d’utilisation", "Cette décision est automatique", "tribunal"] {
            #expect(mail.text.contains(part), "\(part)")
        }
        let task = try #require(try tasks(world).first)
        #expect(task.subject == .establishment(PostingWorld.siret))
        #expect(task.text.contains("1\u{A0}offre a été suspendue"))
        #expect(world.agent.get("/agent/taches").text.contains("LE BON COIN"))
        #expect(world.agent.get("/agent/offres/\(code)").text.contains("par le site"))
    }

    @Test func `saying it again hides nothing twice and mails nobody twice`() throws {
        let world = try PostingWorld()
        _ = try world.publish()
        try follow(world, isOpen: false)
        let mails = try world.test.read { stores throws(StorageError) in
            try stores.outbox.mails(to: EmailAddress(PostingWorld.address)!, limit: 99).count
        }
        try follow(world, isOpen: false)
        #expect(try tasks(world).count == 1)
        let after = try world.test.read { stores throws(StorageError) in
            try stores.outbox.mails(to: EmailAddress(PostingWorld.address)!, limit: 99).count
        }
        #expect(after == mails)
    }

    @Test func `an agent puts the offer up again, and an establishment open again is a task, not a publication`() throws
    {
        let world = try PostingWorld()
        let code = try world.publish()
        try follow(world, isOpen: false)
        try follow(world, isOpen: true)
        #expect(try world.status(1) == .moderated)
        #expect(try tasks(world).map { $0.text.contains("de nouveau ouvert") } == [true])
        #expect(world.decide(code, "retablir").status == 303)
        #expect(try world.status(1) == .published)
    }

    @Test func `an employer who is trusted is read again once his establishment is closed`() throws {
        let world = try PostingWorld()
        #expect(world.agent.fill("/agent/employeurs/\(PostingWorld.siret)", ["confiance": "oui"]).status == 303)
        try follow(world, isOpen: false)
        world.write()
        #expect(world.act(1, "envoyer").status == 303)
        #expect(try world.status(1) == .submitted)
        #expect(world.agent.get("/agent/moderation").text.contains("établissement fermé"))
    }

    @Test func `offers from elsewhere with that number are hidden too, drafts and those waiting stay`() throws {
        let world = try PostingWorld()
        let line = TestOffers.all[1].replacing(
            "\"id\":\"serveur\"", with: "\"siret\":\"\(PostingWorld.siret)\",\"id\":\"sirene\"")
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).jsonl")
        try line.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try OfferImport(file: file.path, source: .fromEachRecord, format: .jsonLines)
            .run(into: world.test.store, at: world.test.now)
        world.write()
        try follow(world, isOpen: false)
        #expect(try world.status(1) == .draft)
        let hidden = try world.test.read { stores throws(StorageError) in
            try stores.postings.list(OfferListFilter(status: .moderated), limit: 9, offset: 0).count
        }
        #expect(hidden == 1)
    }
}
