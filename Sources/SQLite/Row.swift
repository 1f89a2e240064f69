internal import CSQLite

/// The current row of a running statement, columns counted from 0.
///
/// It cannot be copied, so it cannot outlive the step it belongs to. Reading a column as another type than the one stored
/// throws `.misuse`: SQLite's silent conversions (NULL to 0, text to number) never happen.
@safe public struct Row: ~Copyable {
    let statement: OpaquePointer

    public func int64(_ column: Int) throws(SQLiteError) -> Int64 {
        try require(SQLITE_INTEGER, column)
        return unsafe sqlite3_column_int64(statement, Int32(truncatingIfNeeded: column))
    }

    public func int(_ column: Int) throws(SQLiteError) -> Int {
        Int(try int64(column))
    }

    public func bool(_ column: Int) throws(SQLiteError) -> Bool {
        try int64(column) != 0
    }

    public func double(_ column: Int) throws(SQLiteError) -> Double {
        try require(SQLITE_FLOAT, column)
        return unsafe sqlite3_column_double(statement, Int32(truncatingIfNeeded: column))
    }

    /// Invalid UTF-8, which only another program can have written, reads as U+FFFD.
    public func text(_ column: Int) throws(SQLiteError) -> String {
        try require(SQLITE_TEXT, column)
        return unsafe String(decoding: buffer(column), as: UTF8.self)
    }

    public func bytes(_ column: Int) throws(SQLiteError) -> [UInt8] {
        try require(SQLITE_BLOB, column)
        return unsafe Array(buffer(column))
    }

    /// Lends the bytes of a text or blob column without copying them.
    public func withBytes<Result>(
        _ column: Int, _ body: (RawSpan) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let type = storedType(column)
        guard type == SQLITE_BLOB || type == SQLITE_TEXT else { throw mismatch(column) }
        return try unsafe body(RawSpan(_unsafeBytes: UnsafeRawBufferPointer(buffer(column))))
    }

    public func isNull(_ column: Int) -> Bool { storedType(column) == SQLITE_NULL }

    public func int64OrNil(_ column: Int) throws(SQLiteError) -> Int64? { isNull(column) ? nil : try int64(column) }
    public func intOrNil(_ column: Int) throws(SQLiteError) -> Int? { isNull(column) ? nil : try int(column) }
    public func doubleOrNil(_ column: Int) throws(SQLiteError) -> Double? { isNull(column) ? nil : try double(column) }

    public func textOrNil(_ column: Int) throws(SQLiteError) -> String? {
        // The type is asked once: rows with forty columns are read by the hundred thousand.
        switch storedType(column) {
        case SQLITE_TEXT: unsafe String(decoding: buffer(column), as: UTF8.self)
        case SQLITE_NULL: nil
        default: throw mismatch(column)
        }
    }

    /// The statement the row comes from, for messages.
    public var sql: String { unsafe String(cString: sqlite3_sql(statement)) }

    private func storedType(_ column: Int) -> Int32 {
        unsafe sqlite3_column_type(statement, Int32(truncatingIfNeeded: column))
    }

    private func require(_ type: Int32, _ column: Int) throws(SQLiteError) {
        guard storedType(column) == type else { throw mismatch(column) }
    }

    /// Valid until the next step; the column's type must have been checked.
    private func buffer(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let column = Int32(truncatingIfNeeded: column)
        let start = unsafe sqlite3_column_blob(statement, column)
        let count = unsafe Int(sqlite3_column_bytes(statement, column))
        return unsafe UnsafeBufferPointer(
            start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    }

    private func mismatch(_ column: Int) -> SQLiteError {
        SQLiteError(
            code: SQLITE_MISMATCH,
            message: "column \(column) does not hold the type read (stored: \(storedType(column)))",
            sql: sql)
    }
}
