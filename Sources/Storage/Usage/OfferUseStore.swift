public import Recruitment
internal import SQLite

/// Reads how offers were used.
public struct OfferUseStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The days from `first` on, in order, on which an offer was used.
    public func days(
        of offer: OfferID, from first: CalendarDay
    ) throws(StorageError) -> [(day: CalendarDay, counts: OfferUseCounts)] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                "SELECT day, shown, views, applications FROM offer_use WHERE offer_id = ?1 AND day >= ?2 ORDER BY day",
                Int64(offer.number), Int(first.daysSinceEpoch)
            ) { row throws(SQLiteError) in
                (
                    try row.day(0),
                    OfferUseCounts(
                        shown: try row.int(1), views: try row.int(2), applications: try row.int(3))
                )
            }
        }
    }

    /// On all the days that are kept.
    public func total(of offer: OfferID) throws(StorageError) -> OfferUseCounts {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT coalesce(sum(shown), 0), coalesce(sum(views), 0), coalesce(sum(applications), 0)
                FROM offer_use WHERE offer_id = ?1
                """, Int64(offer.number)
            ) { row throws(SQLiteError) in
                OfferUseCounts(shown: try row.int(0), views: try row.int(1), applications: try row.int(2))
            } ?? OfferUseCounts()
        }
    }
}
