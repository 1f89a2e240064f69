import LocalServer
import Logging
import Recruitment
import Storage
import Synchronization
import Testing

@testable import Background

@Suite struct WebhookCarrierTests {
    /// Tells each change as one event, whatever it is.
    private struct Composer: WebhookComposing {
        let store: Store

        func batch(for webhook: Webhook, named call: String, at now: Instant) throws -> WebhookBatch? {
            let end =
                try webhook.call?.end
                ?? store.read(worker: nil) { stores throws(StorageError) in
                    try stores.changes.latest()
                }
            return WebhookBatch(end: end, events: 1, body: Array("{}".utf8), found: [], left: [])
        }

        func test(of webhook: Webhook, named call: String, at now: Instant) -> [UInt8] { Array("{}".utf8) }

        func letter(pausing webhook: Webhook, because reason: String) -> OutgoingMail? {
            webhook.email.map {
                OutgoingMail(message: "pause", to: $0, subject: reason, text: "Suspendu", html: "")
            }
        }
    }

    /// A partner that answers with what it is told to, and what it got.
    private final class Partner: Sendable {
        let status = Mutex(200)
        let names = Mutex<[String]>([])

        func server() -> LocalServer {
            LocalServer { connection in
                guard let request = connection.readRequest() else { return }
                self.names.withLock { $0.append(request.fields["emploi-delivery"] ?? "") }
                connection.answer(self.status.withLock { $0 })
            }
        }
    }

    private struct World {
        let outbox: Outbox
        let partner = Partner()
        let server: LocalServer
        let id: WebhookID
        let carrier: WebhookCarrier

        init(allowing allowed: [String] = ["127.0.0.1"]) throws {
            let outbox = try Outbox()
            self.outbox = outbox
            server = partner.server()
            let (url, now) = (WebhookURL("http://127.0.0.1:\(server.port)/")!, outbox.now)
            id = try outbox.store.writing { writing throws(StorageError) in
                let key = try writing.addPartnerKey(
                    hash: Array(repeating: 1, count: 32), name: "Essai", scopes: [.webhooks], source: nil,
                    requestsPerMinute: 1, by: .command, at: now)
                return try writing.addWebhook(
                    ofKey: key, url: url, search: "", email: EmailAddress("a@b.example"),
                    secret: Array(repeating: 7, count: 32), position: 0, found: [], at: now)
            }!
            carrier = WebhookCarrier(
                store: outbox.store, composer: Composer(store: outbox.store), allowing: allowed,
                logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() }, clock: { outbox.now })
        }

        func run() throws { try carrier.run(at: outbox.now) { true } }

        /// Makes it look as if changes had been made that it has not been told.
        func fallBehind() throws {
            let webhook = try webhook()
            try outbox.store.writing { writing throws(StorageError) in
                _ = try writing.beginCall(
                    "appel", of: webhook,
                    telling: WebhookBatch(end: 5, events: 1, body: [], found: [], left: []), at: webhook.createdAt,
                    retry: webhook.createdAt)
            }
        }

        func webhook() throws -> Webhook {
            let id = id
            return try outbox.store.read(worker: nil) { stores throws(StorageError) in
                try stores.webhooks.webhook(id)
            }!
        }

        func log() throws -> [WebhookDelivery] {
            let id = id
            return try outbox.store.read(worker: nil) { stores throws(StorageError) in
                try stores.webhooks.deliveries(of: id, limit: 1_000)
            }
        }
    }

    @Test func `a new subscription is tested once, and not called without changes`() throws {
        let world = try World()
        try world.run()
        try world.run()
        #expect(try world.log().map(\.kind) == [.test])
        #expect(try world.log()[0].status == 200)
    }

    @Test func `a call that was begun and never ended is made again under its name`() throws {
        let world = try World()
        try world.run()
        try world.fallBehind()
        try world.run()
        #expect(world.partner.names.withLock { $0.last } == "appel")
        #expect(try world.webhook().position == 5)
        #expect(try world.webhook().call == nil)
    }

    @Test func `after three days of failures it pauses, tells its owner, and goes on where it was`() throws {
        let world = try World()
        try world.run()
        world.partner.status.withLock { $0 = 503 }
        try world.fallBehind()
        var tries = 0
        while try world.webhook().pausedReason == nil, tries < 100 {
            try world.run()
            tries += 1
            world.outbox.wait(
                seconds: max(1, try world.webhook().dueAt.secondsSinceEpoch - world.outbox.now.secondsSinceEpoch))
        }
        #expect((10...20).contains(tries))
        #expect(Set(world.partner.names.withLock { $0.dropFirst() }) == ["appel"])
        #expect(world.outbox.now.secondsSinceEpoch - Outbox.start.secondsSinceEpoch <= 3 * 86_400 + 1)
        #expect(try world.outbox.counts() == ["waiting": 1])
        try world.run()
        let calls = world.partner.names.withLock { $0.count }
        world.outbox.wait(seconds: 86_400)
        try world.run()
        #expect(world.partner.names.withLock { $0.count } == calls)
        world.partner.status.withLock { $0 = 204 }
        let (id, now) = (world.id, world.outbox.now)
        try world.outbox.store.writing { writing throws(StorageError) in
            try writing.resumeWebhook(id, from: nil, at: now)
        }
        try world.run()
        #expect(try world.webhook().position == 5)
        #expect(try world.webhook().failures == 0)
    }

    @Test func `an address that is not public is not called`() throws {
        let world = try World(allowing: [])
        try world.run()
        #expect(world.partner.names.withLock { $0 } == [])
        #expect(try world.webhook().pausedReason?.contains("privée") == true)
    }

    @Test func `the log keeps the last calls only`() throws {
        let world = try World()
        for _ in 0..<Webhook.callsKept + 5 {
            let id = world.id
            try world.outbox.store.writing { writing throws(StorageError) in try writing.testWebhook(id) }
            try world.run()
        }
        #expect(try world.log().count == Webhook.callsKept)
    }
}
