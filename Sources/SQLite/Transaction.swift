/// A write transaction under way: the only thing that can write.
public struct Transaction: ~Copyable {
    /// For reading what the transaction sees, its own writes included.
    public let connection: Connection

    /// Runs an INSERT, UPDATE or DELETE; returns how many rows changed.
    @discardableResult
    public func execute<each Value: Bindable>(
        _ sql: StaticString, _ values: repeat each Value
    ) throws(SQLiteError) -> Int {
        try connection.run(sql, repeat each values) { _ in .next }
        return connection.changes
    }

    /// The INTEGER PRIMARY KEY of the row inserted last.
    public var lastInsertedRow: Int64 { connection.lastInsertedRow }
}

extension Connection {
    /// Runs `body` in a transaction that takes the write lock at once (`BEGIN IMMEDIATE`): either all of it is durable when
    /// this returns, or, when it throws, none of it. Fails with `.busy` when another writer keeps the lock too long.
    /// `convert` makes the caller's error of SQLite's.
    public func write<Result, Failure: Error>(
        failing convert: (SQLiteError) -> Failure, _ body: (borrowing Transaction) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try within("BEGIN IMMEDIATE", convert) { () throws(Failure) in try body(Transaction(connection: self)) }
    }

    public func write<Result>(
        _ body: (borrowing Transaction) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        try write(failing: { $0 }, body)
    }

    /// Runs `body` on one unchanging view of the database, whatever others commit meanwhile.
    func snapshot<Result, Failure: Error>(
        failing convert: (SQLiteError) -> Failure, _ body: (Connection) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try within("BEGIN DEFERRED", convert) { () throws(Failure) in try body(self) }
    }

    private func within<Result, Failure: Error>(
        _ begin: StaticString, _ convert: (SQLiteError) -> Failure, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        do throws(SQLiteError) { try run(begin) { _ in .next } } catch { throw convert(error) }
        do throws(Failure) {
            let result = try body()
            do throws(SQLiteError) { try run("COMMIT") { _ in .next } } catch { throw convert(error) }
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    private func rollBack() {
        // After some errors (disk full, I/O) SQLite has already rolled back.
        guard isInTransaction else { return }
        setDeadline(nil)
        // ROLLBACK fails only where there is nothing left to roll back; the error that led here is the one to tell.
        do throws(SQLiteError) { try run(script: "ROLLBACK") } catch {}
    }
}
