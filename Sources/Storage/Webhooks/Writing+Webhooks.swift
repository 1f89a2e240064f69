public import Recruitment
internal import SQLite

extension Writing {
    /// Subscribes: changes after `position` will be told, of which `found` are the offers that the search finds already.
    /// A test call is made first. Returns its number; nil where the key has ``Webhook/mostOfKey`` already.
    public func addWebhook(
        ofKey key: Int64, url: WebhookURL, search: String, email: EmailAddress?, secret: [UInt8], position: Int64,
        found: [OfferID], at now: Instant
    ) throws(StorageError) -> WebhookID? {
        guard try stores.webhooks.webhooks(ofKey: key).count < Webhook.mostOfKey else { return nil }
        try execute(
            """
            INSERT INTO webhook (partner_key, url, search, email, secret, position, wants_test, due_at, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7)
            """, key, url.description, search, email?.description, secret, position, now.secondsSinceEpoch)
        let id = WebhookID(rawValue: lastInsertedRow)
        for offer in found {
            try execute(
                "INSERT INTO webhook_offer (webhook_id, offer_id, found_at) VALUES (?1, ?2, 0)", id.rawValue,
                Int64(offer.number))
        }
        return id
    }

    /// Ends a subscription; its log goes with it.
    public func removeWebhook(_ id: WebhookID) throws(StorageError) {
        try execute("DELETE FROM webhook_offer WHERE webhook_id = ?1", id.rawValue)
        try execute("DELETE FROM webhook_delivery WHERE webhook_id = ?1", id.rawValue)
        try execute("DELETE FROM webhook WHERE id = ?1", id.rawValue)
    }

    /// Has a test call made at once, be the subscription paused or not.
    public func testWebhook(_ id: WebhookID) throws(StorageError) {
        try execute("UPDATE webhook SET wants_test = 1 WHERE id = ?1", id.rawValue)
    }

    /// Gives it another secret; the one before signs too for ``Webhook/secondsOfOldSecret``.
    public func setSecret(_ secret: [UInt8], ofWebhook id: WebhookID, at now: Instant) throws(StorageError) {
        try execute(
            "UPDATE webhook SET old_secret = secret, old_secret_until = ?3, secret = ?2 WHERE id = ?1", id.rawValue,
            secret, now.secondsSinceEpoch + Webhook.secondsOfOldSecret)
    }

    /// Makes calls again at once, from `position` where it is given: what came after it is told again.
    public func resumeWebhook(_ id: WebhookID, from position: Int64?, at now: Instant) throws(StorageError) {
        try execute(
            """
            UPDATE webhook SET paused_reason = NULL, failures = 0, failing_since = NULL, due_at = ?3,
                position = coalesce(?2, position), call = CASE WHEN ?2 IS NULL THEN call END,
                call_end = CASE WHEN ?2 IS NULL THEN call_end END
            WHERE id = ?1
            """, id.rawValue, position, now.secondsSinceEpoch)
    }

    /// Makes no more calls until it is resumed.
    public func pauseWebhook(_ id: WebhookID, because reason: String) throws(StorageError) {
        try execute("UPDATE webhook SET paused_reason = ?2 WHERE id = ?1", id.rawValue, reason)
    }
}
