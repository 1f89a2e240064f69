import HTTP1
import HTTPTypes
public import Recruitment
public import Storage
import Web

/// Writes the calls of subscriptions: what they say is what the API says.
public struct WebhookComposer: Sendable {
    /// Changes one call takes in at most.
    static let mostChanges = 300

    private let site: Site

    public init(_ site: Site) {
        self.site = site
    }

    /// What comes after a subscription's position, up to the end of the call that has to be made again where there is one.
    /// nil where its search cannot be read any more.
    public func batch(for webhook: Webhook, named call: String, at now: Instant) throws -> WebhookBatch? {
        try site.board.catchUp()
        let visit = Visit(background: site, at: now)
        let search: WebhookSearch
        do { search = try WebhookSearch(webhook.search, visit: visit) } catch is APIRefusal { return nil }
        let (changes, offers, known) = try site.board.store.read(worker: nil) { stores throws(StorageError) in
            var changes = try stores.changes.after(webhook.position, limit: Self.mostChanges)
            if let end = webhook.call?.end { changes.removeAll { $0.sequence > end } }
            let ids = Set(changes.map(\.offer))
            return (changes, try stores.offers.offers(ids), try stores.webhooks.offers(ids, of: webhook.id))
        }
        guard let last = changes.last else {
            let end = webhook.call?.end ?? webhook.position
            return WebhookBatch(end: end, events: 0, body: [], found: [], left: [])
        }
        let events = WebhookEvents(
            changes, offers: Dictionary(offers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            known: known, matches: search.matches(among: Set(changes.map(\.offer)), on: visit), today: visit.today)
        return WebhookBatch(
            end: last.sequence, events: events.events.count,
            body: body(events, of: webhook, named: call, end: last.sequence, visit: visit),
            found: events.found, left: events.left)
    }

    private func body(
        _ events: WebhookEvents, of webhook: Webhook, named call: String, end: Int64, visit: Visit
    ) -> [UInt8] {
        JSONText.object(capacity: 1_024 + events.events.count * 3_072) { body in
            body.member("abonnement", Int(webhook.id.rawValue))
            body.member("appel", call)
            body.member("type", WebhookDelivery.Kind.changes.rawValue)
            body.member("depuis", Int(webhook.position))
            body.member("jusqu_a", Int(end))
            body.array("changements") { elements in
                for event in events.events { elements.object { write(event, to: &$0, visit: visit) } }
            }
            DataLicence.write(site.settings, to: &body)
        }.bytes
    }

    private func write(_ event: WebhookEvents.Event, to json: inout JSONText.Object, visit: Visit) {
        let (posted, today) = (event.posted, visit.today)
        json.member("sequence", Int(event.change.sequence))
        json.member("type", event.kind.rawValue)
        json.member("date", event.change.at.description)
        json.member("code", posted.id.code)
        json.member("statut", posted.effectiveStatus(on: today).code)
        if event.kind == .closed { json.member("motif", event.change.reason) }
        if event.kind == .found || event.kind == .updated {
            json.object("offre") { object in
                OfferJSON(settings: site.settings, posted: posted, today: today, isWhole: true).write(to: &object)
            }
        } else {
            json.member("offre", String?.none)
        }
    }

    /// The content of a test call.
    public func test(of webhook: Webhook, named call: String, at now: Instant) -> [UInt8] {
        JSONText.object { body in
            body.member("abonnement", Int(webhook.id.rawValue))
            body.member("appel", call)
            body.member("type", WebhookDelivery.Kind.test.rawValue)
            body.member("date", now.description)
        }.bytes
    }

    /// Tells the partner that no more calls are made; nil where he left no address.
    public func letter(pausing webhook: Webhook, because reason: String) -> OutgoingMail? {
        guard let email = webhook.email else { return nil }
        return Letter(
            subject: "vos appels sont suspendus",
            pieces: [
                .text(
                    "Les appels de l’abonnement \(webhook.id) de « \(webhook.partnerName) » vers \(webhook.url) sont suspendus : \(reason)"
                ),
                .text(
                    "Rien n’est perdu : ils reprennent où ils en étaient quand vous le demandez (POST \(API.webhookResume.link(webhook.id)))."
                ), .link(action: "Voir comment", url: site.settings.baseURL + API.documentation.link()),
            ]
        ).mail(to: email, settings: site.settings)
    }
}

extension Visit {
    /// No reader's visit: for work that the board does by itself.
    init(background site: Site, at now: Instant) {
        self.init(
            request: Request(method: .get, target: RequestTarget(path: "/", query: nil)), worker: nil, site: site,
            now: now, today: ParisTime.day(at: now), generation: site.generation)
    }
}
