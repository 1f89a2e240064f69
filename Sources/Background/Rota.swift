public import Logging
public import Recruitment
public import Storage

/// Runs jobs in turn while this process leads. One thread's own.
///
/// The leader is who holds a row of the database, for ``leaseSeconds`` at most without a sign of life: a process that dies,
/// or is stopped for longer, is followed by another. One that is stopped in the middle of a job and comes back later finds
/// the lease gone and stops; what it was doing may then have been done twice, which jobs must bear.
public struct Rota {
    public static let leaseName = "worker"
    /// Longer than any single thing a job does between two questions.
    public static let leaseSeconds: Int64 = 120
    public static let secondsBetweenSigns: Int64 = 30

    private let store: Store
    private let jobs: [any Job]
    /// Names this process among those of the database.
    private let holder: String
    private let lease: String
    private let logger: Logger
    private let clock: @Sendable () -> Instant
    private let isStopping: @Sendable () -> Bool
    private var signedAt: Instant?
    private var ranAt: [String: Instant] = [:]
    private var lastTroubles: [String: String] = [:]

    public init(
        store: Store, jobs: [any Job], holder: String, lease: String = Self.leaseName, logger: Logger,
        clock: @escaping @Sendable () -> Instant, isStopping: @escaping @Sendable () -> Bool = { false }
    ) {
        self.store = store
        self.jobs = jobs
        self.holder = holder
        self.lease = lease
        self.logger = logger
        self.clock = clock
        self.isStopping = isStopping
    }

    /// Runs every job that is due, if this process leads; returns whether it does.
    @discardableResult
    public mutating func turn() -> Bool {
        guard leads() else { return false }
        for job in jobs {
            let now = clock()
            if let ran = ranAt[job.name], ran.adding(seconds: job.secondsBetween) > now, ran <= now { continue }
            ranAt[job.name] = now
            do {
                try job.run(at: now) { leads() }
                lastTroubles[job.name] = nil
            } catch {
                tell("\(error)", of: job.name)
            }
            guard leads() else { return false }
        }
        return true
    }

    /// Lets another process lead at once.
    public func giveUp() {
        let (holder, lease) = (holder, lease)
        do throws(StorageError) {
            try store.writing { writing throws(StorageError) in try writing.giveUpLease(lease, by: holder) }
        } catch { logger.warning("cannot give up the lead", metadata: ["error": "\(error)"]) }
    }

    private mutating func leads() -> Bool {
        let now = clock()
        if isStopping() { return false }
        if let signedAt, signedAt <= now, signedAt.adding(seconds: Self.secondsBetweenSigns) > now { return true }
        let (holder, lease) = (holder, lease)
        do throws(StorageError) {
            let isHeld = try store.writing { writing throws(StorageError) in
                try writing.holdLease(
                    lease, by: holder, until: now.adding(seconds: Self.leaseSeconds), at: now)
            }
            signedAt = isHeld ? now : nil
            lastTroubles["lease"] = nil
            return isHeld
        } catch {
            tell("\(error)", of: "lease")
            return false
        }
    }

    /// The same trouble is told once, not at every turn.
    private mutating func tell(_ trouble: String, of name: String) {
        if lastTroubles[name] != trouble {
            logger.error("background work failed", metadata: ["job": "\(name)", "error": "\(trouble)"])
        }
        lastTroubles[name] = trouble
    }
}
