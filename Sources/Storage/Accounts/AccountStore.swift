public import Recruitment
internal import SQLite

/// Reads accounts.
public struct AccountStore {
    let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public func account(_ id: AccountID) throws(StorageError) -> Account? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT id, kind, email, name, roles, created_at, confirmed_at, disabled_at FROM account WHERE id = ?1
                """, id.rawValue
            ) { row throws(SQLiteError) in try Account(row) }
        }
    }

    public func account(_ email: EmailAddress) throws(StorageError) -> Account? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT id, kind, email, name, roles, created_at, confirmed_at, disabled_at FROM account
                WHERE email_key = ?1
                """, email.key
            ) { row throws(SQLiteError) in try Account(row) }
        }
    }

    public func secrets(of id: AccountID) throws(StorageError) -> AccountSecrets {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT password, totp_sealed, totp_step, (SELECT count(*) FROM recovery_code WHERE account_id = ?1)
                FROM account_secret WHERE account_id = ?1
                """, id.rawValue
            ) { row throws(SQLiteError) in
                AccountSecrets(
                    password: try row.textOrNil(0), totp: try row.bytesOrNil(1), totpStep: try row.int64OrNil(2),
                    recoveryCodes: try row.int(3))
            } ?? AccountSecrets(password: nil, totp: nil, totpStep: nil, recoveryCodes: 0)
        }
    }

    /// Generators' secrets that an earlier version of the program kept in clear.
    public func plainGenerators() throws(StorageError) -> [(account: AccountID, secret: [UInt8])] {
        try reading { () throws(SQLiteError) in
            try connection.all("SELECT account_id, totp FROM account_secret WHERE totp IS NOT NULL") {
                row throws(SQLiteError) in (try row.accountID(0), try row.bytes(1))
            }
        }
    }

    public func sealedGenerators() throws(StorageError) -> [(account: AccountID, secret: [UInt8])] {
        try reading { () throws(SQLiteError) in
            try connection.all("SELECT account_id, totp_sealed FROM account_secret WHERE totp_sealed IS NOT NULL") {
                row throws(SQLiteError) in (try row.accountID(0), try row.bytes(1))
            }
        }
    }

    /// Every agent, by name.
    public func agents() throws(StorageError) -> [Account] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT id, kind, email, name, roles, created_at, confirmed_at, disabled_at FROM account
                WHERE kind = 'agent' ORDER BY name, id
                """
            ) { row throws(SQLiteError) in try Account(row) }
        }
    }

    /// The key of this board called `name`: 32 random octets; nil before it was made.
    public func siteKey(_ name: String) throws(StorageError) -> [UInt8]? {
        try reading { () throws(SQLiteError) in
            try connection.first("SELECT octets FROM site_key WHERE name = ?1", name) {
                row throws(SQLiteError) in try row.bytes(0)
            }
        }
    }
}
