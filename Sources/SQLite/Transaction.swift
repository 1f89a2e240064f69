/// A write transaction under way: the only thing that can write.
///
/// What it has written is durable once `commit` has returned. A transaction that goes without having been committed, as
/// when an error is thrown, leaves nothing behind.
public struct Transaction: ~Copyable {
    /// For reading what the transaction sees, its own writes included.
    public let connection: Connection

    fileprivate init(_ connection: Connection) throws(SQLiteError) {
        self.connection = connection
        try connection.run("BEGIN IMMEDIATE") { _ in .next }
    }

    deinit { connection.rollBack() }

    /// Runs an INSERT, UPDATE or DELETE; returns how many rows changed.
    @discardableResult
    public func execute(_ sql: StaticString, _ values: any Bindable...) throws(SQLiteError) -> Int {
        try execute(sql, values)
    }

    @discardableResult
    public func execute(_ sql: StaticString, _ values: [any Bindable]) throws(SQLiteError) -> Int {
        try connection.run(sql, values) { _ in .next }
        return connection.changes
    }

    /// The INTEGER PRIMARY KEY of the row inserted last.
    public var lastInsertedRow: Int64 { connection.lastInsertedRow }

    public consuming func commit() throws(SQLiteError) {
        try connection.run("COMMIT") { _ in .next }
    }
}

extension Connection {
    /// Takes the write lock at once (`BEGIN IMMEDIATE`). Throws `.busy` when another writer keeps it longer than the busy
    /// timeout. One transaction at a time.
    public func begin() throws(SQLiteError) -> Transaction {
        try Transaction(self)
    }

    /// From the first read on, one unchanging view of the database, whatever others commit, until `endSnapshot`.
    public func beginSnapshot() throws(SQLiteError) {
        try run("BEGIN DEFERRED") { _ in .next }
    }

    public func endSnapshot() {
        rollBack()
    }

    fileprivate func rollBack() {
        // After COMMIT, and after some errors (disk full, I/O), there is nothing to roll back.
        guard isInTransaction else { return }
        setDeadline(nil)
        // It fails only where SQLite has rolled back by itself; the error that led here is the one to tell.
        do throws(SQLiteError) { try run(script: "ROLLBACK") } catch {}
    }
}
