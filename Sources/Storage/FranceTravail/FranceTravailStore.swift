public import Feeds
public import Recruitment
internal import SQLite

/// Reads what was handed to France Travail.
public struct FranceTravailStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The file of the latest day; nil before the first.
    public func lastFile() throws(StorageError) -> FranceTravailFile? {
        try reading { () throws(SQLiteError) in
            try connection.first(
                """
                SELECT day, made_at, path, partial, created, modified, suppressed FROM france_travail_file
                ORDER BY day DESC LIMIT 1
                """
            ) { row throws(SQLiteError) in
                FranceTravailFile(
                    day: try row.day(0), madeAt: try row.instant(1), path: try row.text(2), partial: try row.text(3),
                    created: try row.int(4), modified: try row.int(5), suppressed: try row.int(6))
            }
        }
    }

    /// What France Travail has of every offer that the files of `day` and before told of; nil for all files.
    public func deposited(until day: CalendarDay?) throws(StorageError) -> [OfferID: DepositedOffer] {
        try reading { () throws(SQLiteError) in
            var offers: [OfferID: DepositedOffer] = [:]
            try connection.forEach(
                """
                SELECT offer_id, movement, fingerprint, refusal IS NOT NULL FROM france_travail_movement
                WHERE day <= ?1 ORDER BY offer_id, day
                """, day.map { Int($0.daysSinceEpoch) } ?? Int(Int32.max)
            ) { row throws(SQLiteError) in
                let movement = try row.parsed(1, FranceTravailDeposit.Movement.init(rawValue:))
                offers[try row.offerID(0), default: DepositedOffer()].follow(
                    movement, fingerprint: try row.int64OrNil(2).map { UInt64(bitPattern: $0) },
                    isRefused: try row.bool(3))
            }
            return offers
        }
    }
}
