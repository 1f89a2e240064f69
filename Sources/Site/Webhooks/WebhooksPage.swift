import HTML
import Recruitment
import Storage
import Web

/// For administrators: every partner's subscriptions and how they are.
struct WebhooksPage {
    struct Item: Sendable {
        let webhook: Webhook
        let lastSuccess: Instant?
        /// A revoked key ends the calls too.
        let isKeyValid: Bool
        /// The search in words.
        let search: String
    }

    let items: [Item]

    var html: HTML {
        """
        <div class="wrap narrow">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
        <h1>Abonnements des partenaires</h1>
        <p>Les programmes de partenaires que le site appelle quand des offres changent. Un partenaire s’abonne lui-même, avec une \
        <a href="\(Paths.keys.link())">clé</a> qui en a le droit.</p>
        \(if: items.isEmpty, "<p>Aucun abonnement.</p>\n")\
        <ul class="rows">
        \(each: items, { item in
            """
            <li><div><a href="\(Paths.webhook.link(item.webhook.id))">\(item.webhook.partnerName), abonnement \(String(item.webhook.id.rawValue))</a> \
            \(Self.badge(item))<br>
            \(item.search)<br>
            <span class="hint">\(item.webhook.url)</span><br>
            <span class="hint">\(Self.state(item))</span></div></li>

            """
        })</ul>
        </div>
        """
    }

    static func badge(_ item: Item) -> HTML {
        let webhook = item.webhook
        if !item.isKeyValid { return "<span class=\"badge\">clé révoquée</span>" }
        if webhook.pausedReason != nil { return "<span class=\"badge problem\">suspendu</span>" }
        if webhook.failures > 0 { return "<span class=\"badge problem\">en échec</span>" }
        return "<span class=\"badge good\">actif</span>"
    }

    private static func state(_ item: Item) -> String {
        let success = item.lastSuccess.map { "dernier appel réussi le \(French.moment($0))" } ?? "aucun appel réussi"
        guard item.webhook.failures > 0 else { return success }
        return "\(success) ; \(French.count(item.webhook.failures, "échec", "échecs")) depuis"
    }
}
