public import Recruitment
internal import SQLite

extension Writing {
    /// Adds an account whose address nobody has yet; returns nil where somebody has it.
    public func addAccount(
        _ kind: Account.Kind, email: EmailAddress, name: PersonName, at now: Instant
    ) throws(StorageError) -> Account? {
        let added = try execute(
            """
            INSERT INTO account (kind, email, email_key, name, roles, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (email_key) DO NOTHING
            """, kind == .recruiter ? "recruiter" : "agent", email.description, email.key, name.description,
            Self.codes(kind), now.secondsSinceEpoch)
        guard added == 1 else { return nil }
        let id = AccountID(rawValue: lastInsertedRow)
        try execute("INSERT INTO account_secret (account_id) VALUES (?1)", id.rawValue)
        return Account(id: id, kind: kind, email: email, name: name.description, createdAt: now)
    }

    public func rename(_ id: AccountID, _ name: PersonName) throws(StorageError) {
        try execute("UPDATE account SET name = ?2 WHERE id = ?1", id.rawValue, name.description)
    }

    /// The roles of an agent take the place of those he had; a disabled one is let in again.
    public func setRoles(_ roles: Set<AgentRole>, of id: AccountID) throws(StorageError) {
        try execute(
            "UPDATE account SET roles = ?2, disabled_at = NULL WHERE id = ?1 AND kind = 'agent'", id.rawValue,
            Self.codes(.agent(roles)))
    }

    /// Notes that the address is proved; the first time counts.
    public func confirm(_ id: AccountID, at now: Instant) throws(StorageError) {
        try execute(
            "UPDATE account SET confirmed_at = coalesce(confirmed_at, ?2) WHERE id = ?1", id.rawValue,
            now.secondsSinceEpoch)
    }

    /// Ends the account's sessions and links, and lets nobody in by it again.
    public func disable(_ id: AccountID, at now: Instant) throws(StorageError) {
        try execute(
            "UPDATE account SET disabled_at = coalesce(disabled_at, ?2) WHERE id = ?1", id.rawValue,
            now.secondsSinceEpoch)
        try endSessions(of: id)
        try execute("DELETE FROM link WHERE account_id = ?1", id.rawValue)
    }

    /// `password` is a PHC string.
    public func setPassword(_ password: String, of id: AccountID) throws(StorageError) {
        try execute("UPDATE account_secret SET password = ?2 WHERE account_id = ?1", id.rawValue, password)
    }

    /// Takes away password, generator and recovery codes: the account waits for a new invitation.
    public func clearSecrets(of id: AccountID) throws(StorageError) {
        try execute(
            """
            UPDATE account_secret SET password = NULL, totp = NULL, totp_sealed = NULL, totp_step = NULL
            WHERE account_id = ?1
            """, id.rawValue)
        try execute("DELETE FROM recovery_code WHERE account_id = ?1", id.rawValue)
    }

    /// Puts a sealed secret in the place of the same one, in clear or sealed by another key.
    public func reseal(_ sealed: [UInt8], of id: AccountID) throws(StorageError) {
        try execute(
            "UPDATE account_secret SET totp = NULL, totp_sealed = ?2 WHERE account_id = ?1", id.rawValue, sealed)
    }

    /// Sets up the generator, whose secret is sealed and whose first password was that of `step`, with new recovery codes,
    /// kept as hashes.
    public func setGenerator(
        sealed secret: [UInt8], step: Int64, recoveryCodes hashes: [[UInt8]], of id: AccountID
    ) throws(StorageError) {
        try execute(
            "UPDATE account_secret SET totp = NULL, totp_sealed = ?2, totp_step = ?3 WHERE account_id = ?1",
            id.rawValue, secret, step)
        try execute("DELETE FROM recovery_code WHERE account_id = ?1", id.rawValue)
        for hash in hashes {
            try execute("INSERT INTO recovery_code (account_id, hash) VALUES (?1, ?2)", id.rawValue, hash)
        }
    }

    /// Spends the password of `step`; false where it, or a later one, was spent before.
    public func spend(step: Int64, of id: AccountID) throws(StorageError) -> Bool {
        try execute(
            """
            UPDATE account_secret SET totp_step = ?2 WHERE account_id = ?1 AND (totp_step IS NULL OR totp_step < ?2)
            """, id.rawValue, step) == 1
    }

    /// Spends a recovery code; false where there is none of that hash.
    public func spend(recoveryCode hash: [UInt8], of id: AccountID) throws(StorageError) -> Bool {
        try execute("DELETE FROM recovery_code WHERE account_id = ?1 AND hash = ?2", id.rawValue, hash) == 1
    }

    /// The key of this board called `name`, which becomes `fresh` if there is none yet.
    public func siteKey(_ name: String, orElse fresh: [UInt8]) throws(StorageError) -> [UInt8] {
        try execute("INSERT INTO site_key (name, octets) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", name, fresh)
        return try stores.accounts.siteKey(name) ?? fresh
    }

    /// Deletes the accounts of recruiters that nobody confirmed since `before`, and what they asked for.
    public func sweepAccounts(createdBefore before: Instant) throws(StorageError) {
        try execute(
            "DELETE FROM account WHERE kind = 'recruiter' AND confirmed_at IS NULL AND created_at < ?1",
            before.secondsSinceEpoch)
    }

    private static func codes(_ kind: Account.Kind) -> String {
        guard case .agent(let roles) = kind else { return "" }
        return roles.map(\.rawValue).sorted().joined(separator: " ")
    }
}
