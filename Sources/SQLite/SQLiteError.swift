internal import CSQLite

/// What SQLite refused, with everything a log line needs: the extended result code, SQLite's own message and the SQL.
///
/// Bound values are never part of it, so it may be logged.
public struct SQLiteError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The extended result code (sqlite.org/rescode.html).
    public var code: Int32
    public var message: String
    /// The statement that failed; empty when none was being run.
    public var sql: String

    public init(code: Int32, message: String, sql: String = "") {
        self.code = code
        self.message = message
        self.sql = sql
    }

    static let inputOutput = SQLITE_IOERR
    /// For a column that holds what its reader does not understand.
    public static let mismatch = SQLITE_MISMATCH

    /// The cases a caller may want to tell apart.
    public enum Kind: Sendable {
        /// Another connection held the lock longer than the busy timeout.
        case busy
        /// The deadline of the read or write passed.
        case interrupted
        case uniqueConstraint
        case foreignKeyConstraint
        /// CHECK, NOT NULL, a STRICT table's type and the other constraints.
        case constraint
        case diskFull
        case readOnly
        case cannotOpen
        /// The file is damaged or is not a database.
        case corrupt
        /// A column holds another type than the one read, or a statement is not one statement: a fault of the program.
        case misuse
        case other
    }

    public var kind: Kind {
        switch code {
        case csqlite_constraint_unique, csqlite_constraint_primary_key, csqlite_constraint_rowid: .uniqueConstraint
        case csqlite_constraint_foreign_key: .foreignKeyConstraint
        default:
            switch code & 0xff {
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_INTERRUPT: .interrupted
            case SQLITE_CONSTRAINT: .constraint
            case SQLITE_FULL: .diskFull
            case SQLITE_READONLY: .readOnly
            case SQLITE_CANTOPEN: .cannotOpen
            case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
            case SQLITE_MISMATCH, SQLITE_MISUSE, SQLITE_RANGE: .misuse
            default: .other
            }
        }
    }

    public var description: String {
        sql.isEmpty ? "SQLite \(code): \(message)" : "SQLite \(code): \(message), in: \(sql)"
    }
}
