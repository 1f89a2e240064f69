public import Feeds
public import Recruitment
internal import SQLite

/// Reads the sources and what became of their fetches.
public struct FeedSourceStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Every source, by name.
    public func all() throws(StorageError) -> [FeedSource] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.every) { row throws(SQLiteError) in try FeedSource(row) }
        }
    }

    public func source(_ name: SourceName) throws(StorageError) -> FeedSource? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.byName, name.description) { row throws(SQLiteError) in try FeedSource(row) }
        }
    }

    /// Those that wait to be fetched at `now`, the longest waiting first.
    public func due(at now: Instant) throws(StorageError) -> [FeedSource] {
        try all().filter { !$0.settings.isPaused && $0.nextAt <= now }.sorted { $0.nextAt < $1.nextAt }
    }

    /// The last fetches, the newest first.
    public func pulls(of name: SourceName, limit: Int) throws(StorageError) -> [Pull] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.pulls, name.description, limit) { row throws(SQLiteError) in try Pull(row) }
        }
    }

    /// When a fetch last brought, or confirmed, everything.
    public func lastSuccess(of name: SourceName) throws(StorageError) -> Instant? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.lastSuccess, name.description) { row throws(SQLiteError) in
                try row.instantOrNil(0)
            }
                ?? nil
        }
    }

    /// The records that the last fetch refused, in their order.
    public func rejects(of name: SourceName) throws(StorageError) -> [SourceReject] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.rejects, name.description) { row throws(SQLiteError) in
                SourceReject(
                    position: try row.int(0), sourceID: try row.textOrNil(1), title: try row.textOrNil(2),
                    field: try row.text(3), value: try row.text(4), reason: try row.text(5))
            }
        }
    }

    /// How many offers of the source are open, and how many wait for an agent's word to be closed.
    public func openCount(of name: SourceName, on today: CalendarDay) throws(StorageError) -> (open: Int, absent: Int) {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.counts, name.description, Int(today.daysSinceEpoch)) { row throws(SQLiteError) in
                (try row.int(0), try row.int(1))
            } ?? (0, 0)
        }
    }

    private static let every: StaticString = """
        SELECT name, kind, label, url, mapping, minutes_between, most_octets, most_seconds, is_whole, is_paused, version,
            next_at, failures, etag, last_modified
        FROM feed_source ORDER BY name
        """
    private static let byName: StaticString = """
        SELECT name, kind, label, url, mapping, minutes_between, most_octets, most_seconds, is_whole, is_paused, version,
            next_at, failures, etag, last_modified
        FROM feed_source WHERE name = ?1
        """
    private static let pulls: StaticString = """
        SELECT id, started_at, ended_at, outcome, added, updated, unchanged, closed, rejected, trouble
        FROM pull WHERE source = ?1 ORDER BY id DESC LIMIT ?2
        """
    private static let lastSuccess: StaticString = """
        SELECT max(ended_at) FROM pull WHERE source = ?1 AND outcome IN ('done', 'unchanged', 'held')
        """
    private static let rejects: StaticString = """
        SELECT position, source_id, title, field, value, reason FROM pull_reject WHERE source = ?1 ORDER BY position
        """
    private static let counts: StaticString = """
        SELECT
            (SELECT count(*) FROM offer WHERE source = ?1 AND status = 'published' AND deadline >= ?2),
            (SELECT count(*) FROM pull_absent JOIN offer ON offer.id = offer_id
             WHERE pull_absent.source = ?1 AND status = 'published' AND deadline >= ?2)
        """
}

extension FeedSource {
    init(_ row: borrowing Row) throws(SQLiteError) {
        name = try row.parsed(0, SourceName.init(_:))
        settings = Settings(
            kind: try row.parsed(1, SourceKind.init(rawValue:)), label: try row.text(2), url: try row.text(3),
            mapping: try row.parsedOrNil(4) { text in
                do { return try FeedMapping(parsing: text) } catch { return nil }
            },
            minutesBetween: try row.int(5), mostMebibytes: try row.int(6) >> 20, mostSeconds: try row.int(7),
            isWhole: try row.bool(8), isPaused: try row.bool(9))
        version = try row.int(10)
        nextAt = try row.instant(11)
        failures = try row.int(12)
        validators = Validators(etag: try row.textOrNil(13), lastModified: try row.textOrNil(14))
    }
}

extension Pull {
    init(_ row: borrowing Row) throws(SQLiteError) {
        id = try row.int64(0)
        startedAt = try row.instant(1)
        endedAt = try row.instantOrNil(2)
        outcome = try row.parsedOrNil(3, Outcome.init(rawValue:))
        var counts = Counts()
        counts.added = try row.int(4)
        counts.updated = try row.int(5)
        counts.unchanged = try row.int(6)
        counts.closed = try row.int(7)
        counts.rejected = try row.int(8)
        self.counts = counts
        trouble = try row.textOrNil(9)
    }
}
