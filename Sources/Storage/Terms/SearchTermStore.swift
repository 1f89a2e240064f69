public import Recruitment
internal import SQLite

/// Reads what people searched for.
public struct SearchTermStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public struct Row: Sendable, Hashable {
        public let term: String
        public let searches: Int
        /// Those that found nothing.
        public let empty: Int
    }

    /// The terms searched most from `first` on, or those that most often found nothing; of one basin, or of all.
    public func most(
        from first: CalendarDay, basin: Basin? = nil, onlyEmpty: Bool = false, limit: Int
    ) throws(StorageError) -> [Row] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT term, sum(searches), sum(empty) FROM search_term
                WHERE day >= ?1 AND (?2 = '' OR basin = ?2) GROUP BY term HAVING NOT ?3 OR sum(empty) > 0
                ORDER BY CASE WHEN ?3 THEN sum(empty) ELSE sum(searches) END DESC, term LIMIT ?4
                """, Int(first.daysSinceEpoch), basin?.rawValue ?? "", onlyEmpty ? 1 : 0, limit
            ) { row throws(SQLiteError) in
                Row(term: try row.text(0), searches: try row.int(1), empty: try row.int(2))
            }
        }
    }
}
