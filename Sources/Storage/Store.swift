public import Recruitment
internal import SQLite
internal import Synchronization

/// The board's database. Everything that leaves it is a value of the domain.
public final class Store: Sendable {
    let database: Database
    private let backgroundReader: Int
    /// The number of a further reader, whose every use is over in microseconds: for threads that must not wait.
    public let quickReader: Int
    private let seenChange = Atomic<UInt64>(0)

    /// Opens the database, which is created when missing, for `workers` reading workers, one background reader and a quick one.
    /// `prepare` must run before anything else.
    public init(path: String, workers: Int) throws(StorageError) {
        guard let french = FrenchTokenizer() else { throw .failure("libstemmer has no French stemmer") }
        do throws(SQLiteError) {
            database = try Database(path: path, readers: workers + 2, tokenizers: [FrenchTokenizer.name: french])
        } catch { throw StorageError(error) }
        backgroundReader = workers
        quickReader = workers + 1
    }

    /// Applies the migrations of `folder` that are missing and loads its reference tables that have changed.
    /// Returns the names of the files it applied or loaded. Throws `.migration` or `.reference` with nothing half done.
    @discardableResult
    public func prepare(migrations folder: String) throws(StorageError) -> [String] {
        let applied: [String]
        do throws(MigrationError) {
            applied = try Migrator(try Migration.all(in: folder)).migrate(database)
        } catch {
            if case .database(let error) = error { throw StorageError(error) }
            throw .migration(error.description)
        }
        let loaded = try ReferenceLoader(folder: folder + "/reference").load(into: self)
        _ = try refresh()
        return applied + loaded
    }

    /// Lends worker number `worker` the stores on one unchanging view of the database; nil is for background work.
    /// What has not ended after `limit` throws `.tooLong`. Calls for one worker must not be nested.
    public func read<Result: Sendable>(
        worker: Int?, limit: Duration? = .seconds(5), _ body: @Sendable (Stores) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try database.withReader(worker ?? backgroundReader, limit: limit) {
            connection -> Swift.Result<Result, StorageError> in
            do throws(StorageError) {
                try reading { () throws(SQLiteError) in try connection.beginSnapshot() }
                defer { connection.endSnapshot() }
                return .success(try body(Stores(connection)))
            } catch { return .failure(error) }
        }.get()
    }

    /// The number of the last change of what readers see that this process knows of. Wait-free: page caches go by it.
    public var generation: UInt64 { seenChange.load(ordering: .acquiring) }

    /// Looks whether anyone, another process included, has changed what readers see; returns whether `generation` has moved.
    public func refresh() throws(StorageError) -> Bool {
        let latest = try read(worker: nil) { (stores) throws(StorageError) in try stores.changes.latest() }
        let before = seenChange.exchange(UInt64(latest), ordering: .acquiringAndReleasing)
        return before != UInt64(latest)
    }

    /// Keeps analyses of offers that had none of `version`.
    public func keep(analyses: [(id: OfferID, analysis: [UInt8])], version: Int64) throws(StorageError) {
        try write { transaction throws(SQLiteError) in
            for (id, analysis) in analyses {
                try OfferWriting.putAnalysis(analysis, version: version, of: Int64(id.number), transaction)
            }
        }
    }

    /// Runs `body` in a transaction of its own, alone among this process's writers.
    func write<Result: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws(SQLiteError) -> Result
    ) throws(StorageError) -> Result {
        try database.withWriter(limit: Self.longestWrite) { connection -> Swift.Result<Result, StorageError> in
            do throws(SQLiteError) {
                let transaction = try connection.begin()
                let result = try body(transaction)
                try transaction.commit()
                return .success(result)
            } catch { return .failure(StorageError(error)) }
        }.get()
    }

    static let longestWrite = Duration.seconds(30)

    /// Writes a complete, compacted copy of the database to `path`, which must not exist, while everything goes on.
    public func backup(to path: String) throws(StorageError) {
        do throws(SQLiteError) { try database.backup(to: path) } catch { throw StorageError(error) }
    }
}
