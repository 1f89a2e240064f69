import Recruitment
import Web

/// The members of an offer in our JSON, in the order they are written: their JSON Schema and what they mean.
/// The names never change their meaning.
enum OfferMembers {
    struct Member: Sendable {
        let name: String
        let schema: JSONValue
        let summary: String
    }

    static let all: [Member] = [
        .init(name: "code", schema: code, summary: "Référence à six caractères, pour toujours."),
        .init(name: "source", schema: text, summary: "D’où vient l’offre."),
        .init(name: "source_id", schema: text, summary: "Son identifiant là-bas."),
        .init(
            name: "statut", schema: choice(OfferStatus.allCases.map(\.code)), summary: "« publiee » : on peut postuler."
        ),
        .init(name: "rediffusion", schema: flag, summary: "Faux : la licence de la source interdit de la rediffuser."),
        .init(name: "titre", schema: text, summary: "Intitulé du poste."),
        .init(name: "employeur", schema: orNull("string"), summary: "Absent d’une offre anonyme."),
        .init(name: "siret", schema: orNull("string"), summary: "Quatorze chiffres."),
        .init(name: "naf", schema: orNull("string"), summary: "Activité de l’employeur : `43.32A`."),
        .init(name: "rome", schema: orNull("string"), summary: "Code ROME du métier."),
        .init(name: "appellation", schema: orNull("string"), summary: "Appellation du ROME."),
        .init(name: "appellation_ogr", schema: orNull("string"), summary: "Son code OGR."),
        .init(name: "lieu", schema: text, summary: "Commune, ou département si l’offre n’en dit pas plus."),
        .init(name: "commune_insee", schema: orNull("string"), summary: "Code Insee."),
        .init(name: "code_postal", schema: orNull("string"), summary: "Cinq chiffres."),
        .init(name: "departement", schema: orNull("string"), summary: "`03`."),
        .init(name: "latitude", schema: orNull("number"), summary: "WGS 84, au centre de la commune s’il le faut."),
        .init(name: "longitude", schema: orNull("number"), summary: "WGS 84."),
        .init(name: "distance_km", schema: orNull("number"), summary: "Depuis la commune cherchée ; absent sans elle."),
        .init(name: "contrat", schema: choice(ContractType.allCases.map(\.rawValue)), summary: "Type de contrat."),
        .init(name: "contrat_libelle", schema: text, summary: "Le contrat, en clair."),
        .init(name: "duree_mois", schema: orNull("number"), summary: "Durée d’un contrat qui finit."),
        .init(name: "temps", schema: orNull("string"), summary: "« plein » ou « partiel »."),
        .init(name: "heures_hebdo", schema: orNull("number"), summary: "Heures par semaine."),
        .init(
            name: "horaires", schema: list(choice(WorkSchedule.allCases.map(\.rawValue))),
            summary: "Quand on travaille."),
        .init(name: "salaire", schema: salary, summary: "Brut, chiffré par l’employeur ; nul s’il ne l’est pas."),
        .init(name: "salaire_texte", schema: orNull("string"), summary: "Le salaire dans les mots de l’employeur."),
        .init(
            name: "experience", schema: orNull("string"), summary: "D : débutant accepté ; S : souhaitée ; E : exigée."),
        .init(name: "permis", schema: list(text), summary: "Permis demandés."),
        .init(name: "niveau_formation", schema: orNull("integer"), summary: "Niveau demandé, 0 à 7 (cadre national)."),
        .init(name: "postes", schema: ["type": "integer", "minimum": 1], summary: "Personnes à embaucher."),
        .init(name: "teletravail", schema: flag, summary: "Télétravail possible."),
        .init(name: "accessible_th", schema: flag, summary: "Ouvert aux travailleurs handicapés."),
        .init(
            name: "insertion", schema: list(choice(InsertionMeasure.allCases.map(\.rawValue))),
            summary: "Mesures d’insertion."),
        .init(name: "date_publication", schema: instant, summary: "RFC 3339, UTC."),
        .init(name: "date_mise_a_jour", schema: instant, summary: "Dernier changement ici."),
        .init(
            name: "date_limite", schema: ["type": "string", "format": "date"],
            summary: "Dernier jour pour postuler : l’offre est close le lendemain, à minuit à Paris."),
        .init(name: "url_candidature", schema: orNull("string"), summary: "Où postuler, si la source le dit."),
        .init(name: "url", schema: text, summary: "Page de l’offre ici."),
        .init(
            name: "autres_sources", schema: copies,
            summary: "La même offre publiée par d’autres sources, ici : l’offre donnée est la première de toutes."),
        .init(name: "description", schema: text, summary: "Texte sans balises ; courriels masqués."),
    ]

    static let names = all.map(\.name)

    /// What is said of an offer whose source forbids passing it on: enough for a link.
    static let ofLink: Set<String> = [
        "code", "source", "source_id", "statut", "rediffusion", "titre", "lieu", "commune_insee", "distance_km",
        "contrat", "date_publication", "date_mise_a_jour", "date_limite", "url", "autres_sources",
    ]

    /// JSON Schema of an offer. Only what every offer has is required: members can be chosen with `champs`.
    static var schema: JSONValue {
        [
            "type": "object", "required": ["code"],
            "properties": .object(
                all.map { member in
                    guard case .object(let schema) = member.schema else {
                        return .init(name: member.name, value: member.schema)
                    }
                    return .init(
                        name: member.name,
                        value: .object(schema + [.init(name: "description", value: .string(member.summary))]))
                }), "additionalProperties": false,
        ]
    }

    private static let text: JSONValue = ["type": "string"]
    private static let flag: JSONValue = ["type": "boolean"]
    private static let instant: JSONValue = ["type": "string", "format": "date-time"]
    private static let code: JSONValue = ["type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{6}$"]
    private static let salary: JSONValue = [
        "type": ["object", "null"], "required": ["min", "max", "periode", "devise"], "additionalProperties": false,
        "properties": [
            "min": ["type": "number"], "max": ["type": ["number", "null"]],
            "periode": choice(PayPeriod.allCases.map(\.rawValue)), "devise": ["const": "EUR"],
        ],
    ]

    private static let copies: JSONValue = [
        "type": "array",
        "items": [
            "type": "object", "required": ["source", "code", "url"], "additionalProperties": false,
            "properties": ["source": text, "code": code, "url": text],
        ],
    ]

    private static func orNull(_ type: String) -> JSONValue { ["type": [.string(type), "null"]] }

    private static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    private static func choice(_ codes: [String]) -> JSONValue {
        ["type": "string", "enum": .array(codes.map { .string($0) })]
    }
}
