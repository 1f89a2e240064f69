public import Recruitment
internal import SQLite

extension Writing {
    /// Deletes at most `limit` changes made before `before`, the oldest first; returns how many. The last change of all
    /// stays: what number comes next, and what the index goes by, follow from it.
    public func sweepChanges(before: Instant, limit: Int) throws(StorageError) -> Int {
        try execute(
            """
            DELETE FROM change WHERE sequence IN (SELECT sequence FROM change ORDER BY sequence LIMIT ?2)
                AND at < ?1 AND sequence < (SELECT max(sequence) FROM change)
            """, before.secondsSinceEpoch, limit)
    }
}
