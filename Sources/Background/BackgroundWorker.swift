import Glibc
public import Logging
public import Recruitment
public import Storage
internal import Synchronization
public import Threading

/// A thread that turns a ``Rota`` until it is stopped. Work that waits for strangers has a thread, and a lease, of its own, so
/// that it keeps nothing else waiting.
public final class BackgroundWorker: Sendable {
    private static let microsecondsBetweenTurns: UInt32 = 500_000

    private let store: Store
    private let jobs: [any Job]
    private let holder: String
    private let lease: String
    private let logger: Logger
    private let clock: @Sendable () -> Instant
    private let isStopping = Atomic(false)

    public init(
        store: Store, jobs: [any Job], holder: String, lease: String = Rota.leaseName, logger: Logger,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.jobs = jobs
        self.holder = holder
        self.lease = lease
        self.logger = logger
        self.clock = clock
    }

    public func start() throws(ThreadError) -> Thread {
        try Thread(name: "background") { self.work() }
    }

    /// The thread ends after what it is doing, a mail of half a minute at the longest.
    public func stop() {
        isStopping.store(true, ordering: .relaxed)
    }

    private func work() {
        var rota = Rota(store: store, jobs: jobs, holder: holder, lease: lease, logger: logger, clock: clock) {
            self.isStopping.load(ordering: .relaxed)
        }
        while !isStopping.load(ordering: .relaxed) {
            rota.turn()
            usleep(Self.microsecondsBetweenTurns)
        }
        rota.giveUp()
    }
}
