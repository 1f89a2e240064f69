public import Recruitment
internal import SQLite

extension Writing {
    /// The most sessions an account has at once: a further one ends the one seen longest ago.
    static let mostSessions = 10

    /// Begins a session of which the bearer has the token. `replacing` ends with it: a new token at every step up, so that
    /// one planted before is worth nothing (OWASP, session fixation).
    public func beginSession(
        hash: [UInt8], of account: Account, level: Session.Level, method: Session.Method, device: String,
        replacing old: Session? = nil, pendingTOTP: [UInt8]? = nil, idToken: [UInt8]? = nil,
        at now: Instant
    ) throws(StorageError) {
        if let old { try endSession(old.id, of: old.account.id) }
        let lifetime = SessionLifetime(account, level)
        try execute(
            """
            INSERT INTO session
                (hash, account_id, level, method, created_at, seen_at, expires_at, idle_limit, device, pending_totp,
                id_token)
            VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9, ?10)
            """, hash, account.id.rawValue, level.rawValue, method.rawValue, now.secondsSinceEpoch,
            now.secondsSinceEpoch + lifetime.absolute, lifetime.idle, device, pendingTOTP,
            idToken)
        try execute(
            """
            DELETE FROM session WHERE account_id = ?1 AND id NOT IN
                (SELECT id FROM session WHERE account_id = ?1 ORDER BY seen_at DESC, id DESC LIMIT ?2)
            """, account.id.rawValue, Self.mostSessions)
    }

    public func noteSeen(_ session: Session, at now: Instant) throws(StorageError) {
        try execute("UPDATE session SET seen_at = max(seen_at, ?2) WHERE id = ?1", session.id, now.secondsSinceEpoch)
    }

    /// Returns whether the account had that session.
    @discardableResult
    public func endSession(_ id: Int64, of account: AccountID) throws(StorageError) -> Bool {
        try execute("DELETE FROM session WHERE id = ?1 AND account_id = ?2", id, account.rawValue) == 1
    }

    /// Ends every session of the account but `kept`.
    public func endSessions(of account: AccountID, but kept: Session? = nil) throws(StorageError) {
        try execute("DELETE FROM session WHERE account_id = ?1 AND id <> ?2", account.rawValue, kept?.id ?? 0)
    }

    /// Deletes sessions and links that are over.
    public func sweepSessions(at now: Instant) throws(StorageError) {
        try execute(
            "DELETE FROM session WHERE expires_at <= ?1 OR seen_at + idle_limit <= ?1", now.secondsSinceEpoch)
        try execute("DELETE FROM link WHERE expires_at <= ?1", now.secondsSinceEpoch)
    }
}
