public import Recruitment
public import Storage

/// Puts together the offers of several sources that tell one job, as they come in and change, whichever way.
public struct JobSorter: Job {
    /// Changes looked at in one transaction. Each ends with a wait for the disk: few and long ones leave more of it to others.
    static let batch = 500
    /// A transaction takes no new change after: other writers wait for one.
    static let longest = Duration.milliseconds(50)
    /// Transactions of one run: mails come in between.
    static let mostBatches = 20

    public let name = "jobs"
    public let secondsBetween: Int64 = 0
    private let store: Store

    public init(store: Store) {
        self.store = store
    }

    public func run(at now: Instant, mayGoOn: () -> Bool) throws {
        for _ in 0..<Self.mostBatches where mayGoOn() {
            // Without anything to do, nothing is written.
            guard try store.read(worker: nil, { stores throws(StorageError) in try stores.jobs.hasWork() }) else {
                return
            }
            _ = try store.writing { writing throws(StorageError) in
                try writing.sortJobs(limit: Self.batch, within: Self.longest, at: now)
            }
        }
    }
}
