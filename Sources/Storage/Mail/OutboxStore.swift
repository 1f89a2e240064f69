public import Recruitment
internal import SQLite

/// Reads the outbox.
public struct OutboxStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The mail that has been due the longest.
    public func next(at now: Instant) throws(StorageError) -> QueuedMail? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.due, now.secondsSinceEpoch) { row throws(SQLiteError) in try QueuedMail(row) }
        }
    }

    /// How many mails are in each state: `waiting`, `sent`, `failed`, `late`, `discarded`.
    public func counts() throws(StorageError) -> [String: Int] {
        let rows = try reading { () throws(SQLiteError) in
            try connection.all("SELECT state, count(*) FROM outbox GROUP BY state") {
                row throws(SQLiteError) in (try row.text(0), try row.int(1))
            }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// The mails to an address, whatever became of them, the newest first.
    public func mails(to address: EmailAddress, limit: Int) throws(StorageError) -> [QueuedMail] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.byRecipient, address.description, limit) { row throws(SQLiteError) in
                try QueuedMail(row)
            }
        }
    }

    private static let byRecipient: StaticString = """
        SELECT id, key, message, recipient, recipient_name, subject, text, html, expires_at, created_at, attempts
        FROM outbox WHERE recipient = ?1 ORDER BY id DESC LIMIT ?2
        """
    static let due: StaticString = """
        SELECT id, key, message, recipient, recipient_name, subject, text, html, expires_at, created_at, attempts
        FROM outbox WHERE state = 'waiting' AND due_at <= ?1 ORDER BY due_at, id LIMIT 1
        """
}

extension QueuedMail {
    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        id = try row.int64(0)
        mail = OutgoingMail(
            key: try row.textOrNil(1), message: try row.text(2), to: try row.parsed(3, EmailAddress.init(_:)),
            name: try row.textOrNil(4), subject: try row.text(5), text: try row.text(6), html: try row.text(7),
            expiresAt: try row.instantOrNil(8))
        createdAt = try row.instant(9)
        attempts = try row.int(10)
    }
}
