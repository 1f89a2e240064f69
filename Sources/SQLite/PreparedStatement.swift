internal import CSQLite

/// A compiled statement, kept by its connection's cache and finalized with it.
@safe final class PreparedStatement {
    let handle: OpaquePointer
    private let connection: OpaquePointer
    private let result = Parameter.Result()
    /// Set while a run is under way: a nested run of the same SQL then compiles a statement of its own.
    private(set) var isRunning = false

    init(_ sql: String, on connection: OpaquePointer) throws(SQLiteError) {
        var statement: OpaquePointer?
        var rest = 0
        let code = unsafe sql.withCString { start in
            var tail: UnsafePointer<CChar>?
            let code = unsafe sqlite3_prepare_v3(
                connection, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
            rest = unsafe tail.map { unsafe $0 - start } ?? 0
            return code
        }
        guard code == SQLITE_OK, let handle = unsafe statement else {
            throw SQLiteError(
                code: code == SQLITE_OK ? SQLITE_MISUSE : code,
                message: code == SQLITE_OK ? "no statement" : unsafe String(cString: sqlite3_errmsg(connection)),
                sql: sql)
        }
        unsafe self.handle = handle
        unsafe self.connection = connection
        // Text after the first statement would never run.
        guard sql.utf8.dropFirst(rest).allSatisfy({ $0 <= 0x20 }) else {
            unsafe sqlite3_finalize(handle)
            throw SQLiteError(code: SQLITE_MISUSE, message: "more than one statement", sql: sql)
        }
    }

    var parameterCount: Int { unsafe Int(sqlite3_bind_parameter_count(handle)) }

    func finalize() {
        unsafe sqlite3_finalize(handle)
    }

    /// Binds the parameters, runs to the end and lends each row to `body`.
    func run(
        _ values: [any Bindable], body: (borrowing Row) throws(SQLiteError) -> RunStep
    ) throws(SQLiteError) {
        isRunning = true
        defer {
            unsafe sqlite3_reset(handle)
            unsafe sqlite3_clear_bindings(handle)
            isRunning = false
        }
        result.code = SQLITE_OK
        var count: Int32 = 0
        for value in values {
            count += 1
            value.bind(to: unsafe Parameter(statement: handle, index: count, result: result))
        }
        guard count == parameterCount else {
            throw failure(SQLITE_RANGE, "\(count) values for \(parameterCount) parameters")
        }
        guard result.code == SQLITE_OK else { throw failure(result.code, nil) }
        let row = unsafe Row(statement: handle)
        while true {
            switch unsafe sqlite3_step(handle) {
            case SQLITE_ROW: if try body(row) == .stop { return }
            case SQLITE_DONE: return
            case let code: throw failure(code, nil)
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
