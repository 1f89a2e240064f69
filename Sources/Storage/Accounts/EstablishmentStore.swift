public import Recruitment
internal import SQLite

/// Reads establishments and who acts for them.
public struct EstablishmentStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public func establishment(_ siret: SIRET) throws(StorageError) -> Establishment? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT siret, name, activity, address, commune, open, checked_at FROM establishment WHERE siret = ?1
                """, siret.description
            ) { row throws(SQLiteError) in try Establishment(row) }
        }
    }

    /// The establishments a recruiter acts or asks to act for, the first added first.
    public func memberships(of account: AccountID) throws(StorageError) -> [Membership] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT membership.siret, name, activity, address, commune, open, checked_at, account_id, state,
                    membership.created_at, decided_at
                FROM membership JOIN establishment ON establishment.siret = membership.siret
                WHERE account_id = ?1 ORDER BY membership.created_at, membership.siret
                """, account.rawValue
            ) { row throws(SQLiteError) in try Membership(row) }
        }
    }

    /// What agents have to decide, oldest first, of recruiters whose address is proved.
    public func pendingMemberships(limit: Int) throws(StorageError) -> [(membership: Membership, account: Account)] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT membership.siret, establishment.name, activity, address, commune, open, checked_at, account_id, state,
                    membership.created_at, decided_at,
                    account.id, kind, email, account.name, roles, account.created_at, confirmed_at, disabled_at
                FROM membership JOIN establishment ON establishment.siret = membership.siret
                    JOIN account ON account.id = account_id
                WHERE state = 'pending' AND confirmed_at IS NOT NULL AND disabled_at IS NULL
                ORDER BY membership.created_at, membership.siret LIMIT ?1
                """, limit
            ) { row throws(SQLiteError) in (try Membership(row), try Account(row, from: 11)) }
        }
    }

    /// Establishments the register was not asked about since `before`, the longest ago first.
    public func toCheck(askedBefore before: Instant, limit: Int) throws(StorageError) -> [SIRET] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT siret FROM establishment WHERE asked_at IS NULL OR asked_at < ?1
                ORDER BY asked_at NULLS FIRST, siret LIMIT ?2
                """, before.secondsSinceEpoch, limit
            ) { row throws(SQLiteError) in try row.parsed(0, SIRET.init(_:)) }
        }
    }
}

extension Establishment {
    /// Seven columns from the first on.
    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        var facts: Facts?
        if let name = try row.textOrNil(1) {
            facts = Facts(
                name: name, activity: try row.parsedOrNil(2, NAFCode.init(_:)), address: try row.textOrNil(3),
                commune: try row.parsedOrNil(4, INSEECode.init(_:)), isOpen: try row.intOrNil(5) != 0)
        }
        self.init(
            siret: try row.parsed(0, SIRET.init(_:)), facts: facts, checkedAt: try row.instantOrNil(6))
    }
}

extension Membership {
    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        self.init(
            account: try row.accountID(7), establishment: try Establishment(row),
            state: try row.parsed(8, State.init(rawValue:)), createdAt: try row.instant(9),
            decidedAt: try row.instantOrNil(10))
    }
}
