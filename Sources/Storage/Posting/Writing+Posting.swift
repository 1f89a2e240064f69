public import Recruitment
internal import SQLite

extension Writing {
    /// Begins a draft, with its line in the log.
    public func addPosting(
        for siret: SIRET, by author: AccountID, title: String, fields: String, deadline: CalendarDay, at now: Instant
    ) throws(StorageError) -> PostingID {
        try execute(
            """
            INSERT INTO posting (siret, author, version, status, title, fields, created_at, changed_at, deadline)
            VALUES (?1, ?2, 1, 'draft', ?3, ?4, ?5, ?5, ?6)
            """, siret.description, author.rawValue, title, fields, now.secondsSinceEpoch, Int(deadline.daysSinceEpoch))
        let id = PostingID(rawValue: lastInsertedRow)
        try log(LoggedEvent("brouillon", on: .posting(id), by: .account(author), after: title, at: now))
        return id
    }

    /// Keeps what was typed; readers see nothing of it. False, with nothing written, where the posting has changed since
    /// `posting` was read.
    public func save(
        _ posting: Posting, siret: SIRET, title: String, fields: String, at now: Instant
    ) throws(StorageError) -> Bool {
        try execute(
            """
            UPDATE posting SET version = version + 1, siret = ?3, title = ?4, fields = ?5, changed_at = ?6
            WHERE id = ?1 AND version = ?2
            """, posting.id.rawValue, posting.version, siret.description, title, fields, now.secondsSinceEpoch) == 1
    }

    /// Deletes a draft that was never handed in; its history stays. False where it has changed since, or was handed in.
    public func delete(_ posting: Posting, by account: AccountID, at now: Instant) throws(StorageError) -> Bool {
        let deleted = try execute(
            "DELETE FROM posting WHERE id = ?1 AND version = ?2 AND offer_id IS NULL", posting.id.rawValue,
            posting.version)
        guard deleted == 1 else { return false }
        try log(
            LoggedEvent("suppression", on: .posting(posting.id), by: .account(account), before: posting.title, at: now))
        return true
    }

    /// Brings a posting from where it stood to `next`: the posting, its offer as readers see it (anew where `offer` is
    /// given), the table of changes and the log, all or nothing. nil, with nothing written, where the posting has changed
    /// since `posting` was read.
    ///
    /// `fields` take the place of what was typed, `revision` of the change that waits, where one does in `next`; `details` go
    /// to the log after the status.
    public func move(
        _ posting: Posting, to next: OfferLifecycle, offer: Offer?, fields: String? = nil, revision: String? = nil,
        action: String, details: String? = nil, by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) -> OfferID? {
        let id = try put(posting, offer: offer, status: next.status, at: now)
        guard let id else { return nil }
        let waitsSince = next.status == .submitted ? (posting.submittedAt ?? now) : nil
        let moved = try execute(
            """
            UPDATE posting SET version = version + 1, offer_id = ?3, status = ?4, deadline = ?5, published_at = ?6,
                confirmed_at = ?7, asked_at = ?8, closed_at = ?9, outcome = ?10, submitted_at = ?11, changed_at = ?12,
                fields = coalesce(?13, fields), starts_on = ?14, accepted_at = ?15, revised_at = ?16,
                revision = CASE WHEN ?16 IS NULL THEN NULL ELSE coalesce(?17, revision) END
            WHERE id = ?1 AND version = ?2
            """, posting.id.rawValue, posting.version, Int64(id.number), next.status.rawValue,
            Int(next.deadline.daysSinceEpoch), next.publishedAt?.secondsSinceEpoch,
            next.confirmedAt?.secondsSinceEpoch, next.askedAt?.secondsSinceEpoch, next.closedAt?.secondsSinceEpoch,
            next.outcome?.code, waitsSince?.secondsSinceEpoch, now.secondsSinceEpoch, fields,
            next.startsOn.map { Int($0.daysSinceEpoch) }, next.acceptedAt?.secondsSinceEpoch,
            next.revisedAt?.secondsSinceEpoch, revision)
        guard moved == 1 else { return nil }
        let after = [next.status.code, details].compactMap { $0 }.joined(separator: " ; ")
        try log(
            LoggedEvent(
                action, on: .posting(posting.id), by: actor, before: posting.status.code, after: after, at: now))
        // Readers see nothing of a confirmation, nor of a change that waits.
        let isSeen =
            offer != nil || next.status != posting.status || next.deadline != posting.lifecycle.deadline
            || next.publishedAt != posting.lifecycle.publishedAt
        guard isSeen else { return id }
        try execute(
            """
            UPDATE offer SET status = ?2, deadline = ?3, published_at = coalesce(?4, published_at), closed_at = ?5,
                closed_reason = ?6, updated_at = max(updated_at, coalesce(?4, published_at)),
                changed_at = max(changed_at, ?7)
            WHERE id = ?1
            """, Int64(id.number), next.status.rawValue, Int(next.deadline.daysSinceEpoch),
            next.publishedAt?.secondsSinceEpoch, next.closedAt?.secondsSinceEpoch,
            next.closedAt == nil ? nil : action, now.secondsSinceEpoch)
        try noteChange(of: id, from: posting, to: next, action: action, at: now)
        return id
    }

