import Recruitment
import Storage
import Web

/// What partners' programs may do with the offers of their source.
enum DepositOperations {
    static let deposited = Path("/api/v1/offres/{source}/{id}", SourceName.self, SourceOfferID.self)
    /// The same shape as an offer's address: OpenAPI knows one path for both.
    static let source = Path("/api/v1/offres/{code}", SourceName.self)

    private static let sourcePlace = APIParameter(
        name: "source", summary: "Nom de la source, celui de la clé.", values: sourceValues)
    private static let sourceValues = APIParameter.Values.form(
        expression: "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", example: "mission-locale", accepts: { SourceName($0) != nil })
    private static let identifier = APIParameter(
        name: "id", summary: "Identifiant de l’offre dans la source.",
        values: .text(longest: OfferIdentity.longestSourceID))
    private static let reason = APIParameter(
        name: "motif", summary: "Pourquoi elle ferme ; « retiree » sinon.", values: .choice(["pourvue", "retiree"]))
    private static let repetition = APIParameter(
        name: "doublons",
        summary:
            "Ce que devient une offre nouvelle déjà publiée ici, par une autre source ou sous un autre identifiant : refusée (409, sinon), ou acceptée et montrée avec l’autre.",
        values: .choice(["refuses", "acceptes"]))

    private static func repetition(_ query: APIQuery) -> Deposit.Repetition {
        query[repetition.name] == "acceptes" ? .accepted : .refused
    }

    static let all: [APIOperation] = [
        APIOperation(
            "lireDepot", "Lire l’état d’une offre déposée", places: [sourcePlace, identifier],
            content: .json(schema: "Depot"), outcomes: [],
            route: .get(deposited, access: .partner(.deposit)) { source, id in
                Endpoint { visit in
                    _ = try APIQuery(visit.query, parameters: [])
                    return try visit.readDeposit(source, id)
                }
            }),
        APIOperation(
            "deposerOffre", "Déposer ou changer une offre", places: [sourcePlace, identifier],
            parameters: [repetition],
            body: .init(
                type: .json, summary: "Une offre du format d’échange ; `id` peut y manquer.", schema: "OffreDeposee"),
            content: .json(schema: "Depot"), outcomes: [.created, .conflict, .otherState, .invalid],
            route: .put(deposited, access: .partner(.deposit)) { source, id in
                Endpoint { visit in
                    let query = try APIQuery(visit.query, parameters: [repetition])
                    return try visit.deposit(source, id, repetition: repetition(query))
                }
            }
        ).linked(
            .init("lireDepot", ("source", "$response.body#/source"), ("id", "$response.body#/id")),
            .init("fermerDepot", ("source", "$response.body#/source"), ("id", "$response.body#/id"))),
        APIOperation(
            "fermerDepot", "Fermer une offre déposée", places: [sourcePlace, identifier], parameters: [reason],
            content: .json(schema: "Depot"), outcomes: [.otherState],
            route: .delete(deposited, access: .partner(.deposit)) { source, id in
                Endpoint { visit in
                    let query = try APIQuery(visit.query, parameters: [reason])
                    return try visit.closeDeposit(source, id, isFilled: query["motif"] == "pourvue")
                }
            }),
        APIOperation(
            "deposerOffres", "Déposer beaucoup d’offres, une par ligne",
            places: [.init(name: "code", summary: "Nom de la source, celui de la clé.", values: sourceValues)],
            parameters: [repetition],
            body: .init(
                type: .ndjson,
                summary:
                    "Une offre du format d’échange par ligne, \(DepositLimits.lines) lignes au plus. Chaque ligne a sa réponse.",
                schema: "OffreDeposee"),
            content: .json(schema: "Depots"), outcomes: [],
            route: .post(source, access: .partner(.deposit)) { source in
                Endpoint { visit in
                    let query = try APIQuery(visit.query, parameters: [repetition])
                    return try visit.depositMany(source, repetition: repetition(query))
                }
            }),
    ]
}
