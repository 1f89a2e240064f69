public import Recruitment
internal import SQLite

/// Reads the partners' keys.
public struct PartnerKeyStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The key with that SHA-256, revoked ones included.
    public func key(hash: [UInt8]) throws(StorageError) -> PartnerKey? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.byHash, hash) { row throws(SQLiteError) in try PartnerKey(row) }
        }
    }

    /// Every key, the oldest first.
    public func all() throws(StorageError) -> [PartnerKey] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.all) { row throws(SQLiteError) in try PartnerKey(row) }
        }
    }

    private static let byHash: StaticString = """
        SELECT id, name, scopes, requests_per_minute, created_at, last_used_at, revoked_at, source FROM partner_key
        WHERE hash = ?1
        """
    private static let all: StaticString = """
        SELECT id, name, scopes, requests_per_minute, created_at, last_used_at, revoked_at, source FROM partner_key
        ORDER BY id
        """
}

extension Writing {
    /// Keeps a new key, of which only the SHA-256 is given; returns its number. `source` goes with the scope to deposit.
    public func addPartnerKey(
        hash: [UInt8], name: String, scopes: Set<PartnerKey.Scope>, source: SourceName?, requestsPerMinute: Int,
        by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) -> Int64 {
        try execute(
            """
            INSERT INTO partner_key (hash, name, scopes, source, requests_per_minute, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, hash, name, codeList(scopes), source?.description, requestsPerMinute, now.secondsSinceEpoch)
        let id = lastInsertedRow
        try log(
            LoggedEvent(
                "cle-creee", on: .partnerKey(id), by: actor,
                after: [name, codeList(scopes), source?.description].compactMap { $0 }.joined(separator: " ; "), at: now
            ))
        return id
    }

    /// Ends a key at once and for ever; returns whether there was a valid one of that number.
    public func revokePartnerKey(_ id: Int64, by actor: LoggedEvent.Actor, at now: Instant) throws(StorageError) -> Bool
    {
        let revoked = try execute(
            "UPDATE partner_key SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL", id, now.secondsSinceEpoch)
        guard revoked > 0 else { return false }
        try log(LoggedEvent("cle-revoquee", on: .partnerKey(id), by: actor, at: now))
        return true
    }
}

extension Store {
    /// Notes that a key is in use.
    public func noteUse(ofPartnerKey id: Int64, at now: Instant) throws(StorageError) {
        try write { transaction throws(SQLiteError) in
            _ = try transaction.execute(
                "UPDATE partner_key SET last_used_at = ?2 WHERE id = ?1", id, now.secondsSinceEpoch)
        }
    }
}

extension PartnerKey {
    init(_ row: borrowing Row) throws(SQLiteError) {
        self.init(
            id: try row.int64(0), name: try row.text(1), scopes: try row.codes(2),
            source: try row.parsedOrNil(7, SourceName.init(_:)), requestsPerMinute: try row.int(3),
            createdAt: try row.instant(4), lastUsedAt: try row.instantOrNil(5), revokedAt: try row.instantOrNil(6))
    }
}