    /// The offer's number: of the one written anew, or of the one there is. nil where the posting has changed since.
    private func put(
        _ posting: Posting, offer: Offer?, status: OfferStatus, at now: Instant
    ) throws(StorageError) -> OfferID? {
        guard try stores.postings.posting(posting.id)?.version == posting.version else { return nil }
        guard let offer else { return posting.offer }
        return try reading { () throws(SQLiteError) in
            let known = try OfferWriting.find(offer.identity, transaction.connection)
            let number = try OfferWriting.put(
                offer, digest: OfferDigest(offer).value, status: status, known: known, at: now, transaction)
            try OfferWriting.removeAnalysis(of: number, transaction)
            return OfferID(number: number)
        }
    }

    private func noteChange(
        of id: OfferID, from posting: Posting, to next: OfferLifecycle, action: String, at now: Instant
    ) throws(StorageError) {
        let kind: OfferChange.Kind
        switch (posting.status == .published, next.status == .published) {
        case (true, true): kind = .updated
        case (true, false): kind = .closed
        case (false, true): kind = posting.lifecycle.publishedAt == nil ? .added : .reopened
        // What readers of a closed offer are told has changed.
        case (false, false):
            guard posting.status.hasBeenPublic || next.status.hasBeenPublic, posting.lifecycle.publishedAt != nil else {
                return
            }
            kind = .closed
        }
        try reading { () throws(SQLiteError) in
            try OfferWriting.note(
                kind, Int64(id.number), reason: kind == .closed ? action : nil, at: now, transaction)
        }
    }

    /// Notes that the clock has done its duty; false where it had before.
    public func noteDone(_ key: String, of id: PostingID, at now: Instant) throws(StorageError) -> Bool {
        try execute(
            "INSERT INTO duty_done (posting_id, key, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", id.rawValue, key,
            now.secondsSinceEpoch) == 1
    }

    public func setTrusted(_ isTrusted: Bool, _ siret: SIRET, by agent: AccountID, at now: Instant) throws(StorageError)
    {
        try execute("UPDATE establishment SET trusted = ?2 WHERE siret = ?1", siret.description, isTrusted)
        try log(
            LoggedEvent(
                "confiance", on: .establishment(siret), by: .account(agent), after: isTrusted ? "oui" : "non", at: now))
    }

    // MARK: Reports

    /// The most open reports kept on one offer; later ones say nothing new.
    public static let mostReports = 50

    public func add(_ report: OfferReport, on offer: OfferID) throws(StorageError) {
        guard try stores.postings.reports(on: offer, limit: Self.mostReports).count < Self.mostReports else { return }
        try execute(
            "INSERT INTO report (offer_id, reason, details, at) VALUES (?1, ?2, ?3, ?4)", Int64(offer.number),
            report.reason.rawValue, report.details, report.at.secondsSinceEpoch)
        try log(
            LoggedEvent("signalement", on: .offer(offer), by: .visitor, after: report.reason.rawValue, at: report.at))
    }

    /// Notes that an agent has looked at every open report on an offer.
    public func closeReports(on offer: OfferID, by agent: AccountID, at now: Instant) throws(StorageError) {
        let closed = try execute(
            "UPDATE report SET closed_at = ?2, closed_by = ?3 WHERE offer_id = ?1 AND closed_at IS NULL",
            Int64(offer.number), now.secondsSinceEpoch, agent.rawValue)
        guard closed > 0 else { return }
        try log(
            LoggedEvent(
                "signalements-traites", on: .offer(offer), by: .account(agent), after: String(closed), at: now))
    }

    /// Takes down, or puts up again, an offer that came from elsewhere. False where it does not stand as `from` any more.
    public func moderate(
        _ offer: OfferID, from: OfferStatus, to status: OfferStatus, details: String,
        by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) -> Bool {
        let isPublished = status == .published
        let changed = try execute(
            """
            UPDATE offer SET status = ?3, closed_reason = ?4, closed_at = ?5, changed_at = max(changed_at, ?6)
            WHERE id = ?1 AND status = ?2
            """, Int64(offer.number), from.rawValue, status.rawValue, isPublished ? nil : "moderation",
            isPublished ? nil : now.secondsSinceEpoch, now.secondsSinceEpoch)
        guard changed == 1 else { return false }
        try reading { () throws(SQLiteError) in
            try OfferWriting.note(
                isPublished ? .reopened : .closed, Int64(offer.number), reason: isPublished ? nil : "moderation",
                at: now, transaction)
        }
        try log(
            LoggedEvent(
                isPublished ? "retablissement" : "suspension", on: .offer(offer), by: actor,
                before: from.code, after: details, at: now))
        return true
    }
}
