public import Recruitment
internal import SQLite

/// Reads offers.
public struct OfferStore {
    let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public func offer(_ id: OfferID) throws(StorageError) -> PostedOffer? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.one, Int64(id.number)) {
                row throws(SQLiteError) in try PostedOffer(row)
            }
        }
    }

    public func offer(_ identity: OfferIdentity) throws(StorageError) -> PostedOffer? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                "SELECT * FROM posted_offer WHERE source = ?1 AND source_id = ?2", identity.source.description,
                identity.sourceID
            ) { row throws(SQLiteError) in try PostedOffer(row) }
        }
    }

    /// The offers with these numbers, in this order; numbers that no offer has are left out.
    public func offers(_ ids: some Sequence<OfferID>) throws(StorageError) -> [PostedOffer] {
        var offers: [PostedOffer] = []
        for id in ids {
            if let offer = try offer(id) { offers.append(offer) }
        }
        return offers
    }

    /// What lists tell of the offers with these numbers, in this order; numbers that no offer has are left out.
    public func summaries(_ ids: [OfferID]) throws(StorageError) -> [(id: OfferID, summary: OfferSummary)] {
        try reading { () throws(SQLiteError) in
            var summaries: [(id: OfferID, summary: OfferSummary)] = []
            for id in ids {
                let summary = try connection.first(Self.summary, Int64(id.number)) { row throws(SQLiteError) in
                    try OfferSummary(row)
                }
                if let summary { summaries.append((id, summary)) }
            }
            return summaries
        }
    }

    /// The offers open on `today` that were published last, newest first.
    public func recent(_ limit: Int, on today: CalendarDay) throws(StorageError) -> [PostedOffer] {
        try offers(
            try reading { () throws(SQLiteError) in
                try connection.all(
                    Self.recent, Int(today.daysSinceEpoch), limit
                ) { row throws(SQLiteError) in try row.offerID(0) }
            })
    }

    /// Other offers of the same occupation open on `today`, newest first.
    public func sameOccupation(as offer: PostedOffer, limit: Int, on today: CalendarDay) throws(StorageError)
        -> [PostedOffer]
    {
        guard let occupation = offer.offer.occupation else { return [] }
        return try offers(
            try reading { () throws(SQLiteError) in
                try connection.all(
                    Self.sameOccupation, occupation.description, Int(today.daysSinceEpoch), Int64(offer.id.number),
                    limit
                ) { row throws(SQLiteError) in try row.offerID(0) }
            })
    }

    /// How many offers are open on `today`.
    public func openCount(on today: CalendarDay) throws(StorageError) -> Int {
        try reading { () throws(SQLiteError) in
            try connection.first(
                Self.openCount, Int(today.daysSinceEpoch)
            ) { row throws(SQLiteError) in try row.int(0) } ?? 0
        }
    }

    /// How many offers the board knows, by the source they came from.
    public func countsBySource() throws(StorageError) -> [(source: SourceName, count: Int)] {
        try reading { () throws(SQLiteError) in
            try connection.all("SELECT source, count(*) FROM offer GROUP BY source ORDER BY source") {
                row throws(SQLiteError) in (try row.parsed(0, SourceName.init(_:)), try row.int(1))
            }
        }
    }

    /// Every offer open on `today` with the moment it last changed, by number: what a sitemap lists.
    public func openChanges(on today: CalendarDay) throws(StorageError) -> [(id: OfferID, changedAt: Instant)] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                Self.openChanges, Int(today.daysSinceEpoch)
            ) { row throws(SQLiteError) in (try row.offerID(0), try row.instant(1)) }
        }
    }

    /// The published offers whose last day is among these.
    func ending(from first: CalendarDay, before end: CalendarDay) throws(StorageError) -> [OfferID] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                "SELECT id FROM offer WHERE status = 'published' AND deadline >= ?1 AND deadline < ?2 ORDER BY id",
                Int(first.daysSinceEpoch), Int(end.daysSinceEpoch), row: Self.number)
        }
    }

    /// The offers open on `today` that meet `selection`.
    public func selected(_ selection: OfferSelection, on today: CalendarDay) throws(StorageError) -> Set<OfferID> {
        let day = Int(today.daysSinceEpoch)
        return try reading { () throws(SQLiteError) in
            switch selection {
            case .changed(let since):
                Set(try connection.all(Self.changedSince, day, since.secondsSinceEpoch, row: Self.number))
            case .published(let range):
                Set(
                    try connection.all(
                        Self.publishedWithin, day, range.lowerBound.secondsSinceEpoch,
                        range.upperBound.secondsSinceEpoch, row: Self.number))
            case .lasting(let months):
                Set(try connection.all(Self.lasting, day, months.lowerBound, months.upperBound, row: Self.number))
            case .establishment(let siret):
                Set(try connection.all(Self.offeredBy, day, siret.description, row: Self.number))
            case .activities(let codes): try union(of: codes, Self.ofActivity, day)
            case .appellations(let codes): try union(of: codes, Self.ofAppellation, day)
            }
        }
    }

    private func union(
        of codes: [String], _ statement: StaticString, _ day: Int
    ) throws(SQLiteError) -> Set<OfferID> {
        var found: Set<OfferID> = []
        for code in codes { found.formUnion(try connection.all(statement, day, code, row: Self.number)) }
        return found
    }

    private static func number(_ row: borrowing Row) throws(SQLiteError) -> OfferID { try row.offerID(0) }

    /// Lends every offer open on `today`, the oldest first, with its stored analysis; nil where there is none of `version`.
    /// This is what an index is built from: nothing else of the offers is read.
    public func forEachOpen(
        on today: CalendarDay, analysisVersion version: Int64, _ body: (OfferID, [UInt8]?) -> Void
    ) throws(StorageError) {
        try reading { () throws(SQLiteError) in
            try connection.forEach(
                Self.open, Int(today.daysSinceEpoch), version
            ) { row throws(SQLiteError) in body(try row.offerID(0), row.isNull(1) ? nil : try row.bytes(1)) }
        }
    }

    /// The stored analysis of an offer open on `today`; nil when it is not open or has none of `version`.
    public func analysis(
        of id: OfferID, on today: CalendarDay, analysisVersion version: Int64
    ) throws(StorageError) -> [UInt8]? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT analysis FROM offer JOIN offer_analysis ON offer_id = id
                WHERE id = ?1 AND status = 'published' AND deadline >= ?2 AND version = ?3
                """, Int64(id.number), Int(today.daysSinceEpoch), version
            ) { row throws(SQLiteError) in try row.bytes(0) }
        }
    }

    /// At most `limit` offers open on `today` with numbers above `number`, by number: one step through all of them.
    public func open(after number: UInt32, limit: Int, on today: CalendarDay) throws(StorageError) -> [PostedOffer] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                Self.openWhole, Int64(number), Int(today.daysSinceEpoch), limit
            ) { row throws(SQLiteError) in try PostedOffer(row) }
        }
    }

    static let summary: StaticString = """
        SELECT
            source, title, place_precision, place, postcode, contract, duration_in_months, working_time, weekly_hours,
            salary_minimum, salary_maximum, salary_period, employer, experience, licences, positions, published_at,
            deadline
        FROM offer WHERE id = ?1
        """

    // The lists, apart so that tests can look at their plans.
    static let one: StaticString = "SELECT * FROM posted_offer WHERE id = ?1"
    static let recent: StaticString = """
        SELECT id FROM offer WHERE status = 'published' AND deadline >= ?1 ORDER BY published_at DESC, id DESC LIMIT ?2
        """
    static let sameOccupation: StaticString = """
        SELECT id FROM offer WHERE status = 'published' AND occupation = ?1 AND deadline >= ?2 AND id <> ?3
        ORDER BY published_at DESC, id DESC LIMIT ?4
        """
    static let openWhole: StaticString = """
        SELECT * FROM posted_offer WHERE status = 'published' AND id > ?1 AND deadline >= ?2 ORDER BY id LIMIT ?3
        """
    static let openCount: StaticString = "SELECT count(*) FROM offer WHERE status = 'published' AND deadline >= ?1"
    static let openChanges: StaticString = """
        SELECT id, changed_at FROM offer WHERE status = 'published' AND deadline >= ?1 ORDER BY id
        """
    static let changedSince: StaticString = """
        SELECT id FROM offer WHERE status = 'published' AND deadline >= ?1 AND changed_at >= ?2
        """
    static let lasting: StaticString = """
        SELECT id FROM offer WHERE status = 'published' AND duration_in_months BETWEEN ?2 AND ?3 AND deadline >= ?1
        """
    static let offeredBy: StaticString = """
        SELECT id FROM offer WHERE siret = ?2 AND status = 'published' AND deadline >= ?1
        """
    static let publishedWithin: StaticString = """
        SELECT id FROM offer WHERE status = 'published' AND published_at BETWEEN ?2 AND ?3 AND deadline >= ?1
        """
    // A tilde comes after every character of a code.
    static let ofActivity: StaticString = """
        SELECT id FROM offer WHERE activity BETWEEN ?2 AND ?2 || '~' AND status = 'published' AND deadline >= ?1
        """
    static let ofAppellation: StaticString = """
        SELECT id FROM offer WHERE appellation_code = ?2 AND status = 'published' AND deadline >= ?1
        """
    static let open: StaticString = """
        SELECT offer.id, analysis FROM offer
        LEFT JOIN offer_analysis ON offer_analysis.offer_id = offer.id AND version = ?2
        WHERE status = 'published' AND deadline >= ?1 ORDER BY published_at, offer.id
        """
}

/// Runs what SQLite may refuse.
func reading<Result>(_ body: () throws(SQLiteError) -> Result) throws(StorageError) -> Result {
    do throws(SQLiteError) { return try body() } catch { throw StorageError(error) }
}
