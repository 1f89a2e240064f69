import Background
import Logging
import Recruitment
import Storage
import Synchronization
import Testing

@Suite struct RotaTests {
    private final class Counter: Job {
        let name: String
        let secondsBetween: Int64
        let runs = Atomic(0)
        let fails: Bool

        init(_ name: String, secondsBetween: Int64 = 0, fails: Bool = false) {
            self.name = name
            self.secondsBetween = secondsBetween
            self.fails = fails
        }

        struct Failed: Error {}

        func run(at now: Instant, mayGoOn: () -> Bool) throws {
            runs.add(1, ordering: .relaxed)
            if fails { throw Failed() }
        }
    }

    private func rota(_ outbox: Outbox, _ holder: String, _ jobs: [any Job]) -> Rota {
        Rota(
            store: outbox.store, jobs: jobs, holder: holder,
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() },
            clock: { outbox.now })
    }

    @Test func `one process leads until it gives up or falls silent`() throws {
        let outbox = try Outbox()
        let (first, second) = (Counter("a"), Counter("a"))
        var one = rota(outbox, "un", [first])
        var two = rota(outbox, "deux", [second])
        var turns = [one.turn(), two.turn(), one.turn()]
        #expect(turns == [true, false, true])
        #expect([first, second].map { $0.runs.load(ordering: .relaxed) } == [2, 0])
        outbox.wait(seconds: Rota.leaseSeconds)
        turns = [two.turn(), one.turn()]
        #expect(turns == [true, false])
        two.giveUp()
        let leadsAgain = one.turn()
        #expect(leadsAgain)
    }

    @Test func `a lease from a clock that was put back since keeps nobody waiting`() throws {
        let outbox = try Outbox()
        var one = rota(outbox, "un", [])
        var two = rota(outbox, "deux", [])
        outbox.wait(seconds: 100 * 86_400)
        var leads = one.turn()
        #expect(leads)
        // A little back is no jump: who leads goes on.
        outbox.wait(seconds: -60)
        leads = two.turn()
        #expect(!leads)
        outbox.wait(seconds: -100 * 86_400)
        leads = two.turn()
        #expect(leads)
        leads = one.turn()
        #expect(!leads)
    }

    @Test func `a job runs when it is due, whatever another does`() throws {
        let outbox = try Outbox()
        let (often, seldom, broken) = (Counter("a"), Counter("b", secondsBetween: 3_600), Counter("c", fails: true))
        var rota = rota(outbox, "un", [broken, often, seldom])
        for _ in 0..<4 {
            rota.turn()
            outbox.wait(seconds: 1_800)
        }
        #expect([often, seldom, broken].map { $0.runs.load(ordering: .relaxed) } == [4, 2, 4])
    }
}
