public import Recruitment
internal import SQLite

extension Writing {
    /// The most links of an account that work at once: a further one ends the oldest.
    static let mostLinks = 3

    /// Makes a link whose token has `hash`. nil for the account of an unknown address: the same is written, for nobody.
    public func addLink(
        hash: [UInt8], to account: AccountID?, for purpose: SingleUseLink.Purpose, at now: Instant
    ) throws(StorageError) {
        try execute(
            "INSERT INTO link (hash, account_id, purpose, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)", hash,
            account?.rawValue, purpose.rawValue, now.secondsSinceEpoch, now.secondsSinceEpoch + purpose.lifetime)
        try execute(
            """
            DELETE FROM link WHERE account_id = ?1 AND hash NOT IN
                (SELECT hash FROM link WHERE account_id = ?1 ORDER BY created_at DESC, hash LIMIT ?2)
            """, account?.rawValue, Self.mostLinks)
    }

    /// Uses a link up: what it was for; nil for one that is unknown, used, over, or of a disabled account.
    /// Every other link of the account is used up with it.
    public func useLink(
        hash: [UInt8], for purpose: SingleUseLink.Purpose, at now: Instant
    ) throws(StorageError) -> SingleUseLink? {
        guard let link = try stores.accounts.link(hash: hash, at: now), link.purpose == purpose else { return nil }
        try execute("DELETE FROM link WHERE account_id = ?1", link.account.id.rawValue)
        return link
    }
}

extension AccountStore {
    /// The link whose token has `hash`, if it still works.
    public func link(hash: [UInt8], at now: Instant) throws(StorageError) -> SingleUseLink? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT account.id, kind, email, name, roles, account.created_at, confirmed_at, disabled_at, purpose
                FROM link JOIN account ON account.id = account_id
                WHERE hash = ?1 AND expires_at > ?2 AND disabled_at IS NULL
                """, hash, now.secondsSinceEpoch
            ) { row throws(SQLiteError) in
                SingleUseLink(
                    account: try Account(row), purpose: try row.parsed(8, SingleUseLink.Purpose.init(rawValue:)))
            }
        }
    }
}
