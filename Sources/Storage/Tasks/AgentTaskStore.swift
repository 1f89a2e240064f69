internal import Recruitment
internal import SQLite

/// Reads what the board asks of its agents.
public struct AgentTaskStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public func task(_ id: AgentTaskID) throws(StorageError) -> AgentTask? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                "SELECT id, kind, subject, text, created_at, closed_at, closed_by FROM agent_task WHERE id = ?1",
                id.rawValue
            ) { row throws(SQLiteError) in try AgentTask(row) }
        }
    }

    /// The open ones, the oldest first.
    public func open(limit: Int) throws(StorageError) -> [AgentTask] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT id, kind, subject, text, created_at, closed_at, closed_by FROM agent_task
                WHERE closed_at IS NULL ORDER BY created_at, id LIMIT ?1
                """, limit
            ) { row throws(SQLiteError) in try AgentTask(row) }
        }
    }

    /// The closed ones, the last closed first.
    public func closed(limit: Int) throws(StorageError) -> [AgentTask] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT id, kind, subject, text, created_at, closed_at, closed_by FROM agent_task
                WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT ?1
                """, limit
            ) { row throws(SQLiteError) in try AgentTask(row) }
        }
    }

    public func openCount() throws(StorageError) -> Int {
        try reading { () throws(SQLiteError) in
            try connection.first("SELECT count(*) FROM agent_task WHERE closed_at IS NULL") {
                row throws(SQLiteError) in try row.int(0)
            } ?? 0
        }
    }
}

extension AgentTask {
    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        var closing: Closing?
        if let at = try row.instantOrNil(5) {
            closing = Closing(at: at, by: try row.parsed(6, LoggedEvent.Actor.init(_:)))
        }
        self.init(
            id: AgentTaskID(rawValue: try row.int64(0)), kind: try row.parsed(1, Kind.init(rawValue:)),
            subject: try row.parsed(2, LoggedEvent.Subject.init(_:)), text: try row.text(3),
            createdAt: try row.instant(4), closing: closing)
    }
}
