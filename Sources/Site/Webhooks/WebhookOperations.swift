import HTTPTypes
import Recruitment
import Storage
import Web

extension API {
    static let webhooks = Path("/api/v1/webhooks")
    static let webhook = Path("/api/v1/webhooks/{id}", WebhookID.self)
    static let webhookDeliveries = Path("/api/v1/webhooks/{id}/appels", WebhookID.self)
    static let webhookTest = Path("/api/v1/webhooks/{id}/essai", WebhookID.self)
    static let webhookSecret = Path("/api/v1/webhooks/{id}/secret", WebhookID.self)
    static let webhookResume = Path("/api/v1/webhooks/{id}/reprise", WebhookID.self)
    static let webhookPause = Path("/api/v1/webhooks/{id}/pause", WebhookID.self)
}

/// The operations on a partner's own subscriptions, all with a key of the scope `webhooks`.
enum WebhookOperations {
    private static let access = Access.partner(.webhooks)
    private static let id = APIParameter(
        name: "id", summary: "Numéro de l’abonnement.", values: .whole(1...9_007_199_254_740_991))
    private static let since = APIParameter(
        name: "depuis", summary: "Dernier numéro de changement connu : ce qui le suit est (de nouveau) appelé.",
        values: .whole(0...9_007_199_254_740_991))

    static let all: [APIOperation] = [
        APIOperation(
            "listerAbonnements", API.webhooks, "Lister ses abonnements", access: access,
            content: .json(schema: "Abonnements"), respond: { visit, _ in try visit.webhooks() }),
        APIOperation(
            "creerAbonnement", API.webhooks, "S’abonner à une recherche : être appelé quand ses offres changent",
            method: .post, access: access,
            members: [
                .init(
                    name: "url", summary: "Adresse à appeler, `https://` de préférence, joignable de l’Internet.",
                    values: .form(
                        expression:
                            "[Hh][Tt][Tt][Pp][Ss]?://(?:[A-Za-z0-9._-]+|\\[[^/?#@]*\\])(?::[0-9]+)?(?:[/?][!$%&'()*+,./0-9:;=?A-Z\\[\\]_a-z~-]*)?",
                        example: "https://partenaire.example/emploi", accepts: { WebhookURL($0) != nil }),
                    isRequired: true),
                .init(
                    name: "recherche",
                    summary:
                        "Paramètres de `/api/v1/offres`, sans ceux de page, de tri et de date ; toutes les offres sinon.",
                    values: .text(longest: Webhook.longestSearch)),
                .init(
                    name: "courriel", summary: "Qui prévenir si les appels sont suspendus.",
                    values: .form(
                        expression: "[^@ ]+@[^@ ]+", example: "flux@partenaire.example",
                        accepts: { EmailAddress($0) != nil })), since,
            ],
            success: .created, content: .json(schema: "Abonnement"), outcomes: [.conflict],
            respond: { visit, query in try visit.addWebhook(query) }
        ).linked(
            .init("lireAbonnement", ("id", "$response.body#/id")), .init("listerAppels", ("id", "$response.body#/id")),
            .init("essayerAbonnement", ("id", "$response.body#/id")),
            .init("changerSecret", ("id", "$response.body#/id")),
            .init("suspendreAbonnement", ("id", "$response.body#/id")),
            .init("reprendreAbonnement", ("id", "$response.body#/id")),
            .init("supprimerAbonnement", ("id", "$response.body#/id"))),
        APIOperation(
            "lireAbonnement", API.webhook, "Lire un abonnement", access: access, place: id,
            content: .json(schema: "Abonnement"),
            respond: { visit, _, id in try visit.webhook(id) }),
        APIOperation(
            "supprimerAbonnement", API.webhook, "Finir un abonnement", method: .delete, access: access, place: id,
            success: .noContent, content: .nothing,
            respond: { visit, _, id in try visit.removeWebhook(id) }),
        APIOperation(
            "listerAppels", API.webhookDeliveries, "Lire le journal des appels, le dernier d’abord", access: access,
            place: id,
            parameters: [
                .init(name: "limite", summary: "Appels au plus, 50 sinon.", values: .whole(1...Webhook.callsKept))
            ], content: .json(schema: "Appels"),
            respond: { visit, query, id in try visit.webhookDeliveries(id, query) }),
        APIOperation(
            "essayerAbonnement", API.webhookTest, "Demander un appel d’essai", method: .post, access: access, place: id,
            success: .accepted, content: .json(schema: "Abonnement"),
            respond: { visit, _, id in try visit.testWebhook(id) }),
        APIOperation(
            "changerSecret", API.webhookSecret, "Changer de secret ; l’ancien signe aussi pendant un jour",
            method: .post, access: access, place: id, content: .json(schema: "Abonnement"),
            respond: { visit, _, id in try visit.renewWebhookSecret(id) }),
        APIOperation(
            "suspendreAbonnement", API.webhookPause, "Suspendre les appels", method: .post, access: access, place: id,
            content: .json(schema: "Abonnement"),
            respond: { visit, _, id in try visit.pauseWebhook(id) }),
        APIOperation(
            "reprendreAbonnement", API.webhookResume, "Reprendre les appels, ou tout rappeler depuis un numéro",
            method: .post, access: access, place: id, members: [since], content: .json(schema: "Abonnement"),
            outcomes: [.gone], respond: { visit, query, id in try visit.resumeWebhook(id, query) }),
    ]
}
