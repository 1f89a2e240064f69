public import Recruitment
internal import SQLite

/// Reads which services outside do not answer.
public struct OutsideServiceStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Those that did not answer when they were last asked.
    public func failing() throws(StorageError) -> [OutsideService] {
        try reading { () throws(SQLiteError) in
            try connection.all(
                """
                SELECT name, failing_since, answered_at, error FROM outside_service
                WHERE failing_since IS NOT NULL ORDER BY name
                """
            ) { row throws(SQLiteError) in
                OutsideService(
                    name: try row.parsed(0, OutsideService.Name.init(rawValue:)), failingSince: try row.instant(1),
                    answeredAt: try row.instantOrNil(2), error: try row.text(3))
            }
        }
    }
}

extension Writing {
    /// Notes whether a service answered: `error` is nil where it did.
    public func note(_ service: OutsideService.Name, error: String?, at now: Instant) throws(StorageError) {
        try execute(
            """
            INSERT INTO outside_service (name, answered_at, failing_since, error)
            VALUES (?1, CASE WHEN ?3 IS NULL THEN ?2 END, CASE WHEN ?3 IS NOT NULL THEN ?2 END, ?3)
            ON CONFLICT (name) DO UPDATE SET answered_at = coalesce(excluded.answered_at, answered_at),
                failing_since = CASE WHEN ?3 IS NOT NULL THEN coalesce(failing_since, ?2) END, error = ?3
            """, service.rawValue, now.secondsSinceEpoch, error)
    }
}
