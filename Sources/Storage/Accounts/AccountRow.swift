import Recruitment
internal import SQLite

extension Account {
    /// Eight columns from `first` on: id, kind, email, name, roles, created_at, confirmed_at, disabled_at.
    init(_ row: borrowing Row, from first: Int = 0) throws(SQLiteError) {
        let roles: Set<AgentRole> = try row.codes(first + 4)
        self.init(
            id: try row.accountID(first), kind: roles.isEmpty ? .recruiter : .agent(roles),
            email: try row.parsed(first + 2, EmailAddress.init(_:)), name: try row.text(first + 3),
            createdAt: try row.instant(first + 5), confirmedAt: try row.instantOrNil(first + 6),
            disabledAt: try row.instantOrNil(first + 7))
    }
}

extension Row {
    func accountID(_ column: Int) throws(SQLiteError) -> AccountID { AccountID(rawValue: try int64(column)) }

    func bytesOrNil(_ column: Int) throws(SQLiteError) -> [UInt8]? { isNull(column) ? nil : try bytes(column) }
}
