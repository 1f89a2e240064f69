public import Recruitment
internal import SQLite

extension Writing {
    /// Takes or keeps the lease `name` for `holder` until `end`; false while another holds it. A lease that ends more than twice as far
    /// ahead as this one was written by a clock that has been put back since: it holds no longer.
    public func holdLease(
        _ name: String, by holder: String, until end: Instant, at now: Instant
    ) throws(StorageError) -> Bool {
        try execute(
            """
            INSERT INTO lease (name, holder, expires_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
            WHERE holder = excluded.holder OR expires_at <= ?4 OR expires_at > 2 * ?3 - ?4
            """, name, holder, end.secondsSinceEpoch, now.secondsSinceEpoch) == 1
    }

    public func giveUpLease(_ name: String, by holder: String) throws(StorageError) {
        try execute("DELETE FROM lease WHERE name = ?1 AND holder = ?2", name, holder)
    }
}
