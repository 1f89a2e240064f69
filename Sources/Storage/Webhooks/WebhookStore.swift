public import Recruitment
internal import SQLite

/// Reads the partners' subscriptions.
public struct WebhookStore {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    public func webhook(_ id: WebhookID) throws(StorageError) -> Webhook? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.byID, id.rawValue) { row throws(SQLiteError) in try Webhook(row) }
        }
    }

    /// Those of one partner's key, the oldest first.
    public func webhooks(ofKey key: Int64) throws(StorageError) -> [Webhook] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.byKey, key) { row throws(SQLiteError) in try Webhook(row) }
        }
    }

    /// Every one, the oldest first.
    public func all(limit: Int) throws(StorageError) -> [Webhook] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.all, limit) { row throws(SQLiteError) in try Webhook(row) }
        }
    }

    /// The one that has waited the longest to be called: for a test, or with changes it has not been told; nil if none is due.
    public func next(at now: Instant) throws(StorageError) -> Webhook? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.due, now.secondsSinceEpoch) { row throws(SQLiteError) in try Webhook(row) }
        }
    }

    /// The secrets that sign its calls at `now`, the present one first.
    public func secrets(of id: WebhookID, at now: Instant) throws(StorageError) -> [[UInt8]] {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.secrets, id.rawValue, now.secondsSinceEpoch) {
                row throws(SQLiteError) -> [[UInt8]] in
                row.isNull(1) ? [try row.bytes(0)] : [try row.bytes(0), try row.bytes(1)]
            } ?? []
        }
    }

    /// How offers stand to a subscription; those that its search never found are left out.
    public func offers(
        _ ids: some Sequence<OfferID>, of id: WebhookID
    ) throws(StorageError) -> [OfferID: WebhookOffer] {
        var found: [OfferID: WebhookOffer] = [:]
        for offer in ids {
            found[offer] = try reading { () throws(SQLiteError) in
                try connection.first(Self.offer, id.rawValue, Int64(offer.number)) { row throws(SQLiteError) in
                    WebhookOffer(foundAt: try row.int64(0), leftAt: try row.int64OrNil(1))
                }
            }
        }
        return found
    }

    /// Its calls, the newest first.
    public func deliveries(of id: WebhookID, limit: Int) throws(StorageError) -> [WebhookDelivery] {
        try reading { () throws(SQLiteError) in
            try connection.all(Self.deliveries, id.rawValue, limit) { row throws(SQLiteError) in
                WebhookDelivery(
                    id: try row.int64(0), call: try row.text(1),
                    kind: try row.parsed(2, WebhookDelivery.Kind.init(rawValue:)), after: try row.int64(3),
                    end: try row.int64(4), events: try row.int(5), attempt: try row.int(6), begunAt: try row.instant(7),
                    milliseconds: try row.intOrNil(8), status: try row.intOrNil(9), error: try row.textOrNil(10),
                    nextAt: try row.instantOrNil(11))
            }
        }
    }

    /// When a call of it last arrived, as far as the log goes back.
    public func lastSuccess(of id: WebhookID) throws(StorageError) -> Instant? {
        try reading { () throws(SQLiteError) in
            try connection.first(Self.lastSuccess, id.rawValue) { row throws(SQLiteError) in try row.instant(0) }
        }
    }

    private static let byID: StaticString = """
        SELECT webhook.id, partner_key, name, url, search, email, paused_reason, position, call, call_end, failures,
            failing_since, wants_test, due_at, webhook.created_at
        FROM webhook JOIN partner_key ON partner_key.id = partner_key WHERE webhook.id = ?1
        """
    private static let byKey: StaticString = """
        SELECT webhook.id, partner_key, name, url, search, email, paused_reason, position, call, call_end, failures,
            failing_since, wants_test, due_at, webhook.created_at
        FROM webhook JOIN partner_key ON partner_key.id = partner_key WHERE partner_key = ?1 ORDER BY webhook.id
        """
    private static let all: StaticString = """
        SELECT webhook.id, partner_key, name, url, search, email, paused_reason, position, call, call_end, failures,
            failing_since, wants_test, due_at, webhook.created_at
        FROM webhook JOIN partner_key ON partner_key.id = partner_key ORDER BY webhook.id LIMIT ?1
        """
    // A board has few subscriptions: going through all of them costs less than an index that every call would change.
    private static let due: StaticString = """
        SELECT webhook.id, partner_key, name, url, search, email, paused_reason, position, call, call_end, failures,
            failing_since, wants_test, due_at, webhook.created_at
        FROM webhook JOIN partner_key ON partner_key.id = partner_key
        WHERE revoked_at IS NULL AND (wants_test = 1 OR paused_reason IS NULL AND due_at <= ?1
            AND (call IS NOT NULL OR position < (SELECT coalesce(max(sequence), 0) FROM change)))
        ORDER BY wants_test DESC, due_at, webhook.id LIMIT 1
        """
    private static let secrets: StaticString = """
        SELECT secret, CASE WHEN old_secret_until > ?2 THEN old_secret END FROM webhook WHERE id = ?1
        """
    private static let offer: StaticString = """
        SELECT found_at, left_at FROM webhook_offer WHERE webhook_id = ?1 AND offer_id = ?2
        """
    private static let lastSuccess: StaticString = """
        SELECT begun_at FROM webhook_delivery
        WHERE webhook_id = ?1 AND error IS NULL AND status IS NOT NULL ORDER BY id DESC LIMIT 1
        """
    private static let deliveries: StaticString = """
        SELECT id, call, kind, after, up_to, events, attempt, begun_at, milliseconds, status, error, next_at
        FROM webhook_delivery WHERE webhook_id = ?1 ORDER BY id DESC LIMIT ?2
        """
}

extension Webhook {
    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        id = WebhookID(rawValue: try row.int64(0))
        partnerKey = try row.int64(1)
        partnerName = try row.text(2)
        url = try row.text(3)
        search = try row.text(4)
        email = try row.parsedOrNil(5, EmailAddress.init(_:))
        pausedReason = try row.textOrNil(6)
        position = try row.int64(7)
        call = row.isNull(8) ? nil : Call(name: try row.text(8), end: try row.int64(9))
        failures = try row.int(10)
        failingSince = try row.instantOrNil(11)
        wantsTest = try row.bool(12)
        dueAt = try row.instant(13)
        createdAt = try row.instant(14)
    }
}
