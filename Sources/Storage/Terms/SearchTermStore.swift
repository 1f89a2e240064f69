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

    public struct Day: Sendable, Hashable {
        public let day: CalendarDay
        public let searches: Int
        /// Those that found nothing.
        public let empty: Int
    }

    /// The terms searched most on these days, or those that most often found nothing; of one basin, or of all. Only terms that
    /// were searched `least` times or more in all of that.
    public func most(
        from first: CalendarDay, to last: CalendarDay? = nil, basin: Basin? = nil, onlyEmpty: Bool = false,
        least: Int = 1, limit: Int
    ) throws(StorageError) -> [Row] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT term, sum(searches), sum(empty) FROM search_term
                WHERE day BETWEEN ?1 AND ?5 AND (?2 = '' OR basin = ?2)
                GROUP BY term HAVING sum(searches) >= ?6 AND (NOT ?3 OR sum(empty) > 0)
                ORDER BY CASE WHEN ?3 THEN sum(empty) ELSE sum(searches) END DESC, term LIMIT ?4
                """, Int(first.daysSinceEpoch), basin?.rawValue ?? "", onlyEmpty ? 1 : 0, limit,
                Int((last ?? CalendarDay(daysSinceEpoch: .max)).daysSinceEpoch), least
            ) { row throws(SQLiteError) in
                Row(term: try row.text(0), searches: try row.int(1), empty: try row.int(2))
            }
        }
    }

    /// How many searches for words there were on each of these days, the latest first; a day without any is left out.
    public func byDay(
        from first: CalendarDay, to last: CalendarDay, basin: Basin? = nil
    ) throws(StorageError) -> [Day] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT day, sum(searches), sum(empty) FROM search_term
                WHERE day BETWEEN ?1 AND ?2 AND (?3 = '' OR basin = ?3) GROUP BY day ORDER BY day DESC
                """, Int(first.daysSinceEpoch), Int(last.daysSinceEpoch), basin?.rawValue ?? ""
            ) { row throws(SQLiteError) in
                Day(day: try row.day(0), searches: try row.int(1), empty: try row.int(2))
            }
        }
    }
}
