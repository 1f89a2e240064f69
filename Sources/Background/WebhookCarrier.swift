import Curl
public import Logging
import Partners
public import Recruitment
import Secrets
public import Storage

/// What calls say, made by who knows searches and words.
public protocol WebhookComposing: Sendable {
    /// What comes after a subscription's position, up to the end of the call that has to be made again where there is one.
    /// nil where its search cannot be read any more.
    func batch(for webhook: Webhook, named call: String, at now: Instant) throws -> WebhookBatch?
    /// The content of a test call.
    func test(of webhook: Webhook, named call: String, at now: Instant) -> [UInt8]
    /// Tells the partner that no more calls are made; nil where he left no address.
    func letter(pausing webhook: Webhook, because reason: String) -> OutgoingMail?
}

/// Calls partners with the changes that their subscriptions find.
///
/// What is guaranteed: each change that concerns a subscription is told at least once, in order, one call after the other. A call
/// is written down before it is made; where the process dies in it, it is made again under the same name. A call that fails is made again
/// at growing intervals for three days (``WebhookSchedule``), then the subscription pauses and its owner is told. A subscription whose
/// address may not be reached, or that answers 410, pauses at once.
public struct WebhookCarrier: Job {
    /// Steps of one run, so that a stop is not waited for.
    static let mostInOneRun = 100
    /// When a call is made again of which nothing more was heard.
    static let secondsAfterDeath: Int64 = 60

    public let name = "webhooks"
    public let secondsBetween: Int64 = 0
    private let store: Store
    private let composer: any WebhookComposing
    private let policy: AddressPolicy
    private let logger: Logger
    private let clock: @Sendable () -> Instant

    /// - Parameter allowed: Networks that may be called though they are not public, in CIDR notation; others are left out.
    public init(
        store: Store, composer: any WebhookComposing, allowing allowed: [String] = [], logger: Logger,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.composer = composer
        self.logger = logger
        self.clock = clock
        policy = AddressPolicy(allowing: allowed.compactMap { IPNetwork($0) })
    }

    public func run(at _: Instant, mayGoOn: () -> Bool) throws {
        for _ in 0..<Self.mostInOneRun {
            let now = clock()
            let next = try store.read(worker: nil) { stores throws(StorageError) in try stores.webhooks.next(at: now) }
            guard let next, mayGoOn() else { return }
            if next.wantsTest { try test(next, at: now) } else { try tell(next, at: now) }
        }
    }

    // MARK: Calls

    private func tell(_ webhook: Webhook, at now: Instant) throws {
        let name = webhook.call?.name ?? String(hexadecimal: Random.bytes(16))
        guard let batch = try composer.batch(for: webhook, named: name, at: now) else {
            return try pause(webhook, because: "La recherche ne peut plus être lue.")
        }
        guard batch.events > 0 else {
            return try store.writing { writing throws(StorageError) in try writing.passWebhook(webhook, to: batch.end) }
        }
        let delivery = try store.writing { writing throws(StorageError) in
            try writing.beginCall(
                name, of: webhook, telling: batch, at: now, retry: now.adding(seconds: Self.secondsAfterDeath))
        }
        let answer = try call(webhook, named: name, event: .changes, batch.body, at: now)
        switch WebhookOutcome(answer.result) {
        case .delivered:
            try store.writing { writing throws(StorageError) in
                try writing.endCall(
                    delivery, milliseconds: answer.milliseconds, status: answer.status, error: nil, next: nil)
                try writing.arrived(name, of: webhook, end: batch.end, at: clock())
            }
        case .refused(let reason):
            try end(delivery, answer, reason, next: nil)
            try pause(webhook, because: reason)
        case .failed(let reason, let after):
            let ended = clock()
            let next = WebhookSchedule.nextTry(
                failures: webhook.failures + 1, first: webhook.failingSince ?? now, now: ended, after: after,
                jitter: Double(Random.bytes(1)[0]) / 255)
            try end(delivery, answer, reason, next: next)
            guard let next else {
                return try pause(
                    webhook, because: "Aucun appel n’a abouti pendant trois jours ; le dernier : \(reason).")
            }
            try store.writing { writing throws(StorageError) in
                try writing.failed(name, of: webhook, next: next, at: now)
            }
        }
    }

    private func test(_ webhook: Webhook, at now: Instant) throws {
        let name = String(hexadecimal: Random.bytes(16))
        let delivery = try store.writing { writing throws(StorageError) in
            try writing.beginTest(name, of: webhook, at: now)
        }
        let answer = try call(
            webhook, named: name, event: .test, composer.test(of: webhook, named: name, at: now), at: now)
        switch WebhookOutcome(answer.result) {
        case .delivered:
            try store.writing { writing throws(StorageError) in
                try writing.endCall(
                    delivery, milliseconds: answer.milliseconds, status: answer.status, error: nil, next: nil)
            }
        case .failed(let reason, _): try end(delivery, answer, reason, next: nil)
        case .refused(let reason):
            try end(delivery, answer, reason, next: nil)
            if webhook.pausedReason == nil { try pause(webhook, because: reason) }
        }
    }

    private struct Answer {
        let result: Result<HTTPAnswer, TransferError>
        let milliseconds: Int

        var status: Int? {
            if case .success(let answer) = result { answer.status } else { nil }
        }
    }

    private func call(
        _ webhook: Webhook, named name: String, event: WebhookDelivery.Kind, _ body: [UInt8], at now: Instant
    ) throws -> Answer {
        let secrets = try store.read(worker: nil) { stores throws(StorageError) in
            try stores.webhooks.secrets(of: webhook.id, at: now)
        }
        let call = WebhookCall(url: webhook.url, identifier: name, event: event.rawValue, body: body)
        let watch = ContinuousClock()
        let start = watch.now
        let result: Result<HTTPAnswer, TransferError>
        do throws(TransferError) {
            let client = try HTTPClient(policy: policy)
            result = .success(try client.send(call.request(secrets: secrets, at: now), limits: WebhookCall.limits))
        } catch { result = .failure(error) }
        let spent = start.duration(to: watch.now).components
        return Answer(
            result: result, milliseconds: Int(spent.seconds) * 1_000 + Int(spent.attoseconds / 1_000_000_000_000_000))
    }

    private func end(_ delivery: Int64, _ answer: Answer, _ reason: String, next: Instant?) throws {
        try store.writing { writing throws(StorageError) in
            try writing.endCall(
                delivery, milliseconds: answer.milliseconds, status: answer.status, error: reason, next: next)
        }
    }

    private func pause(_ webhook: Webhook, because reason: String) throws {
        logger.warning("a webhook is paused", metadata: ["webhook": "\(webhook.id)", "reason": "\(reason)"])
        let letter = composer.letter(pausing: webhook, because: reason)
        let now = clock()
        try store.writing { writing throws(StorageError) in
            try writing.pauseWebhook(webhook.id, because: reason)
            if let letter { try writing.add(letter, at: now) }
        }
    }
}
