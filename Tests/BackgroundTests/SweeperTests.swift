import Background
import Recruitment
import Storage
import Testing

@Suite struct SweeperTests {
    @Test func `a sign-up that nobody confirmed is forgotten after a week, a confirmed one stays`() throws {
        let outbox = try Outbox()
        let now = outbox.now
        let addresses = ["a@b.example", "c@d.example"].compactMap { EmailAddress($0) }
        try outbox.store.writing { writing throws(StorageError) in
            for (index, address) in addresses.enumerated() {
                let account = try writing.addAccount(.recruiter, email: address, name: PersonName("A")!, at: now)!
                _ = try writing.addMembership(of: account.id, in: SIRET("73282932000074")!, at: now)
                if index == 0 { try writing.confirm(account.id, at: now) }
            }
        }
        func known() throws -> [Bool] {
            try outbox.store.read(worker: nil) { stores throws(StorageError) in
                [try stores.accounts.account(addresses[0]) != nil, try stores.accounts.account(addresses[1]) != nil]
            }
        }
        let sweeper = Sweeper(store: outbox.store)
        outbox.wait(seconds: 7 * 86_400)
        try sweeper.run(at: outbox.now) { true }
        #expect(try known() == [true, true])
        outbox.wait(seconds: 1)
        try sweeper.run(at: outbox.now) { true }
        #expect(try known() == [true, false])
    }
}
