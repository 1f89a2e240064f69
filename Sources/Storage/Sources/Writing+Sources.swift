public import Feeds
public import Recruitment
internal import SQLite

extension Writing {
    /// Adds a source that is fetched for the first time at `nextAt`. False where the name is taken.
    public func addSource(
        _ name: SourceName, _ settings: FeedSource.Settings, nextAt: Instant, by actor: LoggedEvent.Actor,
        at now: Instant
    ) throws(StorageError) -> Bool {
        let added = try execute(
            """
            INSERT INTO feed_source (name, kind, label, url, mapping, minutes_between, most_octets, most_seconds, is_whole,
                is_paused, version, created_at, next_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?12) ON CONFLICT DO NOTHING
            """, name.description, settings.kind.rawValue, settings.label, settings.url, settings.mapping?.text,
            settings.minutesBetween, settings.mostMebibytes << 20, settings.mostSeconds, settings.isWhole,
            settings.isPaused, now.secondsSinceEpoch, nextAt.secondsSinceEpoch)
        guard added == 1 else { return false }
        try log(LoggedEvent("source-ajoutee", on: .source(name), by: actor, after: settings.summary, at: now))
        return true
    }

    /// Changes what agents decide of a source. What its last answer was known by is forgotten, so that the next fetch reads
    /// it by the new rules. False, with nothing written, where it has changed since `source` was read.
    public func change(
        _ source: FeedSource, to settings: FeedSource.Settings, by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) -> Bool {
        let changed = try execute(
            """
            UPDATE feed_source SET kind = ?3, label = ?4, url = ?5, mapping = ?6, minutes_between = ?7, most_octets = ?8,
                most_seconds = ?9, is_whole = ?10, is_paused = ?11, version = version + 1, etag = NULL,
                last_modified = NULL
            WHERE name = ?1 AND version = ?2
            """, source.name.description, source.version, settings.kind.rawValue, settings.label, settings.url,
            settings.mapping?.text, settings.minutesBetween, settings.mostMebibytes << 20, settings.mostSeconds,
            settings.isWhole, settings.isPaused)
        guard changed == 1 else { return false }
        try log(
            LoggedEvent(
                "source-modifiee", on: .source(source.name), by: actor, before: source.settings.summary,
                after: settings.summary, at: now))
        return true
    }

    /// Lets a source be fetched at the next opportunity, paused or not.
    public func fetchSoon(_ name: SourceName, by actor: LoggedEvent.Actor, at now: Instant) throws(StorageError) {
        try execute(
            "UPDATE feed_source SET next_at = ?2, is_paused = 0, version = version + is_paused WHERE name = ?1",
            name.description, now.secondsSinceEpoch)
        try log(LoggedEvent("source-demandee", on: .source(name), by: actor, at: now))
    }

    // MARK: Fetches

    /// Begins a fetch; one that never ended is noted as interrupted. Returns its number.
    public func beginPull(_ name: SourceName, at now: Instant) throws(StorageError) -> Int64 {
        try execute(
            "UPDATE pull SET ended_at = ?2, outcome = 'interrupted' WHERE source = ?1 AND ended_at IS NULL",
            name.description, now.secondsSinceEpoch)
        try execute(
            """
            DELETE FROM pull WHERE source = ?1
                AND id NOT IN (SELECT id FROM pull WHERE source = ?1 ORDER BY id DESC LIMIT 100)
            """, name.description)
        try execute(
            "INSERT INTO pull (source, started_at) VALUES (?1, ?2)", name.description, now.secondsSinceEpoch)
        return lastInsertedRow
    }

    /// Takes in offers of a source, noting the number of each in `seen`.
    public func take(
        _ offers: [Offer], counts: inout Pull.Counts, seen: inout Set<OfferID>, analysis: OfferAnalysis?,
        at now: Instant
    ) throws(StorageError) {
        try reading { () throws(SQLiteError) in
            for offer in offers {
                let known = try OfferWriting.find(offer.identity, transaction.connection)
                let (number, outcome) = try OfferIntake.put(
                    offer, known: known, analysis: analysis, at: now, transaction)
                counts.note(outcome)
                if let id = OfferID(number: number) { seen.insert(id) }
            }
        }
    }

    /// The offer of that identity, where there is one.
    public func number(of identity: OfferIdentity) throws(StorageError) -> OfferID? {
        try stores.offers.deposit(identity)?.id
    }

    /// Offers of the source open on `today`, by number.
    public func open(of name: SourceName, on today: CalendarDay) throws(StorageError) -> [OfferID] {
        try reading { () throws(SQLiteError) in
            try transaction.connection.all(
                "SELECT id FROM offer WHERE source = ?1 AND status = 'published' AND deadline >= ?2 ORDER BY id",
                name.description, Int(today.daysSinceEpoch)
            ) { row throws(SQLiteError) in try row.offerID(0) }
        }
    }

