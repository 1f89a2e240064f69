import Curl
import LocalServer
import Logging
import Partners
import Recruitment
import Storage
import Synchronization
import Testing
import Threading

@testable import Background

@Suite struct MailCarrierTests {
    private final class Sink: Sendable {
        let mails = Mutex<[ReceivedMail]>([])
        /// What to say at the end of each message's data; nil takes it.
        let reply = Mutex<String?>(nil)

        func server() -> LocalServer {
            LocalServer { connection in
                let reply = self.reply.withLock { $0 }
                connection.receiveMail({ $0 == "." ? reply : nil }) { mail in
                    self.mails.withLock { $0.append(mail) }
                    self.arrival.notify()
                }
            }
        }

        let arrival = Signal()

        /// Waits until so many messages are in: the client does not wait for the server's goodbye.
        func fields(_ name: String, of count: Int) -> [String] {
            while mails.withLock({ $0.count }) < count { arrival.wait() }
            return mails.withLock { $0.compactMap { $0.lines.first { $0.hasPrefix(name + ": ") } } }
        }
    }

    private func carrier(_ outbox: Outbox, port: UInt16) -> MailCarrier {
        MailCarrier(
            store: outbox.store,
            delivery: .server(
                MailServer(host: "127.0.0.1", port: port, security: .none), limits: TransferLimits(total: 5_000)),
            from: Mailbox(EmailAddress("emploi@allier.example")!),
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test func `mails leave in order, each once, and what they said is forgotten`() throws {
        let (outbox, sink) = (try Outbox(), Sink())
        let server = sink.server()
        let carrier = carrier(outbox, port: server.port)
        for subject in ["un", "deux", "trois"] { try outbox.add(subject) }
        for _ in 0..<3 { try carrier.run(at: outbox.now) { true } }
        #expect(sink.fields("Subject", of: 3) == ["Subject: un", "Subject: deux", "Subject: trois"])
        #expect(try outbox.counts() == ["sent": 3])
        #expect(try text(outbox) == ["", "", ""])
    }

    private func text(_ outbox: Outbox) throws -> [String] {
        try outbox.store.read(worker: nil) { stores throws(StorageError) in
            try stores.outbox.mails(to: EmailAddress("a@b.example")!, limit: 10).map { $0.mail.text + $0.mail.html }
        }
    }

    @Test func `a mail of the same key is written once`() throws {
        let outbox = try Outbox()
        #expect(try outbox.add("a", key: "offre-1-rappel"))
        #expect(try !outbox.add("b", key: "offre-1-rappel"))
        #expect(try outbox.counts() == ["waiting": 1])
    }

    @Test func `what a transaction did not keep is not sent`() throws {
        let outbox = try Outbox()
        #expect(throws: StorageError.self) {
            let now = outbox.now
            try outbox.store.writing { writing throws(StorageError) in
                try writing.add(
                    OutgoingMail(message: "m", to: EmailAddress("a@b.example")!, subject: "s", text: "t", html: "h"),
                    at: now)
                throw StorageError.failure("undone")
            }
        }
        #expect(try outbox.counts() == [:])
    }

    @Test func `a refusal for now is tried again, later and later, eight times in all`() throws {
        let (outbox, sink) = (try Outbox(), Sink())
        let server = sink.server()
        let carrier = carrier(outbox, port: server.port)
        sink.reply.withLock { $0 = "451 plus tard" }
        try outbox.add()
        var tries = 0
        for _ in 0..<10_000 {
            let before = try attempts(outbox)
            try carrier.run(at: outbox.now) { true }
            if try attempts(outbox) != before { tries += 1 }
            if try outbox.counts()["failed"] == 1 { break }
            outbox.wait(seconds: 60)
        }
        #expect(tries == MailCarrier.mostAttempts)
        #expect(try outbox.counts() == ["failed": 1])
        #expect(outbox.now.secondsSinceEpoch - Outbox.start.secondsSinceEpoch >= 86_400)
    }

    private func attempts(_ outbox: Outbox) throws -> Int {
        try outbox.store.read(worker: nil) { stores throws(StorageError) in
            try stores.outbox.mails(to: EmailAddress("a@b.example")!, limit: 1)[0].attempts
        }
    }

    @Test func `a refusal for good stops it at once`() throws {
        let (outbox, sink) = (try Outbox(), Sink())
        let server = sink.server()
        sink.reply.withLock { $0 = "550 boite inconnue" }
        try outbox.add()
        try carrier(outbox, port: server.port).run(at: outbox.now) { true }
        #expect(try outbox.counts() == ["failed": 1])
    }

    @Test func `a mail that is of no use any more is not sent`() throws {
        let (outbox, sink) = (try Outbox(), Sink())
        let server = sink.server()
        try outbox.add("lien", expiresAt: outbox.now.adding(seconds: 900))
        outbox.wait(seconds: 900)
        try carrier(outbox, port: server.port).run(at: outbox.now) { true }
        #expect(try outbox.counts() == ["late": 1])
        #expect(sink.fields("Subject", of: 0).isEmpty)
    }

    @Test func `a process that dies between the server's yes and its own note sends the same message once more`() throws
    {
        let (outbox, sink) = (try Outbox(), Sink())
        let server = sink.server()
        try outbox.add()
        let now = outbox.now
        // What the process does up to its death: the try is noted, the server takes the message.
        let queued = try #require(
            try outbox.store.read(worker: nil) { stores throws(StorageError) in try stores.outbox.next(at: now) })
        try outbox.store.writing { writing throws(StorageError) in
            try writing.noteAttempt(queued, retry: now.adding(seconds: 60))
        }
        try carrier(outbox, port: server.port).deliver(queued)
        // Another process takes over.
        let next = carrier(outbox, port: server.port)
        try next.run(at: outbox.now) { true }
        #expect(try attempts(outbox) == 1, "not before the wait is over")
        outbox.wait(seconds: 60)
        for _ in 0..<3 { try next.run(at: outbox.now) { true } }
        let identifiers = sink.fields("Message-ID", of: 2)
        #expect(identifiers.count == 2)
        #expect(Set(identifiers).count == 1)
        #expect(try outbox.counts() == ["sent": 1])
    }

    @Test func `who no longer leads sends nothing`() throws {
        let (outbox, sink) = (try Outbox(), Sink())
        let server = sink.server()
        try outbox.add()
        try carrier(outbox, port: server.port).run(at: outbox.now) { false }
        #expect(sink.fields("Subject", of: 0).isEmpty)
        #expect(try outbox.counts() == ["waiting": 1])
    }
}
