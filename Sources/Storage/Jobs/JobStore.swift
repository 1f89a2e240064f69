public import Recruitment
internal import SQLite
import Search

/// Reads which offers tell one job.
public struct JobStore {
    let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The other offers that tell the same job, open or not, the one to be shown first.
    public func copies(of id: OfferID) throws(StorageError) -> [JobCopy] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.copies, Int64(id.number)) { row throws(SQLiteError) in
                try JobCopy(row)
            }
        }
    }

    /// Offers that an agent said are not the same job as this one.
    public func separated(from id: OfferID) throws(StorageError) -> [OfferID] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.separated, Int64(id.number)) { row throws(SQLiteError) in try row.offerID(0) }
        }
    }

    /// Where the index is to put an offer: into its group, alone where an agent took it out of one, or where the index finds
    /// (nil).
    func place(_ id: OfferID) throws(StorageError) -> JobPlace? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.indexed, Int64(id.number)) { row throws(SQLiteError) in try JobPlace(row, from: 0)
            }
        }
    }

    /// The same for all offers that have one.
    func places() throws(StorageError) -> [OfferID: JobPlace] {
        try reading { () throws(SQLiteError) in
            var places: [OfferID: JobPlace] = [:]
            try connection.forEach(Self.everyIndexed) { row throws(SQLiteError) in
                places[try row.offerID(2)] = try JobPlace(row, from: 0)
            }
            return places
        }
    }

    private static let indexed: StaticString = """
        SELECT job, rank FROM job_offer WHERE offer_id = ?1
        UNION ALL
        SELECT ?1, 0 WHERE EXISTS (SELECT 1 FROM job_judgement WHERE (low = ?1 OR high = ?1) AND is_same = 0)
        LIMIT 1
        """
    private static let everyIndexed: StaticString = """
        SELECT low, 0, low FROM job_judgement WHERE is_same = 0
        UNION ALL
        SELECT high, 0, high FROM job_judgement WHERE is_same = 0
        UNION ALL
        SELECT job, rank, offer_id FROM job_offer
        """

    /// The group of an offer, and its rank there; nil for one that stands alone.
    func place(of id: Int64) throws(SQLiteError) -> (job: Int64, rank: Int)? {
        try connection.first("SELECT job, rank FROM job_offer WHERE offer_id = ?1", id) { row throws(SQLiteError) in
            (try row.int64(0), try row.int(1))
        }
    }

    /// Whether offers have changed that nobody has compared yet.
    public func hasWork() throws(StorageError) -> Bool {
        try reading { () throws(SQLiteError) in
            try connection.first(
                "SELECT EXISTS (SELECT 1 FROM change WHERE sequence > (SELECT sequence FROM job_progress))"
            ) { row throws(SQLiteError) in try row.bool(0) } ?? false
        }
    }

    private static let copies: StaticString = """
        SELECT offer.id, source, status, deadline FROM job_offer AS own
        JOIN job_offer AS other ON other.job = own.job AND other.offer_id <> own.offer_id
        JOIN offer ON offer.id = other.offer_id
        WHERE own.offer_id = ?1 ORDER BY other.rank, other.offer_id
        """
    private static let separated: StaticString = """
        SELECT CASE low WHEN ?1 THEN high ELSE low END FROM job_judgement
        WHERE (low = ?1 OR high = ?1) AND is_same = 0 ORDER BY 1
        """
}

extension JobCopy {
    init(_ row: borrowing Row) throws(SQLiteError) {
        self.init(
            id: try row.offerID(0), source: try row.parsed(1, SourceName.init(_:)),
            status: try row.parsed(2, OfferStatus.init(rawValue:)), deadline: try row.day(3))
    }
}

extension JobPlace {
    fileprivate init(_ row: borrowing Row, from first: Int) throws(SQLiteError) {
        guard let job = UInt32(exactly: try row.int64(first)), let rank = UInt8(exactly: try row.int64(first + 1))
        else {
            throw row.unexpected(first)
        }
        self.init(job: job, rank: rank)
    }
}