    /// Closes offers that their source no longer holds.
    public func closeAbsent(_ offers: some Sequence<OfferID>, at now: Instant) throws(StorageError) {
        try reading { () throws(SQLiteError) in
            for offer in offers {
                try OfferWriting.close(
                    Int64(offer.number), status: .withdrawn, reason: OfferChange.absentFromSource, at: now, transaction)
            }
        }
    }

    /// Keeps the offers that an agent is asked about, in the place of those before.
    public func setAbsent(_ offers: some Sequence<OfferID>, of name: SourceName) throws(StorageError) {
        try execute("DELETE FROM pull_absent WHERE source = ?1", name.description)
        for offer in offers {
            try execute(
                "INSERT INTO pull_absent (source, offer_id) VALUES (?1, ?2)", name.description, Int64(offer.number))
        }
    }

    /// An agent's answer: closes the offers that were asked about and are open still, or forgets the question. Returns how
    /// many were closed.
    public func answerAbsent(
        _ name: SourceName, close: Bool, on today: CalendarDay, by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) -> Int {
        let asked = try reading { () throws(SQLiteError) in
            try transaction.connection.all(
                """
                SELECT offer_id FROM pull_absent JOIN offer ON offer.id = offer_id
                WHERE pull_absent.source = ?1 AND status = 'published' AND deadline >= ?2
                """, name.description, Int(today.daysSinceEpoch)
            ) { row throws(SQLiteError) in try row.offerID(0) }
        }
        if close { try closeAbsent(asked, at: now) }
        try execute("DELETE FROM pull_absent WHERE source = ?1", name.description)
        try log(
            LoggedEvent(
                close ? "disparition-confirmee" : "disparition-refusee", on: .source(name), by: actor,
                after: String(asked.count), at: now))
        return close ? asked.count : 0
    }

    /// Ends a fetch: its counts, its rejects, what its answer is known by, and when the next is due.
    public func endPull(
        _ id: Int64, of source: FeedSource, _ outcome: Pull.Outcome, counts: Pull.Counts, trouble: String?,
        rejects: [SourceReject]?, validators: FeedSource.Validators?, at now: Instant
    ) throws(StorageError) {
        try execute(
            """
            UPDATE pull SET ended_at = ?2, outcome = ?3, added = ?4, updated = ?5, unchanged = ?6, closed = ?7,
                rejected = ?8, trouble = ?9
            WHERE id = ?1
            """, id, now.secondsSinceEpoch, outcome.rawValue, counts.added, counts.updated, counts.unchanged,
            counts.closed, counts.rejected, trouble)
        if let rejects {
            try execute("DELETE FROM pull_reject WHERE source = ?1", source.name.description)
            for reject in rejects.prefix(Pull.mostRejects) {
                try execute(
                    """
                    INSERT INTO pull_reject (source, position, source_id, title, field, value, reason)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING
                    """, source.name.description, reject.position, reject.sourceID, reject.title, reject.field,
                    reject.value, reject.reason)
            }
        }
        let failures = outcome == .failed ? source.failures + 1 : outcome == .interrupted ? source.failures : 0
        try execute(
            """
            UPDATE feed_source SET failures = ?2, next_at = ?3, etag = CASE WHEN ?4 THEN ?5 ELSE etag END,
                last_modified = CASE WHEN ?4 THEN ?6 ELSE last_modified END
            WHERE name = ?1
            """, source.name.description, failures,
            now.adding(seconds: source.secondsToNext(after: outcome, failures: failures)).secondsSinceEpoch,
            validators != nil, validators?.etag, validators?.lastModified)
    }
}

extension FeedSource {
    /// After a failure sooner than usual, and ever later while they go on.
    func secondsToNext(after outcome: Pull.Outcome, failures: Int) -> Int64 {
        let usual = Int64(settings.minutesBetween) * 60
        switch outcome {
        case .failed: return min(usual, 900 << Int64(min(max(failures - 1, 0), 10)))
        case .interrupted: return 0
        case .done, .unchanged, .held: return usual
        }
    }
}

extension FeedSource.Settings {
    /// For the log.
    var summary: String {
        let mapping = mapping == nil ? "correspondance d’origine" : "correspondance propre"
        return [
            kind.rawValue, url, "\(minutesBetween) min", mapping, isWhole ? "source entière" : "ajouts seuls",
            isPaused ? "en pause" : "active",
        ].joined(separator: " ; ")
    }
}
