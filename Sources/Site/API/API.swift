import HTTP1
import HTTPTypes
import Recruitment
import Search
import Web

/// The API for programs, version 1.
enum API {
    /// Under which everything of it lies; requests there are counted (``APIGate``).
    static let root = "/api/"

    static let documentation = Path("/api")
    static let description = Path("/api/v1/openapi.json")
    static let offers = Path("/api/v1/offres")
    static let offer = Path("/api/v1/offres/{code}", OfferCode.self)
    static let snapshot = Path("/api/v1/instantane")
    static let changes = Path("/api/v1/changements")
    static let stream = Path("/api/v1/flux")
    static let suggestions = Path("/api/v1/suggestions")
    static let referenceTables = Path("/api/v1/referentiels")
    static let referenceTable = Path("/api/v1/referentiels/{nom}", ReferenceTableName.self)

    static let operations = reading + DepositOperations.all + WebhookOperations.all

    private static let reading: [APIOperation] = [
        APIOperation(
            "chercherOffres", offers, "Chercher des offres",
            parameters: SearchParameters.all, content: .json(schema: "Recherche"),
            outcomes: [.partial, .empty],
            examples: [
                "/api/v1/offres?q=serveur&commune=Vichy&rayon=20", "/api/v1/offres?contrat=CDI&temps=plein&par_page=5",
                "/api/v1/offres?metier=D1106&champs=titre&champs=lieu&facettes=non",
                "/api/v1/offres?codeROME=D1106,D1502&typeContrat=CDI,CDD&range=0-49",
            ],
            respond: { visit, query in try visit.searchOffers(query) }
        ).linked(.init("lireOffre", ("code", "$response.body#/elements/0/code"))),
        APIOperation(
            "lireOffre", offer, "Lire une offre",
            place: .init(
                name: "code", summary: "Référence de l’offre.",
                values: .form(
                    expression: "[0-9A-HJKMNP-TV-Z]{6}", example: "7K2M4P", accepts: { OfferID(code: $0) != nil })),
            content: .json(schema: "Offre"), outcomes: [.gone], examples: [],
            respond: { visit, _, code in try visit.offerJSON(code.id) }),
        APIOperation(
            "instantane", snapshot, "Copier toutes les offres ouvertes, une par ligne",
            content: .lines(schema: "LigneInstantane"), examples: ["/api/v1/instantane"],
            respond: { visit, _ in try visit.snapshot() }),
        APIOperation(
            "changements", changes, "Suivre ce qui a changé depuis un numéro",
            parameters: [
                .init(
                    name: "depuis", summary: "Dernier numéro connu ; 0 pour le début.",
                    values: .whole(0...9_007_199_254_740_991), isRequired: true),
                .init(
                    name: "limite", summary: "Changements au plus, 500 sinon.", values: .whole(1...ChangesLimits.most)),
            ],
            content: .json(schema: "Changements"), outcomes: [.gone],
            examples: ["/api/v1/changements?depuis=0&limite=10"],
            respond: { visit, query in try visit.changes(query) }),
        APIOperation(
            "flux", stream, "Recevoir les changements quand ils arrivent (Server-Sent Events)",
            parameters: [
                .init(
                    name: "depuis",
                    summary: "Dernier numéro connu, sinon l’on commence au présent. `Last-Event-ID` l’emporte.",
                    values: .whole(0...9_007_199_254_740_991)),
                .init(
                    name: "pendant",
                    summary:
                        "Secondes d’écoute, à 15 près ; 0 : ce qui est déjà connu, et rien de plus. Sans fin sinon.",
                    values: .whole(0...86_400)),
            ], content: .events, outcomes: [.gone], respond: { visit, query in try visit.changeStream(query) }),
        APIOperation(
            "suggerer", suggestions, "Compléter ce qu’une personne écrit",
            parameters: [
                .init(
                    name: "q", summary: "Début du texte.", values: .text(longest: SearchLimits.longestText),
                    isRequired: true),
                .init(
                    name: "type", summary: "Ce que l’on cherche ; tout sinon.",
                    values: .choice(Suggestion.Kind.allCases.map(\.rawValue)), isList: true),
                .init(
                    name: "limite", summary: "Suggestions au plus, 10 sinon.",
                    values: .whole(1...SearchLimits.suggestions)),
            ],
            content: .json(schema: "Suggestions"),
            examples: ["/api/v1/suggestions?q=bou", "/api/v1/suggestions?q=vic&type=commune"],
            respond: { visit, query in try visit.suggestions(query) }),
        APIOperation(
            "listerReferentiels", referenceTables, "Lister les référentiels",
            content: .json(schema: "Referentiels"), examples: ["/api/v1/referentiels"],
            respond: { visit, _ in try visit.referenceTables() }),
        APIOperation(
            "lireReferentiel", referenceTable, "Lire un référentiel : codes et libellés",
            place: .init(
                name: "nom", summary: "Nom du référentiel.",
                values: .choice(ReferenceTableName.allCases.map(\.rawValue))),
            content: .json(schema: "Referentiel"),
            examples: ["/api/v1/referentiels/contrats", "/api/v1/referentiels/communes"],
            respond: { visit, _, table in try visit.referenceTable(table) }),
        APIOperation(
            "openapi", description, "Lire cette description de l’API", content: .json(schema: "Objet"),
            examples: ["/api/v1/openapi.json"], respond: { visit, _ in try visit.openAPI() }),
    ]

    /// Octets that a request may bring: methods that no operation has are told so, whatever they bring.
    static func contentLimit(of head: Request) -> Int {
        DepositLimits.content(of: head) ?? (head.method == .get || head.method == .head ? 0 : SiteLimits.apiContent)
    }

    static let routes: [Route<Access, Endpoint>] =
        operations.map(\.route) + [
            .get(documentation, access: .everyone) { Endpoint { visit in visit.apiPage() } }
        ]
}
