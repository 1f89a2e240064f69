import Recruitment
internal import SQLite

/// Reads the log of what was done.
public struct EventStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// What was done to `subject`, the newest first.
    public func events(on subject: LoggedEvent.Subject, limit: Int) throws(StorageError) -> [LoggedEvent] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT actor, action, subject, before, after, at FROM event WHERE subject = ?1 ORDER BY id DESC LIMIT ?2
                """, subject.description, limit
            ) { row throws(SQLiteError) in
                LoggedEvent(
                    try row.text(1), on: try row.parsed(2, LoggedEvent.Subject.init(_:)),
                    by: try row.parsed(0, LoggedEvent.Actor.init(_:)), before: try row.textOrNil(3),
                    after: try row.textOrNil(4), at: try row.instant(5))
            }
        }
    }
}

extension Writing {
    public func log(_ event: LoggedEvent) throws(StorageError) {
        try execute(
            "INSERT INTO event (at, actor, action, subject, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            event.at.secondsSinceEpoch, event.actor.description, event.action, event.subject.description, event.before,
            event.after)
    }
}
