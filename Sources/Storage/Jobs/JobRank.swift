import Feeds
import Recruitment
internal import SQLite

/// Which of several offers of one job is shown: the employer's own posting before a partner's, that before an aggregator's, and
/// France Travail's copy last, since it may not be passed on.
enum JobRank {
    static let own = 0
    static let partner = 1
    static let aggregator = 2
    static let unshared = 3

    private static let aggregators: Set<SourceKind> = [
        .feed(.indeed), .feed(.jooble), .feed(.helloWork), .feed(.meteojob), .feed(.apec),
    ]

    static func of(_ source: SourceName, _ connection: Connection) throws(SQLiteError) -> Int {
        if source == .ownSite { return own }
        if source == .franceTravail { return unshared }
        let kind =
            try connection.first("SELECT kind FROM feed_source WHERE name = ?1", source.description) {
                row throws(SQLiteError) in SourceKind(rawValue: try row.text(0))
            } ?? nil
        return kind.map(aggregators.contains) ?? false ? aggregator : partner
    }
}
