internal import Threading

/// A database file with one writing connection and a reading connection for each worker.
///
/// Readers never wait for the writer nor for each other (WAL): reader `i` is meant for worker `i` alone, so that the lock
/// around it, which makes any other use safe too, is never contended. Writers queue up; a writer in another process is
/// waited for as long as the busy timeout allows. Calls for one connection must not be nested: they would wait for
/// themselves.
public final class Database: Sendable {
    public let path: String
    private let tokenizers: [String: any FullTextTokenizer]
    private let writer: Guarded
    private let readers: [Guarded]

    /// Opens the file, which is created when missing, with `readers` reading connections. Another process's write lock is
    /// waited for up to `busyTimeout`. Every connection knows `tokenizers`, by the name tables are created with.
    public init(
        path: String, readers: Int, busyTimeout: Duration = .seconds(10),
        tokenizers: [String: any FullTextTokenizer] = [:]
    ) throws(SQLiteError) {
        self.path = path
        self.tokenizers = tokenizers
        var writing = ConnectionOptions(access: .readWrite, busyTimeout: busyTimeout)
        writing.tokenizers = tokenizers
        writer = Guarded(try Connection(path: path, options: writing))
        var opened: [Guarded] = []
        for _ in 0..<readers {
            var reading = ConnectionOptions(access: .readOnly, busyTimeout: busyTimeout)
            reading.tokenizers = tokenizers
            opened.append(Guarded(try Connection(path: path, options: reading)))
        }
        self.readers = opened
    }

    /// A further connection that writes, for work so long that it must not keep `withWriter` from others.
    public func openWriter(busyTimeout: Duration) throws(SQLiteError) -> Connection {
        var options = ConnectionOptions(access: .readWrite, busyTimeout: busyTimeout)
        options.tokenizers = tokenizers
        return try Connection(path: path, options: options)
    }

    /// Lends worker number `worker`'s reading connection. Statements that have not ended after `limit` are interrupted and
    /// throw `.interrupted`.
    public func withReader<Result: Sendable>(
        _ worker: Int, limit: Duration?, _ body: @Sendable (Connection) -> Result
    ) -> Result {
        readers[worker].use(limit: limit, body)
    }

    /// Lends the writing connection, to one caller at a time.
    public func withWriter<Result: Sendable>(
        limit: Duration?, _ body: @Sendable (Connection) -> Result
    ) -> Result {
        writer.use(limit: limit, body)
    }
}

/// A connection that one thread at a time may use.
private final class Guarded: Sendable {
    private let connection: Lock<Connection>

    init(_ connection: sending Connection) {
        self.connection = Lock(connection)
    }

    func use<Result: Sendable>(limit: Duration?, _ body: @Sendable (Connection) -> Result) -> Result {
        connection.withLock { connection in
            connection.setDeadline(limit)
            defer { connection.setDeadline(nil) }
            return body(connection)
        }
    }
}
