public import Recruitment
internal import SQLite

/// Reads sessions.
public struct SessionStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The session with that token hash, if it is neither over, idle for too long nor of a disabled account.
    public func session(hash: [UInt8], at now: Instant) throws(StorageError) -> Session? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.byHash, hash, now.secondsSinceEpoch) { row throws(SQLiteError) in
                try Session(row)
            }
        }
    }

    /// The account's sessions under way, the one seen last first.
    public func sessions(of account: AccountID, at now: Instant) throws(StorageError) -> [Session] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.byAccount, account.rawValue, now.secondsSinceEpoch) { row throws(SQLiteError) in
                try Session(row)
            }
        }
    }

    private static let byHash: StaticString = """
        SELECT session.id, level, method, session.created_at, seen_at, expires_at, device, pending_totp, id_token,
            account.id, kind, email, name, roles, account.created_at, confirmed_at, disabled_at
        FROM session JOIN account ON account.id = account_id
        WHERE hash = ?1 AND expires_at > ?2 AND seen_at + idle_limit > ?2 AND disabled_at IS NULL
        """
    private static let byAccount: StaticString = """
        SELECT session.id, level, method, session.created_at, seen_at, expires_at, device, pending_totp, id_token,
            account.id, kind, email, name, roles, account.created_at, confirmed_at, disabled_at
        FROM session JOIN account ON account.id = account_id
        WHERE account_id = ?1 AND expires_at > ?2 AND seen_at + idle_limit > ?2 AND disabled_at IS NULL
        ORDER BY seen_at DESC, session.id DESC
        """
}

extension Session {
    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        id = try row.int64(0)
        level = try row.parsed(1, Level.init(rawValue:))
        method = try row.parsed(2, Method.init(rawValue:))
        createdAt = try row.instant(3)
        seenAt = try row.instant(4)
        expiresAt = try row.instant(5)
        device = try row.text(6)
        pendingTOTP = try row.bytesOrNil(7)
        idToken = try row.bytesOrNil(8)
        account = try Account(row, from: 9)
    }
}
