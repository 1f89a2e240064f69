internal import CSQLite

/// A compiled statement, kept by its connection's cache and finalized with it.
@safe final class PreparedStatement {
    let handle: OpaquePointer
    private let connection: OpaquePointer
    private let result = Parameter.Result()
    /// Set while a run is under way: a nested run of the same SQL then compiles a statement of its own.
    private(set) var isRunning = false

    init(_ sql: StaticString, on connection: OpaquePointer) throws(SQLiteError) {
        var statement: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let length = sql.utf8CodeUnitCount
        let start = unsafe UnsafeRawPointer(sql.utf8Start).assumingMemoryBound(to: CChar.self)
        let code = unsafe sqlite3_prepare_v3(
            connection, start, Int32(length), UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
        guard code == SQLITE_OK, let handle = unsafe statement else {
            throw SQLiteError(
                code: code == SQLITE_OK ? SQLITE_MISUSE : code,
                message: code == SQLITE_OK ? "no statement" : unsafe String(cString: sqlite3_errmsg(connection)),
                sql: "\(sql)")
        }
        unsafe self.handle = handle
        unsafe self.connection = connection
        // Text after the first statement would never run.
        let used = unsafe tail.map { unsafe $0 - start } ?? length
        guard unsafe UnsafeBufferPointer(start: sql.utf8Start, count: length)[used...].allSatisfy({ $0 <= 0x20 }) else {
            unsafe sqlite3_finalize(handle)
            throw SQLiteError(code: SQLITE_MISUSE, message: "more than one statement", sql: "\(sql)")
        }
    }

    func finalize() {
        unsafe sqlite3_finalize(handle)
    }

    /// Binds the parameters, runs to the end and lends each row to `body`.
    func run<each Value: Bindable, Failure: SQLiteFailure>(
        _ values: repeat each Value, body: (borrowing Row) throws(Failure) -> RunStep
    ) throws(Failure) {
        isRunning = true
        defer {
            unsafe sqlite3_reset(handle)
            unsafe sqlite3_clear_bindings(handle)
            isRunning = false
        }
        result.code = SQLITE_OK
        var count: Int32 = 0
        for value in repeat each values {
            count += 1
            value.bind(to: unsafe Parameter(statement: handle, index: count, result: result))
        }
        let expected = unsafe sqlite3_bind_parameter_count(handle)
        guard count == expected else {
            throw Failure(failure(SQLITE_RANGE, "\(count) values for \(expected) parameters"))
        }
        guard result.code == SQLITE_OK else { throw Failure(failure(result.code, nil)) }
        let row = unsafe Row(statement: handle)
        while true {
            switch unsafe sqlite3_step(handle) {
            case SQLITE_ROW: if try body(row) == .stop { return }
            case SQLITE_DONE: return
            case let code: throw Failure(failure(code, nil))
            }
        }
    }

    /// The error of the connection's last call, with this statement's SQL.
    private func failure(_ code: Int32, _ message: String?) -> SQLiteError {
        SQLiteError(
            code: code, message: unsafe message ?? String(cString: sqlite3_errmsg(connection)),
            sql: unsafe String(cString: sqlite3_sql(handle)))
    }
}

enum RunStep {
    case next, stop
}
