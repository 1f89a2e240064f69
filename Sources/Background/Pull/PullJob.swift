public import Logging
public import Recruitment
public import Storage

/// Fetches the sources that are due, one at a time.
public struct PullJob: Job {
    public let name = "pull"
    public let secondsBetween: Int64 = 0
    private let store: Store
    private let puller: SourcePuller
    private let logger: Logger

    public init(store: Store, puller: SourcePuller, logger: Logger) {
        self.store = store
        self.puller = puller
        self.logger = logger
    }

    public func run(at now: Instant, mayGoOn: () -> Bool) throws {
        let due = try store.read(worker: nil) { stores throws(StorageError) in try stores.sources.due(at: now) }
        for source in due {
            guard mayGoOn() else { return }
            guard let pull = try puller.run(source, at: now, mayGoOn: mayGoOn), let outcome = pull.outcome else {
                return
            }
            logger.info(
                "source fetched",
                metadata: [
                    "source": "\(source.name)", "outcome": "\(outcome.rawValue)", "added": "\(pull.counts.added)",
                    "updated": "\(pull.counts.updated)", "closed": "\(pull.counts.closed)",
                    "rejected": "\(pull.counts.rejected)", "trouble": "\(pull.trouble ?? "")",
                ])
        }
    }
}
