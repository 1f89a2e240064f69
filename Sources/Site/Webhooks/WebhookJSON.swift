import Recruitment
import Storage
import Web

/// A subscription and its calls as the API tells them.
struct WebhookJSON {
    private let webhook: Webhook
    private let settings: SiteSettings

    init(_ webhook: Webhook, _ settings: SiteSettings) {
        self.webhook = webhook
        self.settings = settings
    }

    func write(to json: inout JSONText.Object) {
        json.member("id", Int(webhook.id.rawValue))
        json.member("url", webhook.url)
        json.member("recherche", webhook.search)
        json.member("courriel", webhook.email?.description)
        json.member("etat", webhook.pausedReason == nil ? "actif" : "suspendu")
        json.member("motif", webhook.pausedReason)
        json.member("position", Int(webhook.position))
        json.member("echecs", webhook.failures)
        json.member("prochain_essai", webhook.failures > 0 ? webhook.dueAt.description : nil)
        json.member("cree_le", webhook.createdAt.description)
        json.object("liens") { links in
            links.member("soi", settings.baseURL + API.webhook.link(webhook.id))
            links.member("appels", settings.baseURL + API.webhookDeliveries.link(webhook.id))
        }
    }

    static func write(_ delivery: WebhookDelivery, to json: inout JSONText.Object) {
        json.member("appel", delivery.call)
        json.member("type", delivery.kind.rawValue)
        json.member("depuis", Int(delivery.after))
        json.member("jusqu_a", Int(delivery.end))
        json.member("changements", delivery.events)
        json.member("essai", delivery.attempt)
        json.member("date", delivery.begunAt.description)
        json.member("duree_ms", delivery.milliseconds)
        json.member("statut", delivery.status)
        json.member("erreur", delivery.error)
        json.member("prochain_essai", delivery.nextAt?.description)
    }
}
