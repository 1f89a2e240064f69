public import Recruitment
internal import SQLite

/// Reads the table of changes: what index, page cache and partners' feeds follow.
public struct ChangeStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The number of the last change; 0 before the first.
    public func latest() throws(StorageError) -> Int64 {
        try reading { () throws(SQLiteError) in
            try connection.first("SELECT sequence FROM change ORDER BY sequence DESC LIMIT 1") {
                row throws(SQLiteError) in try row.int64(0)
            } ?? 0
        }
    }

    /// The last change's number and time; nil before the first.
    public func last() throws(StorageError) -> (sequence: Int64, at: Instant)? {
        try reading { () throws(SQLiteError) in
            try connection.first("SELECT sequence, at FROM change ORDER BY sequence DESC LIMIT 1") {
                row throws(SQLiteError) in (try row.int64(0), try row.instant(1))
            }
        }
    }

    /// The changes after number `sequence`, at most `limit`, in order.
    public func after(_ sequence: Int64, limit: Int) throws(StorageError) -> [OfferChange] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                Self.after, sequence, limit
            ) { row throws(SQLiteError) in
                OfferChange(
                    sequence: try row.int64(0), offer: try row.offerID(1),
                    kind: try row.parsed(2, OfferChange.Kind.init(rawValue:)), reason: try row.textOrNil(3),
                    at: try row.instant(4))
            }
        }
    }

    static let after: StaticString = """
        SELECT sequence, offer_id, kind, reason, at FROM change WHERE sequence > ?1 ORDER BY sequence LIMIT ?2
        """
}
