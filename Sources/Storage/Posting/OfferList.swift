public import Recruitment
internal import SQLite
public import Search

/// Which offers an agent's list shows: of every source and status.
public struct OfferListFilter: Sendable, Hashable {
    /// Words of the offer: title, employer, place, occupation, description; nil for all offers.
    public var words: FullTextQuery?
    public var status: OfferStatus?
    public var onlyOwn: Bool

    public init(words: FullTextQuery? = nil, status: OfferStatus? = nil, onlyOwn: Bool = false) {
        self.words = words
        self.status = status
        self.onlyOwn = onlyOwn
    }
}

extension PostingStore {
    /// The offers of a list, the last received first, after the first `offset`.
    public func list(
        _ filter: OfferListFilter, limit: Int, offset: Int
    ) throws(StorageError) -> [OfferID] {
        guard filter.words?.isUnreadable != true else { return [] }
        return try reading { () throws(SQLiteError) in
            guard let expression = filter.words?.expression else {
                return try connection.all(
                    """
                    SELECT id FROM offer
                    WHERE (?1 IS NULL OR id NOT IN (SELECT rowid FROM offer_search WHERE offer_search MATCH ?1))
                        AND (?2 IS NULL OR status = ?2) AND (?3 = 0 OR source = 'emploi-allier')
                    ORDER BY id DESC LIMIT ?4 OFFSET ?5
                    """, filter.words?.exclusion, filter.status?.rawValue, filter.onlyOwn, limit, offset
                ) { row throws(SQLiteError) in try row.offerID(0) }
            }
            // FTS5 gives rows in the order of their numbers: no match is read that is not shown.
            return try connection.all(
                """
                SELECT offer.id FROM offer_search CROSS JOIN offer ON offer.id = offer_search.rowid
                WHERE offer_search MATCH ?1
                    AND (?2 IS NULL OR status = ?2) AND (?3 = 0 OR source = 'emploi-allier')
                ORDER BY offer_search.rowid DESC LIMIT ?4 OFFSET ?5
                """, expression, filter.status?.rawValue, filter.onlyOwn, limit, offset
            ) { row throws(SQLiteError) in try row.offerID(0) }
        }
    }

    /// Who acts or asks to act for an establishment, the first to ask first.
    public func people(
        of siret: SIRET
    ) throws(StorageError) -> [(account: AccountID, state: Membership.State)] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                "SELECT account_id, state FROM membership WHERE siret = ?1 ORDER BY created_at, account_id",
                siret.description
            ) { row throws(SQLiteError) in
                (try row.accountID(0), try row.parsed(1, Membership.State.init(rawValue:)))
            }
        }
    }

    /// The offers of an establishment that are published, by number: those written on this site, and those that came from
    /// elsewhere with its number.
    public func published(
        for siret: SIRET, limit: Int
    ) throws(StorageError) -> (own: [Posting], others: [OfferID]) {
        let own = try reading { () throws(SQLiteError) in
            try connection.all(
                "SELECT id FROM posting WHERE siret = ?1 AND status = 'published' ORDER BY id LIMIT ?2",
                siret.description, limit
            ) { row throws(SQLiteError) in PostingID(rawValue: try row.int64(0)) }
        }
        let others = try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT id FROM offer WHERE siret = ?1 AND status = 'published' AND source <> 'emploi-allier'
                ORDER BY id LIMIT ?2
                """, siret.description, limit
            ) { row throws(SQLiteError) in try row.offerID(0) }
        }
        var postings: [Posting] = []
        for id in own {
            if let posting = try posting(id) { postings.append(posting) }
        }
        return (postings, others)
    }

    /// The offers written for an establishment that were handed in, the last changed first.
    public func handedIn(for siret: SIRET, limit: Int) throws(StorageError) -> [OfferID] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT offer_id FROM posting WHERE siret = ?1 AND offer_id IS NOT NULL
                ORDER BY changed_at DESC, id DESC LIMIT ?2
                """, siret.description, limit
            ) { row throws(SQLiteError) in try row.offerID(0) }
        }
    }
}
