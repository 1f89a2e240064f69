import Recruitment
import Search
import Storage
import Web

/// JSON Schemas of the API's answers, by the names that the description gives them.
enum APISchemas {
    static let all: [JSONValue.Member] = [
        .init(name: "Offre", value: OfferMembers.schema),
        .init(name: "Recherche", value: search),
        .init(name: "Changements", value: changes),
        .init(name: "LigneInstantane", value: line),
        .init(
            name: "Suggestions",
            value: object([
                "suggestions": list(
                    object([
                        "type": choice(Suggestion.Kind.allCases.map(\.rawValue)), "texte": text, "code": text,
                        "offres": count,
                    ]))
            ])),
        .init(
            name: "Referentiels",
            value: object(["referentiels": list(object(["nom": text, "libelle": text, "url": text]))])),
        .init(name: "Referentiel", value: referenceTable),
        .init(name: "Licence", value: object(["nom": text, "url": text, "attribution": text])),
        .init(name: "Abonnement", value: subscription),
        .init(name: "Abonnements", value: object(["abonnements": list(reference("Abonnement"))])),
        .init(name: "Appels", value: object(["appels": list(call)])),
        .init(name: "OffreDeposee", value: handedIn),
        .init(name: "Depot", value: deposit),
        .init(name: "Depots", value: deposits),
        .init(name: "Probleme", value: problem),
        .init(name: "Objet", value: ["type": "object"]),
    ]

    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    private static let text: JSONValue = ["type": "string"]
    private static let textOrNull: JSONValue = ["type": ["string", "null"]]
    private static let count: JSONValue = ["type": "integer", "minimum": 0]
    private static let date: JSONValue = ["type": "string", "format": "date-time"]

    private static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    private static func choice(_ codes: [String]) -> JSONValue {
        ["type": "string", "enum": .array(codes.map { .string($0) })]
    }

    /// An object of these members and no other, all there unless they are `optional`.
    private static func object(_ members: JSONValue, optional: Set<String> = []) -> JSONValue {
        guard case .object(let list) = members else { return members }
        let required = list.map(\.name).filter { !optional.contains($0) }
        return [
            "type": "object", "required": .array(required.map { .string($0) }), "properties": members,
            "additionalProperties": false,
        ]
    }

    private static let search: JSONValue = object(
        [
            "total": count, "postes": count, "elements": list(reference("Offre")), "curseur": textOrNull,
            "facettes": [
                "type": "object",
                "additionalProperties": list(object(["code": text, "libelle": text, "offres": count])),
            ],
            "recherche_comprise": object([
                "notions": list(
                    object([
                        "type": choice(UnderstoodConcept.Kind.allCases.map(\.rawValue)), "libelle": text,
                        "codes": list(text), "sans": text,
                    ])), "texte_corrige": textOrNull,
                "lieux_ambigus": list(object(["texte": text, "codes": list(text)])), "laisse_de_cote": list(text),
            ]), "liens": object(["soi": text, "suivant": textOrNull, "page": text]), "licence": reference("Licence"),
        ], optional: ["facettes"])

    private static let changes: JSONValue = object([
        "depuis": count, "jusqu_a": count, "derniere": count,
        "changements": list(
            object(
                [
                    "sequence": count, "type": choice(ChangeKind.codes), "date": date, "code": text,
                    "statut": choice(OfferStatus.allCases.map(\.code)), "motif": textOrNull,
                    "offre": ["anyOf": [reference("Offre"), ["type": "null"]]],
                ], optional: ["date", "code", "statut", "motif", "offre"])),
        "liens": object(["suite": text, "instantane": text]), "licence": reference("Licence"),
    ])

    /// docs/offre.schema.json has the whole.
    private static let handedIn: JSONValue = [
        "type": "object", "required": ["titre", "contrat", "date_publication"],
        "properties": [
            "id": text, "titre": text, "description": textOrNull,
            "contrat": choice(ContractType.allCases.map(\.rawValue)), "commune_insee": textOrNull,
            "commune": textOrNull, "code_postal": textOrNull, "employeur": textOrNull, "siret": textOrNull,
            "rome": textOrNull, "salaire_min": ["type": ["number", "null"]],
            "salaire_max": ["type": ["number", "null"]], "salaire_periode": textOrNull, "postes": ["type": "integer"],
            "date_publication": date, "date_limite": ["type": ["string", "null"], "format": "date"],
            "url": textOrNull,
        ],
    ]

    private static let deposit: JSONValue = object([
        "source": text, "id": text, "resultat": textOrNull, "code": text,
        "statut": choice(OfferStatus.allCases.map(\.code)), "url": text,
        "conseils": list(object(["champ": text, "valeur": text, "raison": text])),
    ])

    private static let deposits: JSONValue = object([
        "source": text, "lignes": count, "totaux": ["type": "object", "additionalProperties": count],
        "resultats": list(
            object(
                [
                    "ligne": count, "id": textOrNull, "resultat": choice(DepositItem.codes),
                    "http": ["type": "integer", "enum": [200, 201, 409, 422]], "code": text, "statut": text,
                    "url": text, "source_doublon": text, "champ": text, "valeur": text, "raison": text,
                ], optional: ["code", "statut", "url", "source_doublon", "champ", "valeur", "raison"])),
    ])

    private static let line: JSONValue = [
        "oneOf": [
            object(["debut": object(["sequence": count, "date": date, "licence": reference("Licence")])]),
            reference("Offre"), object(["fin": object(["offres": count])]),
        ]
    ]

    private static let referenceTable: JSONValue = object([
        "nom": choice(ReferenceTableName.allCases.map(\.rawValue)), "libelle": text,
        "elements": list(
            object(
                [
                    "code": text, "libelle": text, "codes_postaux": list(text), "latitude": ["type": "number"],
                    "longitude": ["type": "number"], "population": count, "bassin": textOrNull,
                    "intercommunalite": textOrNull, "departements": list(text), "rome3": text, "domaine": text,
                    "metier": text, "section": text,
                ],
                optional: [
                    "codes_postaux", "latitude", "longitude", "population", "bassin", "intercommunalite",
                    "departements", "rome3",
                    "domaine", "metier", "section",
                ])),
    ])

    private static let dateOrNull: JSONValue = ["type": ["string", "null"], "format": "date-time"]
    private static let countOrNull: JSONValue = ["type": ["integer", "null"], "minimum": 0]

    private static let subscription: JSONValue = object(
        [
            "id": count, "url": text, "recherche": text, "courriel": textOrNull, "etat": choice(["actif", "suspendu"]),
            "motif": textOrNull, "position": count, "echecs": count, "prochain_essai": dateOrNull, "cree_le": date,
            "liens": object(["soi": text, "appels": text]), "secret": text,
        ], optional: ["secret"])

    private static let call: JSONValue = object([
        "appel": text, "type": choice(WebhookDelivery.Kind.allCases.map(\.rawValue)), "depuis": count, "jusqu_a": count,
        "changements": count, "essai": count, "date": date, "duree_ms": countOrNull, "statut": countOrNull,
        "erreur": textOrNull, "prochain_essai": dateOrNull,
    ])

    private static let problem: JSONValue = [
        "type": "object", "required": ["type", "title", "status"],
        "properties": [
            "type": text, "title": text, "status": ["type": "integer"], "detail": text, "instance": text,
            "code": text, "statut": text, "url": text, "source_doublon": text, "instantane": text, "champ": text,
            "valeur": text, "raison": text,
            "parametres": list(
                object([
                    "parametre": text, "valeur": text, "message": text, "acceptes": list(text), "proche": textOrNull,
                ])),
        ],
    ]
}
