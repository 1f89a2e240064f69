import Recruitment
internal import SQLite

extension Writing {
    /// Days after which counts are deleted: a year can be compared with the one before.
    public static let daysTermsAreKept = 760

    /// Adds what was counted to what is written.
    func add(_ counts: [SearchTally.Key: SearchTally.Count]) throws(StorageError) {
        for (key, count) in counts {
            try execute(
                """
                INSERT INTO search_term (day, basin, term, searches, empty) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO UPDATE SET searches = searches + excluded.searches, empty = empty + excluded.empty
                """, Int(key.day.daysSinceEpoch), key.basin?.rawValue ?? "", key.term.text, count.searches, count.empty)
        }
        guard let latest = counts.keys.map(\.day).max() else { return }
        try execute("DELETE FROM search_term WHERE day < ?1", Int(latest.daysSinceEpoch) - Self.daysTermsAreKept)
    }
}

extension Board {
    /// Writes down the searches and the uses of offers counted since the last time. What cannot be written is lost.
    public func keepTally() throws(StorageError) {
        let (searches, uses) = (tally.take(), offerTally.take())
        guard !(searches.isEmpty && uses.isEmpty) else { return }
        try store.writing { writing throws(StorageError) in
            try writing.add(searches)
            try writing.add(uses)
        }
    }
}
