public import Recruitment
internal import SQLite

/// Which establishments an agent's list shows.
public struct EstablishmentFilter: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Its offers are published before an agent reads them.
        case trusted = "confiance"
        /// Someone waits for an agent to verify that he acts for it.
        case pending = "a-verifier"
        /// Closed in the register.
        case closed = "fermes"
        /// With an offer that is published.
        case hiring = "recrutent"
    }

    /// In the name or the number, in any case of ASCII letters; empty for all.
    public var text: String
    public var kind: Kind?

    public init(text: String = "", kind: Kind? = nil) {
        self.text = text
        self.kind = kind
    }
}

/// One establishment in a list.
public struct EstablishmentSummary: Sendable, Hashable {
    public let siret: SIRET
    /// nil while nobody has said it.
    public let name: String?
    /// Who acts or asks to act for it.
    public let people: Int
    /// Of them, those an agent has not verified.
    public let pending: Int
    /// Offers handed in here, and those of them that are published.
    public let postings: Int
    public let published: Int
    public let isTrusted: Bool
    /// nil while nobody has said it.
    public let isOpen: Bool?
}

extension PostingStore {
    /// Establishments by name.
    public func establishments(
        _ filter: EstablishmentFilter, limit: Int
    ) throws(StorageError) -> [EstablishmentSummary] {
        let text = filter.text.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
        return try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT siret, name, people, pending, postings, published, trusted, open FROM (
                    SELECT siret, name, trusted, open,
                        (SELECT count(*) FROM membership
                            WHERE membership.siret = establishment.siret AND state <> 'refused') AS people,
                        (SELECT count(*) FROM membership
                            WHERE membership.siret = establishment.siret AND state = 'pending') AS pending,
                        (SELECT count(*) FROM posting
                            WHERE posting.siret = establishment.siret AND offer_id IS NOT NULL) AS postings,
                        (SELECT count(*) FROM posting
                            WHERE posting.siret = establishment.siret AND status = 'published') AS published
                    FROM establishment WHERE siret LIKE ?1 ESCAPE '!' OR name LIKE ?1 ESCAPE '!')
                WHERE CASE ?2 WHEN 'confiance' THEN trusted WHEN 'a-verifier' THEN pending > 0 WHEN 'fermes' THEN open = 0
                    WHEN 'recrutent' THEN published > 0 ELSE 1 END
                ORDER BY name, siret LIMIT ?3
                """, "%\(text)%", filter.kind?.rawValue, limit
            ) { row throws(SQLiteError) in
                EstablishmentSummary(
                    siret: try row.parsed(0, SIRET.init(_:)), name: try row.textOrNil(1), people: try row.int(2),
                    pending: try row.int(3), postings: try row.int(4), published: try row.int(5),
                    isTrusted: try row.bool(6), isOpen: try row.intOrNil(7).map { $0 != 0 })
            }
        }
    }

    /// Offers handed in on this site, the last changed first: those that a new one may repeat.
    public func lately(limit: Int) throws(StorageError) -> [OfferID] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT offer_id FROM posting
                WHERE offer_id IS NOT NULL AND status IN ('submitted', 'published', 'changes_requested')
                ORDER BY changed_at DESC LIMIT ?1
                """, limit
            ) { row throws(SQLiteError) in try row.offerID(0) }
        }
    }
}
