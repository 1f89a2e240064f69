import Recruitment
internal import SQLite

extension Writing {
    /// Days after which the counts of a day are deleted: a year can be compared with the one before.
    private static let daysOfUseKept = 760

    /// Adds what was counted to what is written.
    func add(_ counts: [OfferTally.Key: OfferUseCounts]) throws(StorageError) {
        for (key, count) in counts {
            try execute(
                """
                INSERT INTO offer_use (offer_id, day, shown, views, applications) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO UPDATE SET shown = shown + excluded.shown, views = views + excluded.views,
                    applications = applications + excluded.applications
                """, Int64(key.offer.number), Int(key.day.daysSinceEpoch), count.shown, count.views, count.applications)
        }
        guard let latest = counts.keys.map(\.day).max() else { return }
        try execute("DELETE FROM offer_use WHERE day < ?1", Int(latest.daysSinceEpoch) - Self.daysOfUseKept)
    }
}
