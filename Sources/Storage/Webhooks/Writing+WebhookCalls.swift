public import Recruitment
internal import SQLite

extension Writing {
    /// Notes that changes up to `end` do not concern a subscription.
    public func passWebhook(_ webhook: Webhook, to end: Int64) throws(StorageError) {
        try execute(
            "UPDATE webhook SET position = ?2, call = NULL, call_end = NULL WHERE id = ?1 AND position = ?3",
            webhook.id.rawValue, end, webhook.position)
    }

    /// Notes that a call begins, before it does: should nothing more be heard of it, it is made again at `retry` under the
    /// same name. Returns its number in the log.
    public func beginCall(
        _ name: String, of webhook: Webhook, telling batch: WebhookBatch, at now: Instant, retry: Instant
    ) throws(StorageError) -> Int64 {
        try execute(
            "UPDATE webhook SET call = ?2, call_end = ?3, due_at = ?4 WHERE id = ?1", webhook.id.rawValue, name,
            batch.end, retry.secondsSinceEpoch)
        for move in batch.found {
            try execute(
                """
                INSERT INTO webhook_offer (webhook_id, offer_id, found_at) VALUES (?1, ?2, ?3)
                ON CONFLICT (webhook_id, offer_id) DO UPDATE SET found_at = excluded.found_at, left_at = NULL
                """, webhook.id.rawValue, Int64(move.offer.number), move.sequence)
        }
        for move in batch.left {
            try execute(
                "UPDATE webhook_offer SET left_at = ?3 WHERE webhook_id = ?1 AND offer_id = ?2", webhook.id.rawValue,
                Int64(move.offer.number), move.sequence)
        }
        return try log(
            name, of: webhook.id, kind: .changes, after: webhook.position, end: batch.end, events: batch.events,
            attempt: webhook.failures + 1, at: now)
    }

    /// Notes that a test call begins.
    public func beginTest(_ name: String, of webhook: Webhook, at now: Instant) throws(StorageError) -> Int64 {
        try execute("UPDATE webhook SET wants_test = 0 WHERE id = ?1", webhook.id.rawValue)
        return try log(
            name, of: webhook.id, kind: .test, after: webhook.position, end: webhook.position, events: 0, attempt: 1,
            at: now)
    }

    private func log(
        _ name: String, of id: WebhookID, kind: WebhookDelivery.Kind, after: Int64, end: Int64, events: Int,
        attempt: Int, at now: Instant
    ) throws(StorageError) -> Int64 {
        try execute(
            """
            INSERT INTO webhook_delivery (webhook_id, call, kind, after, up_to, events, attempt, begun_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, id.rawValue, name, kind.rawValue, after, end, events, attempt, now.secondsSinceEpoch)
        let delivery = lastInsertedRow
        try execute(
            """
            DELETE FROM webhook_delivery WHERE webhook_id = ?1 AND id <= (
                SELECT id FROM webhook_delivery WHERE webhook_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
            """, id.rawValue, Webhook.callsKept)
        return delivery
    }

    /// Notes what became of a call.
    public func endCall(
        _ delivery: Int64, milliseconds: Int, status: Int?, error: String?, next: Instant?
    ) throws(StorageError) {
        try execute(
            "UPDATE webhook_delivery SET milliseconds = ?2, status = ?3, error = ?4, next_at = ?5 WHERE id = ?1",
            delivery, milliseconds, status, error, next?.secondsSinceEpoch)
    }

    /// The call has arrived: on to what comes after it. Nothing where the subscription was sent back meanwhile.
    public func arrived(_ call: String, of webhook: Webhook, end: Int64, at now: Instant) throws(StorageError) {
        try execute(
            """
            UPDATE webhook SET position = ?3, call = NULL, call_end = NULL, failures = 0, failing_since = NULL, due_at = ?4
            WHERE id = ?1 AND call = ?2
            """, webhook.id.rawValue, call, end, now.secondsSinceEpoch)
    }

    /// The call has failed and is made again at `next`.
    public func failed(_ call: String, of webhook: Webhook, next: Instant, at now: Instant) throws(StorageError) {
        try execute(
            """
            UPDATE webhook SET failures = failures + 1, failing_since = coalesce(failing_since, ?3), due_at = ?4
            WHERE id = ?1 AND call = ?2
            """, webhook.id.rawValue, call, now.secondsSinceEpoch, next.secondsSinceEpoch)
    }
}
