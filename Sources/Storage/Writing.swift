internal import SQLite

/// A write transaction under way: what is done through it is kept whole or not at all, and durable once
/// ``Store/writing(_:)`` has returned.
///
///     try store.writing { writing throws(StorageError) in
///         try writing.add(mail)
///         try writing.log(event)
///     }
public struct Writing: ~Copyable {
    let transaction: Transaction
    /// Reads what the transaction sees, its own writes included.
    public let stores: Stores

    init(_ transaction: consuming Transaction) {
        stores = Stores(transaction.connection)
        self.transaction = transaction
    }

    consuming func commit() throws(SQLiteError) {
        try transaction.commit()
    }

    /// Runs an INSERT, UPDATE or DELETE; returns how many rows changed.
    @discardableResult
    func execute(_ sql: StaticString, _ values: any Bindable...) throws(StorageError) -> Int {
        do throws(SQLiteError) { return try transaction.execute(sql, values) } catch { throw StorageError(error) }
    }

    var lastInsertedRow: Int64 { transaction.lastInsertedRow }
}

extension Store {
    /// Runs `body` in a transaction of its own, alone among this process's writers. What `body` throws undoes everything.
    public func writing<Result: Sendable>(
        _ body: @Sendable (borrowing Writing) throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        try database.withWriter(limit: Self.longestWrite) { connection -> Swift.Result<Result, StorageError> in
            do throws(StorageError) {
                let writing: Writing
                do throws(SQLiteError) { writing = Writing(try connection.begin()) } catch { throw StorageError(error) }
                let result = try body(writing)
                do throws(SQLiteError) { try writing.commit() } catch { throw StorageError(error) }
                return .success(result)
            } catch { return .failure(error) }
        }.get()
    }
}
