/// A write transaction under way: the only thing that can write.
public struct Transaction: ~Copyable {
    /// For reading what the transaction sees, its own writes included.
    public let connection: Connection

    /// Runs an INSERT, UPDATE or DELETE; returns how many rows changed.
    @discardableResult
    public func execute<each Value: Bindable>(
        _ sql: StaticString, _ values: repeat each Value
    ) throws(SQLiteError) -> Int {
        try connection.run(sql, repeat each values) { (_) throws(SQLiteError) in .next }
        return connection.changes
    }

    /// Runs an INSERT; returns the row's INTEGER PRIMARY KEY.
    public func insert<each Value: Bindable>(
        _ sql: StaticString, _ values: repeat each Value
    ) throws(SQLiteError) -> Int64 {
        try execute(sql, repeat each values)
        return connection.lastInsertedRow
    }
}

extension Connection {
    /// Runs `body` in a transaction that takes the write lock at once (`BEGIN IMMEDIATE`): either all of it is durable when
    /// this returns, or, when it throws, none of it. Throws `.busy` when another writer keeps the lock too long.
    public func write<Result, Failure: SQLiteFailure>(
        _ body: (borrowing Transaction) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try within("BEGIN IMMEDIATE") { () throws(Failure) in try body(Transaction(connection: self)) }
    }

    /// Runs `body` on one unchanging view of the database, whatever others commit meanwhile.
    public func snapshot<Result, Failure: SQLiteFailure>(
        _ body: (Connection) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try within("BEGIN DEFERRED") { () throws(Failure) in try body(self) }
    }

    private func within<Result, Failure: SQLiteFailure>(
        _ begin: StaticString, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try run(begin) { (_) throws(Failure) in .next }
        do {
            let result = try body()
            try run("COMMIT") { (_) throws(Failure) in .next }
            return result
        } catch {
            // After some errors (disk full, I/O) SQLite has already rolled back; ROLLBACK itself fails only then.
            if isInTransaction {
                setDeadline(nil)
                do throws(SQLiteError) { try run(script: "ROLLBACK") } catch {}
            }
            throw error
        }
    }
}
