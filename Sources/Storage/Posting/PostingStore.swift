public import Recruitment
internal import SQLite

/// Reads the offers written on this site, and what readers report.
public struct PostingStore {
    let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public func posting(_ id: PostingID) throws(StorageError) -> Posting? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                "SELECT * FROM whole_posting WHERE id = ?1", id.rawValue
            ) { row throws(SQLiteError) in try Posting(row) }
        }
    }

    /// nil for an offer that came from elsewhere.
    public func posting(of offer: OfferID) throws(StorageError) -> Posting? {
        let id = try reading { () throws(SQLiteError) in
            try connection.first("SELECT id FROM posting WHERE offer_id = ?1", Int64(offer.number)) {
                row throws(SQLiteError) in PostingID(rawValue: try row.int64(0))
            }
        }
        guard let id else { return nil }
        return try posting(id)
    }

    /// What a recruiter may look after, the last changed first: his own, and those of the establishments an agent has
    /// verified that he acts for.
    public func postings(for account: AccountID, limit: Int) throws(StorageError) -> [Posting] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT * FROM whole_posting
                WHERE author = ?1
                    OR siret IN (SELECT siret FROM membership WHERE account_id = ?1 AND state = 'verified')
                ORDER BY changed_at DESC, id DESC LIMIT ?2
                """, account.rawValue, limit
            ) { row throws(SQLiteError) in try Posting(row) }
        }
    }

    /// Whether this recruiter may look after offers of this establishment, its author's own included; see `postings(for:)`.
    public func mayTend(_ posting: Posting, _ account: AccountID) throws(StorageError) -> Bool {
        if posting.author == account { return true }
        return try membershipState(of: account, in: posting.siret) == .verified
    }

    public func membershipState(of account: AccountID, in siret: SIRET) throws(StorageError) -> Membership.State? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                "SELECT state FROM membership WHERE siret = ?1 AND account_id = ?2", siret.description, account.rawValue
            ) { row throws(SQLiteError) in try row.parsed(0, Membership.State.init(rawValue:)) }
        }
    }

    /// Whether the establishment's offers are published before an agent reads them: not those of one that is closed.
    public func isTrusted(_ siret: SIRET) throws(StorageError) -> Bool {
        try reading { () throws(SQLiteError) in
            try connection.first(
                "SELECT trusted AND open IS NOT 0 FROM establishment WHERE siret = ?1", siret.description
            ) {
                row throws(SQLiteError) in try row.bool(0)
            } ?? false
        }
    }

    /// What waits for a moderator, whole offers and changes of published ones, the longest waiting first.
    public func waiting(limit: Int) throws(StorageError) -> [Posting] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT * FROM whole_posting WHERE status = 'submitted' AND accepted_at IS NULL OR revised_at IS NOT NULL
                ORDER BY coalesce(revised_at, submitted_at), id LIMIT ?1
                """, limit
            ) { row throws(SQLiteError) in try Posting(row) }
        }
    }

    /// What the clock has to look at: published, expired and scheduled offers, by number, after number `after`.
    public func underClock(after: PostingID, limit: Int) throws(StorageError) -> [Posting] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT * FROM whole_posting
                WHERE (status IN ('published', 'expired') OR status = 'submitted' AND accepted_at IS NOT NULL) AND id > ?1
                ORDER BY id LIMIT ?2
                """, after.rawValue, limit
            ) { row throws(SQLiteError) in try Posting(row) }
        }
    }

    /// The keys of what the clock has done about an offer.
    public func dutiesDone(_ id: PostingID) throws(StorageError) -> Set<String> {
        Set(
            try reading { () throws(SQLiteError) in
                try connection.all("SELECT key FROM duty_done WHERE posting_id = ?1", id.rawValue) {
                    row throws(SQLiteError) in try row.text(0)
                }
            })
    }

    /// How many offers of the establishment were ever published: none marks a new employer.
    public func publishedCount(_ siret: SIRET) throws(StorageError) -> Int {
        try reading { () throws(SQLiteError) in
            try connection.first(
                "SELECT count(*) FROM posting WHERE siret = ?1 AND published_at IS NOT NULL", siret.description
            ) { row throws(SQLiteError) in try row.int(0) } ?? 0
        }
    }

    /// Other offers open on `today` or waiting from the same establishment in the same commune, whose title has the same
    /// words: suspected to repeat this one. Case, accents and punctuation do not count.
    public func alike(
        title: String, commune: INSEECode?, siret: SIRET?, except id: OfferID?, on today: CalendarDay
    ) throws(StorageError) -> [OfferID] {
        let words = FoldedName(title).text
        guard let siret, !words.isEmpty else { return [] }
        let near = try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT offer_id, offer.title FROM posting JOIN offer ON offer.id = offer_id
                WHERE posting.siret = ?1 AND posting.status IN ('submitted', 'published') AND posting.deadline >= ?3
                    AND offer.commune IS ?2 AND offer_id <> ?4
                ORDER BY offer_id DESC LIMIT 300
                """, siret.description, commune?.description, Int(today.daysSinceEpoch), Int64(id?.number ?? 0)
            ) { row throws(SQLiteError) in (id: try row.offerID(0), title: try row.text(1)) }
        }
        return near.filter { FoldedName($0.title).text == words }.prefix(5).map(\.id)
    }

    public func alike(_ offer: Offer, except id: OfferID?, on today: CalendarDay) throws(StorageError) -> [OfferID] {
        try alike(title: offer.title, commune: offer.workplace.commune, siret: offer.siret, except: id, on: today)
    }

    /// Offers with reports that nobody has looked at, the oldest report first.
    public func reported(limit: Int) throws(StorageError) -> [(offer: OfferID, count: Int, since: Instant)] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT offer_id, count(*), min(at) FROM report WHERE closed_at IS NULL
                GROUP BY offer_id ORDER BY min(at), offer_id LIMIT ?1
                """, limit
            ) { row throws(SQLiteError) in (try row.offerID(0), try row.int(1), try row.instant(2)) }
        }
    }

    /// The reports on an offer that nobody has looked at, the oldest first.
    public func reports(on offer: OfferID, limit: Int) throws(StorageError) -> [OfferReport] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT reason, details, at FROM report WHERE offer_id = ?1 AND closed_at IS NULL ORDER BY at, id LIMIT ?2
                """, Int64(offer.number), limit
            ) { row throws(SQLiteError) in
                OfferReport(
                    reason: try row.parsed(0, OfferReport.Reason.init(rawValue:)), details: try row.text(1),
                    at: try row.instant(2))
            }
        }
    }
}

extension Posting {
    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        self.init(
            id: PostingID(rawValue: try row.int64(0)), offer: row.isNull(1) ? nil : try row.offerID(1),
            siret: try row.parsed(2, SIRET.init(_:)), author: try row.accountID(3), version: try row.int64(4),
            lifecycle: OfferLifecycle(
                status: try row.parsed(5, OfferStatus.init(rawValue:)), deadline: try row.day(6),
                publishedAt: try row.instantOrNil(7), confirmedAt: try row.instantOrNil(8),
                askedAt: try row.instantOrNil(9), closedAt: try row.instantOrNil(10),
                outcome: try row.parsedOrNil(11, ClosingOutcome.init(code:)),
                startsOn: row.isNull(17) ? nil : try row.day(17), acceptedAt: try row.instantOrNil(18),
                revisedAt: try row.instantOrNil(20)),
            title: try row.text(12), fields: try row.text(13), createdAt: try row.instant(14),
            changedAt: try row.instant(15), submittedAt: try row.instantOrNil(16), revision: try row.textOrNil(19),
            reports: try row.int(21))
    }
}
