import Curl
public import Logging
public import Partners
public import Recruitment
public import Storage

/// Carries the outbox to the mail server.
///
/// What is guaranteed: a mail written in a transaction that was kept is handed over at least once, unless it is refused for
/// good, tried ``mostAttempts`` times or out of date. It is handed over twice only where the process dies, or the connection
/// breaks, after the server has taken it and before that is written down; both copies have the same Message-ID. Whatever
/// happens, it is handed over ``mostAttempts`` times at most, since each try is written down before it begins. Into a folder
/// both copies are one file.
public struct MailCarrier: Job {
    public static let mostAttempts = 8
    /// Seconds to wait after each try that failed: an hour in all for the first four, two days in all.
    static let waits: [Int64] = [60, 300, 900, 3_600, 14_400, 43_200, 86_400]
    /// After trouble that all mails would meet.
    static let secondsToMendServer: Int64 = 300
    /// Sent in one run, so that other jobs get their turn.
    static let mostInOneRun = 200

    public let name = "mail"
    public let secondsBetween: Int64 = 0
    private let store: Store
    private let delivery: MailDelivery
    private let from: Mailbox
    private let logger: Logger

    public init(store: Store, delivery: MailDelivery, from: Mailbox, logger: Logger) {
        self.store = store
        self.delivery = delivery
        self.from = from
        self.logger = logger
    }

    public func run(at now: Instant, mayGoOn: () -> Bool) throws {
        for _ in 0..<Self.mostInOneRun {
            let next = try store.read(worker: nil) { stores throws(StorageError) in try stores.outbox.next(at: now) }
            guard let next, mayGoOn() else { return }
            if let end = next.mail.expiresAt, end <= now {
                try store.writing { writing throws(StorageError) in try writing.close(next, as: .late, at: now) }
                continue
            }
            guard try carry(next, at: now) else { return }
        }
    }

    /// Returns whether the next mail may be tried.
    private func carry(_ queued: QueuedMail, at now: Instant) throws -> Bool {
        let retry = now.adding(seconds: Self.waits[min(queued.attempts, Self.waits.count - 1)])
        try store.writing { writing throws(StorageError) in try writing.noteAttempt(queued, retry: retry) }
        do throws(MailError) {
            try deliver(queued)
        } catch {
            return try note(error, of: queued, at: now)
        }
        try store.writing { writing throws(StorageError) in try writing.close(queued, as: .sent, at: now) }
        return true
    }

    /// Hands the mail over, and notes nothing.
    func deliver(_ queued: QueuedMail) throws(MailError) {
        try delivery.deliver(try message(queued))
    }

    private func note(_ error: MailError, of queued: QueuedMail, at now: Instant) throws -> Bool {
        let text = "\(error)"
        switch error {
        case .permanent, .invalidAddress:
            try give(up: queued, text, at: now)
            return true
        case .temporary:
            if queued.attempts + 1 >= Self.mostAttempts {
                try give(up: queued, text, at: now)
            } else {
                try store.writing { writing throws(StorageError) in try writing.noteFailure(queued, error: text) }
            }
            return true
        case .refusedCredentials, .insecure:
            // The operator has to mend it: no mail is worn out by it.
            logger.error("the mail server cannot be used", metadata: ["error": "\(text)"])
            try store.writing { writing throws(StorageError) in
                try writing.postpone(queued, until: now.adding(seconds: Self.secondsToMendServer), error: text)
            }
            return false
        }
    }

    private func give(up queued: QueuedMail, _ error: String, at now: Instant) throws {
        logger.error("a mail was given up", metadata: ["mail": "\(queued.id)", "error": "\(error)"])
        try store.writing { writing throws(StorageError) in
            try writing.noteFailure(queued, error: error)
            try writing.close(queued, as: .failed, at: now)
        }
    }

    private func message(_ queued: QueuedMail) throws(MailError) -> MailMessage {
        let mail = queued.mail
        guard let identifier = MessageIdentifier(local: mail.message, domain: from.address.domain) else {
            throw .invalidAddress(from.address.description)
        }
        return MailMessage(
            from: from, to: Mailbox(mail.recipient, name: mail.recipientName), subject: mail.subject, text: mail.text,
            html: mail.html, identifier: identifier, date: queued.createdAt)
    }
}
