internal import Glibc
public import Logging
public import Recruitment
public import Storage

/// Asks the register about establishments: new ones within a minute, every one once a day. Without the register, and where
/// it does not know, nothing changes: an agent looks and decides. Whether it answers is noted as the service's health.
public struct RegisterCheck: Job {
    static let secondsBetweenQuestions: Int64 = 86_400
    static let mostInOneRun = 20
    /// Five questions a second at most; the register takes seven.
    static let microsecondsBetweenQuestions: UInt32 = 200_000

    /// What follows when the register says for the first time, or otherwise than before, that an establishment is open or
    /// closed; an open one it says so of for the first time is no news. Runs within the transaction that notes it, so that
    /// it happens once.
    public typealias Follower =
        @Sendable (
            SIRET, Establishment.Facts, borrowing Writing, Instant
        ) throws(StorageError) -> Void

    public let name = "register"
    public let secondsBetween: Int64 = 60
    private let store: Store
    private let register: CompanyRegister
    private let logger: Logger
    private let pause: @Sendable () -> Void
    private let follow: Follower

    /// `pause` takes the place of the wait between two questions.
    public init(
        store: Store, register: CompanyRegister, logger: Logger,
        pause: (@Sendable () -> Void)? = nil,
        follow: @escaping Follower
    ) {
        self.store = store
        self.register = register
        self.logger = logger
        self.pause = pause ?? { usleep(Self.microsecondsBetweenQuestions) }
        self.follow = follow
    }

    public func run(at now: Instant, mayGoOn: () -> Bool) throws {
        let before = now.adding(seconds: -Self.secondsBetweenQuestions)
        let due = try store.read(worker: nil) { stores throws(StorageError) in
            try stores.establishments.toCheck(askedBefore: before, limit: Self.mostInOneRun)
        }
        for (number, siret) in due.enumerated() {
            if number > 0 { pause() }
            guard mayGoOn() else { return }
            let answer = register.look(up: siret)
            try note(answer, on: siret, at: now)
            if case .unavailable(let reason) = answer {
                // The others would fare no better; this one is asked again tomorrow, they at the next run.
                logger.warning("the company register does not answer", metadata: ["reason": "\(reason)"])
                return
            }
        }
    }

    private func note(_ answer: CompanyRegister.Answer, on siret: SIRET, at now: Instant) throws {
        try store.writing { writing throws(StorageError) in
            try writing.noteAsked(siret, at: now)
            if case .unavailable(let reason) = answer {
                try writing.note(.companyRegister, error: String(reason.prefix(200)), at: now)
            } else {
                try writing.note(.companyRegister, error: nil, at: now)
            }
            guard case .known(let facts) = answer else { return }
            let before = try writing.stores.establishments.establishment(siret)?.facts
            guard before != facts else { return }
            try writing.setFacts(facts, of: siret, at: now)
            if before?.isOpen ?? true != facts.isOpen { try follow(siret, facts, writing, now) }
            if before?.isOpen != facts.isOpen {
                try writing.log(
                    LoggedEvent(
                        "registre", on: .establishment(siret), by: .clock,
                        before: before.map { $0.isOpen ? "ouvert" : "ferme" }, after: facts.isOpen ? "ouvert" : "ferme",
                        at: now))
            }
        }
    }
}
