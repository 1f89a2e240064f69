internal import CSQLite

/// One open database file: reading, with SQL fixed at compile time and bound values only.
///
/// Guaranteed on every connection: write-ahead log, `synchronous=FULL` (a committed transaction survives a power cut),
/// foreign keys enforced, no trust in the schema's functions, double-quoted strings refused, extensions off, limits of
/// `ConnectionOptions`. Statements are compiled once and kept. Belongs to one thread at a time: it is not `Sendable`.
///
/// Writing goes through `write(_:)`, so that no write stands outside a transaction.
@safe public final class Connection {
    private let handle: OpaquePointer
    private let deadline = Deadline()
    /// By the address of the literal: SQL is static, so the cache is bounded by the program's text.
    private var statements: [UInt: PreparedStatement] = [:]

    /// Opens `path`. Throws `.cannotOpen` when the file cannot be opened, `.corrupt` when it is no database.
    public init(path: String, options: ConnectionOptions) throws(SQLiteError) {
        unsafe handle = try Connection.open(path, options.access)
        unsafe deadline.watch(handle, every: options.stepsBetweenDeadlineChecks)
        // From here on `deinit` closes the handle, also when the following throws.
        try configure(options)
    }

    deinit {
        for statement in statements.values { statement.finalize() }
        unsafe sqlite3_close_v2(handle)
    }

    private static func open(_ path: String, _ access: ConnectionOptions.Access) throws(SQLiteError) -> OpaquePointer {
        let access = access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        var handle: OpaquePointer?
        let code = unsafe sqlite3_open_v2(
            path, &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened = unsafe handle else {
            let message = unsafe handle.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            unsafe sqlite3_close_v2(handle)
            throw SQLiteError(code: code, message: "\(path): \(message)")
        }
        return unsafe opened
    }

    private func configure(_ options: ConnectionOptions) throws(SQLiteError) {
        let milliseconds = options.busyTimeout / .milliseconds(1)
        unsafe sqlite3_busy_timeout(handle, Int32(min(milliseconds, Double(Int32.max))))
        for (option, value) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
        ] as [(Int32, Int32)] {
            let code = unsafe csqlite_set_option(handle, option, value)
            guard code == SQLITE_OK else { throw SQLiteError(code: code, message: "option \(option) refused") }
        }
        for (limit, value) in [
            (SQLITE_LIMIT_LENGTH, options.valueLength), (SQLITE_LIMIT_SQL_LENGTH, options.sqlLength),
            (SQLITE_LIMIT_EXPR_DEPTH, options.expressionDepth), (SQLITE_LIMIT_VARIABLE_NUMBER, options.parameters),
            (SQLITE_LIMIT_TRIGGER_DEPTH, options.triggerDepth), (SQLITE_LIMIT_WORKER_THREADS, 0),
            // VACUUM INTO attaches its target.
            (SQLITE_LIMIT_ATTACHED, 1),
        ] {
            unsafe sqlite3_limit(handle, limit, value)
        }
        for (name, tokenizer) in options.tokenizers {
            try unsafe FullTextRegistration.register(tokenizer, as: name, on: handle)
        }
        if options.access == .readWrite {
            try run(script: "PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=\(options.logSize);")
        }
        try run(
            script: """
                PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;
                PRAGMA cache_size=-\(options.cacheSize); PRAGMA query_only=\(options.access == .readOnly ? 1 : 0);
                """)
    }

    /// Lends each row to `body`.
    public func forEach(
        _ sql: StaticString, _ values: any Bindable..., row body: (borrowing Row) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        try run(sql, values) { (row) throws(SQLiteError) in
            try body(row)
            return .next
        }
    }

    /// What `make` makes of the first row; nil without a row.
    public func first<Element>(
        _ sql: StaticString, _ values: any Bindable..., row make: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(SQLiteError) -> Element? {
        var element: Element?
        try run(sql, values) { (row) throws(SQLiteError) in
            element = try make(row)
            return .stop
        }
        return element
    }

    /// What `make` makes of every row, in order.
    public func all<Element>(
        _ sql: StaticString, _ values: any Bindable..., row make: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(SQLiteError) -> [Element] {
        var elements: [Element] = []
        try run(sql, values) { (row) throws(SQLiteError) in
            elements.append(try make(row))
            return .next
        }
        return elements
    }

    /// The steps SQLite plans for a statement, for tests that a list needs neither a whole table nor a sort.
    public func plan(of sql: StaticString) throws(SQLiteError) -> [String] {
        let statement = try unsafe PreparedStatement("EXPLAIN QUERY PLAN \(sql)", on: handle)
        defer { statement.finalize() }
        var steps: [String] = []
        let unbound = [any Bindable](repeating: Int?.none, count: statement.parameterCount)
        try statement.run(unbound) { row throws(SQLiteError) in
            steps.append(try row.text(3))
            return .next
        }
        return steps
    }

    /// Interrupts whatever runs later than `limit` from now, with `.interrupted`; nil: no limit.
    func setDeadline(_ limit: Duration?) {
        deadline.set(limit)
    }

    func run(
        _ sql: StaticString, _ values: [any Bindable] = [], body: (borrowing Row) throws(SQLiteError) -> RunStep
    ) throws(SQLiteError) {
        let key = unsafe UInt(bitPattern: sql.utf8Start)
        if let kept = statements[key], !kept.isRunning {
            return try kept.run(values, body: body)
        }
        let statement = try unsafe PreparedStatement("\(sql)", on: handle)
        if statements[key] == nil {
            statements[key] = statement
            try statement.run(values, body: body)
        } else {
            defer { statement.finalize() }
            try statement.run(values, body: body)
        }
    }

    /// Runs statements that take no values and give no rows: migrations and settings, never text from outside.
    func run(script: String) throws(SQLiteError) {
        let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw SQLiteError(code: code, message: unsafe String(cString: sqlite3_errmsg(handle)), sql: script)
        }
    }

    /// Rows changed by the last INSERT, UPDATE or DELETE.
    var changes: Int { unsafe Int(sqlite3_changes64(handle)) }
    var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }
    var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
}
