public import Logging
public import Recruitment
public import Storage

/// Asks the register about establishments: new ones within a minute, every one each night or so. Without the register
/// nothing is lost: an agent looks and decides.
public struct RegisterCheck: Job {
    static let secondsBetweenQuestions: Int64 = 86_400
    static let mostInOneRun = 20

    public let name = "register"
    public let secondsBetween: Int64 = 60
    private let store: Store
    private let register: CompanyRegister
    private let logger: Logger

    public init(store: Store, register: CompanyRegister, logger: Logger) {
        self.store = store
        self.register = register
        self.logger = logger
    }

    public func run(at now: Instant, mayGoOn: () -> Bool) throws {
        let before = now.adding(seconds: -Self.secondsBetweenQuestions)
        let due = try store.read(worker: nil) { stores throws(StorageError) in
            try stores.establishments.toCheck(askedBefore: before, limit: Self.mostInOneRun)
        }
        for siret in due {
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
            guard case .known(let facts) = answer else { return }
            let before = try writing.stores.establishments.establishment(siret)?.facts
            guard before != facts else { return }
            try writing.setFacts(facts, of: siret, at: now)
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
