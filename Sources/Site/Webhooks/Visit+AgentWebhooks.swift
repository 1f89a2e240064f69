import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    func agentWebhooks() throws -> Response {
        let found = try read { stores throws(StorageError) in
            let valid = try stores.validPartnerKeys()
            var found: [(webhook: Webhook, lastSuccess: Instant?, isKeyValid: Bool)] = []
            for webhook in try stores.webhooks.all(limit: SiteLimits.webhooks) {
                found.append(
                    (webhook, try stores.webhooks.lastSuccess(of: webhook.id), valid.contains(webhook.partnerKey)))
            }
            return found
        }
        return page(
            Layout.Head(title: "Abonnements des partenaires", isIndexed: false, section: .ownSpace),
            WebhooksPage(items: found.map { item($0.webhook, $0.lastSuccess, $0.isKeyValid) }).html)
    }

    func agentWebhook(_ id: WebhookID) throws -> Response { try webhookPage(id) }

    /// What an administrator does to a partner's subscription, on his behalf.
    func actOnWebhook(_ id: WebhookID) throws -> Response {
        let (agent, now) = (LoggedEvent.Actor.account(try account().id), now)
        let known = try read { stores throws(StorageError) in try stores.webhooks.webhook(id) }
        guard let known else { throw PageError.notFound }
        guard let action = WebhookPage.Action(rawValue: field(WebhookPage.Field.action)) else {
            throw PageError.badRequest(reason: "Cette action n’existe pas.")
        }
        var secret: [UInt8]?
        var position: Int64?
        switch action {
        case .renewSecret: secret = Random.bytes(32)
        case .resume, .replay:
            var problems = FormProblems()
            position = action == .replay ? Int64(field(WebhookPage.Field.since)).flatMap { $0 < 0 ? nil : $0 } : nil
            if action == .replay, position == nil {
                problems.add(WebhookPage.Field.since, "Un numéro de changement, comme \(known.position).")
            } else if try refusal(after: position ?? known.position) != nil {
                problems.add(
                    WebhookPage.Field.since,
                    "Ce numéro n’a pas encore été donné, ou date de plus de \(ChangesLimits.daysKept) jours.")
            }
            guard problems.isEmpty else {
                return try webhookPage(
                    id, since: field(WebhookPage.Field.since), problems: problems, status: .unprocessableContent)
            }
        case .test, .pause, .end: break
        }
        let (fresh, from) = (secret, position)
        try write { writing throws(StorageError) in
            switch action {
            case .test: try writing.testWebhook(id)
            case .pause: try writing.pauseWebhook(id, because: "par un agent du Département")
            case .resume, .replay: try writing.resumeWebhook(id, from: from, at: now)
            case .renewSecret: if let fresh { try writing.setSecret(fresh, ofWebhook: id, at: now) }
            case .end: try writing.removeWebhook(id)
            }
            try writing.log(
                LoggedEvent(
                    "abonnement-\(action.rawValue)", on: .partnerKey(known.partnerKey), by: agent,
                    after: from.map { "abonnement \(id), depuis \($0)" } ?? "abonnement \(id)", at: now))
        }
        if let fresh { return try webhookPage(id, secret: String(hexadecimal: fresh)) }
        return .seeOther(action == .end ? Paths.webhooks.link() : Paths.webhook.link(id))
    }

    private func webhookPage(
        _ id: WebhookID, since: String? = nil, problems: FormProblems = FormProblems(), secret: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let facts = try read { stores throws(StorageError) -> WebhookFacts? in
            guard let webhook = try stores.webhooks.webhook(id) else { return nil }
            let events = try stores.events.events(on: .partnerKey(webhook.partnerKey), limit: SiteLimits.events)
            return WebhookFacts(
                webhook: webhook, lastSuccess: try stores.webhooks.lastSuccess(of: id),
                isKeyValid: try stores.validPartnerKeys().contains(webhook.partnerKey),
                latest: try stores.changes.latest(),
                deliveries: try stores.webhooks.deliveries(of: id, limit: SiteLimits.shownCalls), events: events,
                names: try stores.names(in: events))
        }
        guard let facts else { throw PageError.notFound }
        return page(Self.formHead(WebhookPage.title(facts.webhook), problems), status: status) { seal in
            WebhookPage(
                item: item(facts.webhook, facts.lastSuccess, facts.isKeyValid), latest: facts.latest,
                deliveries: facts.deliveries,
                events: facts.events, names: facts.names, since: since ?? "", problems: problems, freshSecret: secret,
                seal: seal
            ).html
        }
    }

    private func item(_ webhook: Webhook, _ lastSuccess: Instant?, _ isKeyValid: Bool) -> WebhooksPage.Item {
        .init(
            webhook: webhook, lastSuccess: lastSuccess, isKeyValid: isKeyValid,
            search: words(ofSearch: webhook.search))
    }

    /// A search's query string in words.
    private func words(ofSearch text: String) -> String {
        var problems: [ParameterProblem] = []
        let items: QueryItems
        do throws(FormError) { items = try QueryItems(query: text) } catch { return text }
        let search = OfferSearch(items, problems: &problems)
        let maker = ResultsMaker(visit: self, search: search)
        var results = ResultsPage.Results(Understanding(search: search, communes: board.reference.communes).place)
        for choice in search.choices.entries where !choice.group.isClosed {
            let group = choice.group
            results.counts[group] = choice.value.map {
                .init(option: .init(group, code: $0, label: maker.label($0, group)), count: 0)
            }
        }
        let words = ResultsPage(search: search, results: results).description
        return words.isEmpty ? "Toutes les offres" : words
    }
}

private struct WebhookFacts: Sendable {
    let webhook: Webhook
    let lastSuccess: Instant?
    let isKeyValid: Bool
    let latest: Int64
    let deliveries: [WebhookDelivery]
    let events: [LoggedEvent]
    let names: [AccountID: String]
}

extension Stores {
    fileprivate func validPartnerKeys() throws(StorageError) -> Set<Int64> {
        Set(try partnerKeys.all().filter(\.isValid).map(\.id))
    }
}
