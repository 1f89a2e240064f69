public import Feeds
public import Recruitment
internal import SQLite

extension Writing {
    /// Notes a file that is whole on the disk, with what it tells. Open tasks on offers that it tells anew are closed.
    /// - Parameter received: the last day whose file was received: those after it are forgotten first. nil for all.
    /// - Returns: false, with nothing written, where there is a file of that day or of a later one.
    public func add(
        _ file: FranceTravailFile, _ movements: [FranceTravailMovement], received: CalendarDay?
    ) throws(StorageError) -> Bool {
        if let received {
            try execute("DELETE FROM france_travail_movement WHERE day > ?1", Int(received.daysSinceEpoch))
            try execute("DELETE FROM france_travail_file WHERE day > ?1", Int(received.daysSinceEpoch))
        }
        if let last = try stores.franceTravail.lastFile(), last.day >= file.day { return false }
        try execute(
            """
            INSERT INTO france_travail_file (day, made_at, path, partial, created, modified, suppressed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, Int(file.day.daysSinceEpoch), file.madeAt.secondsSinceEpoch, file.path, file.partial, file.created,
            file.modified, file.suppressed)
        for movement in movements {
            try execute(
                """
                INSERT INTO france_travail_movement (offer_id, day, movement, fingerprint) VALUES (?1, ?2, ?3, ?4)
                """, Int64(movement.offer.number), Int(file.day.daysSinceEpoch), movement.movement.rawValue,
                movement.fingerprint.map { Int64(bitPattern: $0) })
            try closeTask(.depositRefused, on: .offer(movement.offer), by: .clock, at: file.madeAt)
        }
        return true
    }

    /// Notes that France Travail refused what it was last told of an offer, in the file of `day` where that is given.
    /// - Returns: what it was; nil where nothing was told of the offer, or the refusal is known already.
    public func refuse(
        _ offer: OfferID, in day: CalendarDay?, reason: String
    ) throws(StorageError) -> FranceTravailDeposit.Movement? {
        let told = try reading { () throws(SQLiteError) in
            try transaction.connection.first(
                """
                SELECT day, movement, refusal IS NOT NULL FROM france_travail_movement
                WHERE offer_id = ?1 AND day = coalesce(?2, day) ORDER BY day DESC LIMIT 1
                """, Int64(offer.number), day.map { Int($0.daysSinceEpoch) }
            ) { row throws(SQLiteError) in
                (
                    day: try row.int(0), movement: try row.parsed(1, FranceTravailDeposit.Movement.init(rawValue:)),
                    isKnown: try row.bool(2)
                )
            }
        }
        guard let told, !told.isKnown else { return nil }
        try execute(
            "UPDATE france_travail_movement SET refusal = ?3 WHERE offer_id = ?1 AND day = ?2", Int64(offer.number),
            told.day, reason)
        return told.movement
    }
}
