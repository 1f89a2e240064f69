import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    /// The subscription of that number, if it is the key holder's own.
    private func ownWebhook(_ id: WebhookID) throws -> Webhook {
        let key = try keyHolder().id
        let webhook = try read { stores throws(StorageError) in try stores.webhooks.webhook(id) }
        guard let webhook, webhook.partnerKey == key else { throw PageError.notFound }
        return webhook
    }

    func webhooks() throws -> Response {
        let key = try keyHolder().id
        let webhooks = try read { stores throws(StorageError) in try stores.webhooks.webhooks(ofKey: key) }
        return apiAnswer(
            JSONText.object { answer in
                answer.array("abonnements") { elements in
                    for webhook in webhooks { elements.object { WebhookJSON(webhook, site.settings).write(to: &$0) } }
                }
            }, lastModified: nil)
    }

    func webhook(_ id: WebhookID) throws -> Response { try answer(try ownWebhook(id)) }

    private func answer(
        _ webhook: Webhook, _ status: HTTPResponse.Status = .ok, secret: [UInt8]? = nil, fields: HTTPFields = [:]
    ) throws -> Response {
        var response = apiAnswer(
            JSONText.object { object in
                WebhookJSON(webhook, site.settings).write(to: &object)
                if let secret { object.member("secret", String(hexadecimal: secret)) }
            }, lastModified: nil, fields: fields)
        if response.status == .ok { response.status = status }
        if request.method != .get { response.keepPrivate() }
        return response
    }

    func addWebhook(_ query: APIQuery) throws -> Response {
        let key = try keyHolder().id
        let search = try WebhookSearch(query["recherche"] ?? "", visit: self)
        guard let url = query["url"].flatMap({ WebhookURL($0) }) else {
            throw APIRefusal(problems: [.init(missing: "url")])
        }
        let webhook = try subscribe(
            key: key, url: url, search: search, email: query["courriel"].flatMap { EmailAddress($0) },
            from: query.number("depuis").map { Int64($0) })
        guard let (webhook, secret) = webhook else {
            throw PageError.conflict("Une clé a \(Webhook.mostOfKey) abonnements au plus.")
        }
        return try answer(webhook, .created, secret: secret, fields: [.location: API.webhook.link(webhook.id)])
    }

    /// Makes a subscription; nil where the key has enough.
    func subscribe(
        key: Int64, url: WebhookURL, search: WebhookSearch, email: EmailAddress?, from position: Int64?
    ) throws -> (Webhook, secret: [UInt8])? {
        let secret = Random.bytes(32)
        // Found after the position was read: what changes meanwhile is told as a change.
        let latest = try read { stores throws(StorageError) in try stores.changes.latest() }
        try board.catchUp()
        let found = Array(search.matches(on: self))
        let (now, text) = (now, search.text)
        return try board.store.writing { writing throws(StorageError) in
            let id = try writing.addWebhook(
                ofKey: key, url: url, search: text, email: email, secret: secret,
                position: min(position ?? latest, latest), found: found, at: now)
            return try id.flatMap { id throws(StorageError) in try writing.stores.webhooks.webhook(id) }
                .map { ($0, secret) }
        }
    }

    func removeWebhook(_ id: WebhookID) throws -> Response {
        let webhook = try ownWebhook(id)
        try board.store.writing { writing throws(StorageError) in try writing.removeWebhook(webhook.id) }
        return Response(status: .noContent)
    }

    func testWebhook(_ id: WebhookID) throws -> Response {
        let webhook = try ownWebhook(id)
        try board.store.writing { writing throws(StorageError) in try writing.testWebhook(webhook.id) }
        return try answer(try ownWebhook(id), .accepted)
    }

    func renewWebhookSecret(_ id: WebhookID) throws -> Response {
        let webhook = try ownWebhook(id)
        let (secret, now) = (Random.bytes(32), now)
        try board.store.writing { writing throws(StorageError) in
            try writing.setSecret(secret, ofWebhook: webhook.id, at: now)
        }
        return try answer(webhook, secret: secret)
    }

    func resumeWebhook(_ id: WebhookID, _ query: APIQuery) throws -> Response {
        let webhook = try ownWebhook(id)
        let position = query.number("depuis").map { Int64($0) }
        if let refusal = try refusal(after: position ?? webhook.position) { return refusal }
        let now = now
        try board.store.writing { writing throws(StorageError) in
            try writing.resumeWebhook(webhook.id, from: position, at: now)
        }
        return try answer(try ownWebhook(id))
    }

    func pauseWebhook(_ id: WebhookID) throws -> Response {
        let webhook = try ownWebhook(id)
        try board.store.writing { writing throws(StorageError) in
            try writing.pauseWebhook(webhook.id, because: "à la demande du partenaire")
        }
        return try answer(try ownWebhook(id))
    }

    func webhookDeliveries(_ id: WebhookID, _ query: APIQuery) throws -> Response {
        let webhook = try ownWebhook(id)
        let limit = query.number("limite") ?? 50
        let deliveries = try read { stores throws(StorageError) in
            try stores.webhooks.deliveries(of: webhook.id, limit: limit)
        }
        return apiAnswer(
            JSONText.object { answer in
                answer.array("appels") { elements in
                    for delivery in deliveries { elements.object { WebhookJSON.write(delivery, to: &$0) } }
                }
            }, lastModified: nil)
    }
}
