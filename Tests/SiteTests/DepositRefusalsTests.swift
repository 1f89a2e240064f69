import Feeds
import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct DepositRefusalsTests {
    /// Notes that the published offer was told in a file of that day.
    private func deposit(
        _ id: OfferID, _ movement: FranceTravailDeposit.Movement, day: Int, _ world: PostingWorld
    ) throws {
        let now = world.test.now
        let file = FranceTravailFile(
            day: ParisTime.day(at: now).adding(days: day), madeAt: now, path: "/a", partial: "/b", created: 1,
            modified: 0, suppressed: 0)
        let told = FranceTravailMovement(
            offer: id, movement: movement, fingerprint: movement == .suppression ? nil : UInt64.max)
        let isNew = try world.test.store.writing { writing throws(StorageError) in
            try writing.add(file, [told], received: nil)
        }
        #expect(isNew)
    }

    private func refuse(_ id: OfferID, _ reason: String, _ world: PostingWorld) throws -> Bool {
        let refusals = DepositRefusals(settings: world.test.site.settings)
        let now = world.test.now
        return try world.test.store.writing { writing throws(StorageError) in
            try refusals.follow(id, reason: reason, file: nil, in: writing, at: now)
        }
    }

    private func tasks(_ world: PostingWorld) throws -> [AgentTask] {
        try world.test.read { stores throws(StorageError) in try stores.tasks.open(limit: 9) }
    }

    @Test func `a refused offer is told once to its author and to the agents, until it is deposited anew`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        let id = try #require(OfferID(code: code))
        #expect(try !refuse(id, "jamais déposée", world))
        try deposit(id, .creation, day: 0, world)
        #expect(try refuse(id, "Code ROME <inconnu>", world))
        let mail = try #require(try world.test.mail(to: PostingWorld.address))
        #expect(mail.subject.contains("non reprise par France Travail"))
        #expect(mail.text.contains("Code ROME <inconnu>") && mail.text.contains(code))
        #expect(try tasks(world).map(\.subject) == [.offer(id)])
        let page = world.agent.get("/agent/taches").text
        #expect(page.contains("Code ROME &lt;inconnu&gt;") && page.contains("/agent/offres/\(code)"))
        #expect(try !refuse(id, "Code ROME <inconnu>", world))
        let known = try world.test.read { stores throws(StorageError) in
            try stores.franceTravail.deposited(until: nil)
        }
        #expect(known == [id: DepositedOffer(refused: UInt64.max)])
        try deposit(id, .creation, day: 1, world)
        #expect(try tasks(world).isEmpty)
    }

    @Test func `of a refused suppression only the agents are told`() throws {
        let world = try PostingWorld()
        let id = try #require(OfferID(code: try world.publish()))
        let before = try world.test.mail(to: PostingWorld.address)?.subject
        try deposit(id, .suppression, day: 0, world)
        #expect(try refuse(id, "", world))
        #expect(try tasks(world).first?.text.contains("n’a pas retiré") == true)
        #expect(try world.test.mail(to: PostingWorld.address)?.subject == before)
    }

    @Test func `a file of a day that has one, or of an earlier day, is not noted`() throws {
        let world = try PostingWorld()
        let id = try #require(OfferID(code: try world.publish()))
        try deposit(id, .creation, day: 0, world)
        let today = ParisTime.day(at: world.test.now)
        for day in [today, today.adding(days: -1)] {
            let file = FranceTravailFile(
                day: day, madeAt: world.test.now, path: "/a", partial: "/b", created: 0, modified: 0, suppressed: 0)
            let isNew = try world.test.store.writing { writing throws(StorageError) in
                try writing.add(file, [], received: nil)
            }
            #expect(!isNew)
        }
    }
}
