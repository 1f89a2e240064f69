import HTML
import Recruitment
import Storage
import Web

/// For administrators: one subscription, its calls, and what can be done about it.
struct WebhookPage {
    enum Field {
        static let action = "faire"
        static let since = "depuis"
    }

    enum Action: String {
        case test = "essayer"
        case pause = "suspendre"
        case resume = "reprendre"
        case replay = "rappeler"
        case renewSecret = "secret"
        case end = "finir"
    }

    let item: WebhooksPage.Item
    let latest: Int64
    let deliveries: [WebhookDelivery]
    let events: [LoggedEvent]
    let names: [AccountID: String]
    var since = ""
    var problems = FormProblems()
    /// In hexadecimal, this once.
    var freshSecret: String?
    let seal: FormSeal

    private var webhook: Webhook { item.webhook }

    static func title(_ webhook: Webhook) -> String { "\(webhook.partnerName), abonnement \(webhook.id)" }

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a> › \
        <a href="\(Paths.webhooks.link())">Abonnements</a></nav>
        <h1>\(Self.title(webhook)) \(WebhooksPage.badge(item))</h1>
        \(freshSecret.map(Self.shown))\
        \(problems.summary)\
        \(webhook.pausedReason.map { "<p>Suspendu : \($0)</p>\n" } as HTML?)\
        <dl>
        \(each: about, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
        <form action="\(link)" method="post" class="apply">
        \(seal.html)\
        \(button(.test, "Faire un appel d’essai"))\
        \(webhook.pausedReason == nil ? button(.pause, "Suspendre") : button(.resume, "Reprendre"))\
        \(button(.renewSecret, "Changer le secret"))\
        \(button(.end, "Finir l’abonnement"))</form>
        <h2>Rappeler</h2>
        <form action="\(link)" method="post">
        \(seal.html)\
        \(FormField(
            name: Field.since, label: "À partir du changement numéro", value: since,
            hint: "Tout ce qui le suit est appelé de nouveau. Le dernier numéro est \(latest) ; le partenaire en est à \(webhook.position).",
            autocomplete: "off", inputMode: "numeric"
        ).html(problems))\
        \(button(.replay, "Rappeler"))</form>
        <h2>Derniers appels</h2>
        \(calls)\
        \(HistoryView(events: events, names: names).html)\
        </div>
        """
    }

    private var link: String { Paths.webhook.link(webhook.id) }

    private func button(_ action: Action, _ label: String) -> HTML {
        "<button class=\"button quiet\" name=\"\(Field.action)\" value=\"\(action.rawValue)\">\(label)</button>\n"
    }

    private static func shown(_ secret: String) -> HTML {
        """
        <div class="notice" role="status">
        <h2>Nouveau secret</h2>
        <p>Donnez-le au partenaire maintenant : il ne sera plus affiché. L’ancien signe aussi pendant un jour.</p>
        <p><code>\(secret)</code></p>
        </div>

        """
    }

    private var about: [(String, String)] {
        [
            ("Recherche", item.search), ("Paramètres", webhook.search.isEmpty ? "aucun" : webhook.search),
            ("Adresse appelée", webhook.url), ("Courriel du partenaire", webhook.email?.description ?? "aucun"),
            ("Dernier appel réussi", item.lastSuccess.map(French.moment) ?? "aucun"),
            ("Échecs depuis", French.number(webhook.failures)),
            (
                "Prochain essai",
                webhook.failures > 0 && webhook.pausedReason == nil ? French.moment(webhook.dueAt) : "aucun"
            ),
            ("Changements à appeler", French.number(Int(max(0, latest - webhook.position)))),
            ("Créé le", French.moment(webhook.createdAt)),
        ]
    }

    private var calls: HTML {
        guard !deliveries.isEmpty else { return "<p>Aucun appel.</p>\n" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="Derniers appels">
            <table>
            <caption class="visually-hidden">Derniers appels, le plus récent d’abord</caption>
            <thead><tr><th scope="col">Quand</th><th scope="col">Résultat</th><th scope="col">Offres</th>\
            <th scope="col">Changements</th><th scope="col">Essai</th><th scope="col">Durée</th></tr></thead>
            <tbody>
            \(each: deliveries, { call in
                """
                <tr><th scope="row">\(French.moment(call.begunAt))</th><td>\(Self.outcome(call))\
                \(call.nextAt.map { "<br><span class=\"hint\">de nouveau le \(French.moment($0))</span>" } as HTML?)</td>\
                <td>\(call.kind == .test ? "essai" : French.number(call.events))</td>\
                <td>\(call.kind == .test ? "–" : "\(call.after + 1) à \(call.end)")</td>\
                <td>\(French.number(call.attempt))</td>\
                <td>\(call.milliseconds.map { "\(French.number($0)) ms" } ?? "–")</td></tr>

                """
            })</tbody>
            </table>
            </div>

            """
    }

    private static func outcome(_ call: WebhookDelivery) -> String {
        if let error = call.error { return error }
        if let status = call.status { return "arrivé (\(status))" }
        return "en cours, ou interrompu"
    }
}
