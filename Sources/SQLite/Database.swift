internal import Threading

/// A database file with one writing connection and a reading connection for each worker.
///
/// Readers never wait for the writer nor for each other (WAL): reader `i` is meant for worker `i` alone, so that the lock
/// around it, which makes any other use safe too, is never contended. Writers queue up; a writer in another process is
/// waited for as long as the busy timeout allows. Don't nest `read` or `write` calls for the same connection: they would
/// wait for themselves.
public final class Database: Sendable {
    public let path: String
    private let writer: Guarded
    private let readers: [Guarded]

    /// Opens the file, which is created when missing, with `readers` reading connections. Another process's write lock is
    /// waited for up to `busyTimeout`.
    public init(path: String, readers: Int, busyTimeout: Duration = .seconds(10)) throws(SQLiteError) {
        self.path = path
        let writing = ConnectionOptions(access: .readWrite, busyTimeout: busyTimeout)
        writer = Guarded(try Connection(path: path, options: writing))
        var opened: [Guarded] = []
        for _ in 0..<readers {
            let reading = ConnectionOptions(access: .readOnly, busyTimeout: busyTimeout)
            opened.append(Guarded(try Connection(path: path, options: reading)))
        }
        self.readers = opened
    }

    /// Runs `body` on one unchanging view of the database, through worker number `worker`'s connection.
    /// What has not ended after `limit` is interrupted and throws `.interrupted`.
    public func read<Result: Sendable, Failure: SQLiteFailure>(
        worker: Int, limit: Duration? = .seconds(5), _ body: @Sendable (Connection) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try readers[worker].use(limit: limit) { (connection) throws(Failure) in try connection.snapshot(body) }
    }

    /// Runs `body` in a write transaction, alone: durable as a whole when this returns, undone as a whole when it throws.
    public func write<Result: Sendable, Failure: SQLiteFailure>(
        limit: Duration? = .seconds(30), _ body: @Sendable (borrowing Transaction) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try writer.use(limit: limit) { (connection) throws(Failure) in try connection.write(body) }
    }

    /// A number that changes when another connection, in this process or another, has committed
    /// (`PRAGMA data_version`); compare only numbers of the same `worker`.
    public func dataVersion(worker: Int) throws(SQLiteError) -> Int64 {
        try readers[worker].use(limit: nil) { (connection) throws(SQLiteError) in
            try connection.first("PRAGMA data_version") { row throws(SQLiteError) in try row.int64(0) } ?? 0
        }
    }

    /// Runs `body` with the writing connection outside a transaction, for what needs that: migrations, checkpoints.
    func administer<Result: Sendable, Failure: SQLiteFailure>(
        _ body: @Sendable (Connection) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try writer.use(limit: nil, body)
    }
}

/// A connection that one thread at a time may use.
private final class Guarded: Sendable {
    private let connection: Lock<Connection>

    init(_ connection: sending Connection) {
        self.connection = Lock(connection)
    }

    func use<Result: Sendable, Failure: Error>(
        limit: Duration?, _ body: @Sendable (Connection) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try connection.withLock { (connection) throws(Failure) in
            connection.setDeadline(limit)
            defer { connection.setDeadline(nil) }
            return try body(connection)
        }
    }
}
