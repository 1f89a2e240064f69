public import Recruitment
internal import SQLite

extension Writing {
    /// Puts a mail into the outbox: it goes out if and only if this transaction is kept. Returns false, with nothing
    /// written, where one of its key is there already.
    @discardableResult
    public func add(_ mail: OutgoingMail, at now: Instant) throws(StorageError) -> Bool {
        try put(mail, state: "waiting", text: mail.text, html: mail.html, closedAt: nil, at: now)
    }

    /// Writes as much as `add` does, without ever sending it: for an address without account, so that the answer takes
    /// as long as for one with.
    public func addDiscarded(_ mail: OutgoingMail, at now: Instant) throws(StorageError) {
        try put(mail, state: "discarded", text: "", html: "", closedAt: now, at: now)
    }

    @discardableResult
    private func put(
        _ mail: OutgoingMail, state: String, text: String, html: String, closedAt: Instant?, at now: Instant
    ) throws(StorageError) -> Bool {
        try execute(
            """
            INSERT INTO outbox (key, message, recipient, recipient_name, subject, text, html, state, created_at, due_at,
                expires_at, closed_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11) ON CONFLICT (key) DO NOTHING
            """, mail.key, mail.message, mail.recipient.description, mail.recipientName, mail.subject, text, html,
            state,
            now.secondsSinceEpoch, mail.expiresAt?.secondsSinceEpoch, closedAt?.secondsSinceEpoch) == 1
    }

    /// Notes that a try begins, before it does: it is due again at `retry` should nothing more be heard of it.
    public func noteAttempt(_ mail: QueuedMail, retry: Instant) throws(StorageError) {
        try execute(
            "UPDATE outbox SET attempts = attempts + 1, due_at = ?2 WHERE id = ?1 AND state = 'waiting'", mail.id,
            retry.secondsSinceEpoch)
    }

    /// Notes why a try failed.
    public func noteFailure(_ mail: QueuedMail, error: String) throws(StorageError) {
        try execute("UPDATE outbox SET last_error = ?2 WHERE id = ?1", mail.id, error)
    }

    /// Takes back a try that was none: nothing of this mail's own kept it from leaving.
    public func postpone(_ mail: QueuedMail, until due: Instant, error: String) throws(StorageError) {
        try execute(
            """
            UPDATE outbox SET attempts = max(0, attempts - 1), due_at = ?2, last_error = ?3
            WHERE id = ?1 AND state = 'waiting'
            """, mail.id, due.secondsSinceEpoch, error)
    }

    /// Closes a mail and forgets what it said.
    public func close(_ mail: QueuedMail, as end: QueuedMail.End, at now: Instant) throws(StorageError) {
        try execute(
            """
            UPDATE outbox SET state = ?2, closed_at = ?3, text = '', html = '' WHERE id = ?1 AND state = 'waiting'
            """, mail.id, end.rawValue, now.secondsSinceEpoch)
    }

    /// Deletes what was closed before `before` and has no key that must be remembered.
    public func sweepOutbox(closedBefore before: Instant) throws(StorageError) {
        try execute("DELETE FROM outbox WHERE closed_at < ?1 AND key IS NULL", before.secondsSinceEpoch)
    }
}
