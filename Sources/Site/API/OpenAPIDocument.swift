import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

/// The description of the API (OpenAPI 3.1.1), written from the same list as the routes.
struct OpenAPIDocument {
    let settings: SiteSettings

    var json: JSONValue {
        [
            "openapi": "3.1.1",
            "info": [
                "title": "Emploi Allier", "version": "1.0.0", "summary": "Les offres d’emploi de l’Allier.",
                "description": .string(Self.introduction),
                "license": ["name": .string(DataLicence.name), "url": .string(DataLicence.url)],
            ], "servers": [["url": .string(settings.baseURL)]],
            "security": [.object([]), ["cle": []]],
            "paths": .object(paths),
            "components": [
                "schemas": .object(APISchemas.all), "responses": Self.problems, "headers": Self.headers,
                "securitySchemes": [
                    "cle": [
                        "type": "http", "scheme": "bearer", "description": "Clé de partenaire, facultative.",
                    ]
                ],
            ],
        ]
    }

    private static let introduction = """
        Lecture libre, sans clé, à un rythme compté (champs RateLimit). Un paramètre ou une valeur inconnus sont refusés (400) avec \
        ce qui est accepté. Les offres dont la source interdit la rediffusion (`rediffusion` faux) ne sont données que par un lien.
        """

    /// Each path with its methods, in the order of the operations.
    private var paths: [JSONValue.Member] {
        var paths: [JSONValue.Member] = []
        for operation in API.operations {
            let method = JSONValue.Member(
                name: operation.route.method.rawValue.lowercased(), value: .object(describe(operation)))
            if let place = paths.firstIndex(where: { $0.name == operation.path }),
                case .object(let methods) = paths[place].value
            {
                paths[place].value = .object(methods + [method])
            } else {
                paths.append(.init(name: operation.path, value: .object([method])))
            }
        }
        return paths
    }

    private func describe(_ operation: APIOperation) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init(name: "operationId", value: .string(operation.id)),
            .init(name: "summary", value: .string(operation.summary)),
            .init(
                name: "parameters",
                value: .array(
                    operation.places.map { describe($0, in: "path") }
                        + operation.parameters.map { describe($0, in: "query") })),
            .init(name: "responses", value: .object(responses(operation))),
        ]
        if let scope = operation.scope {
            members.append(.init(name: "security", value: [["cle": []]]))
            members.append(
                .init(name: "description", value: .string("Avec une clé qui a le droit « \(scope.rawValue) ».")))
        }
        if !operation.members.isEmpty {
            members.append(.init(name: "requestBody", value: content(of: operation.members)))
        } else if let body = operation.body {
            members.append(.init(name: "requestBody", value: describe(body)))
        }
        return members
    }

    private func describe(_ body: APIOperation.Body) -> JSONValue {
        // OpenAPI 3.1 has no word for a sequence: the schema is that of one line.
        let schema: JSONValue =
            body.type == .ndjson
            ? ["type": "string", "description": .string("Une ligne par objet : schéma \(body.schema).")]
            : APISchemas.reference(body.schema)
        return [
            "required": true, "description": .string(body.summary),
            "content": .object([.init(name: body.type.essence, value: ["schema": schema])]),
        ]
    }

    private func content(of members: [APIParameter]) -> JSONValue {
        let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
        var schema: [JSONValue.Member] = [
            .init(name: "type", value: "object"), .init(name: "additionalProperties", value: false),
            .init(name: "properties", value: .object(members.map { .init(name: $0.name, value: described($0)) })),
        ]
        if !required.isEmpty { schema.append(.init(name: "required", value: .array(required))) }
        return [
            "required": .bool(!required.isEmpty),
            "content": ["application/json": ["schema": .object(schema)]],
        ]
    }

    /// A member that need not be there may be null as well.
    private func described(_ member: APIParameter) -> JSONValue {
        guard case .object(var schema) = member.schema else { return member.schema }
        if !member.isRequired, let place = schema.firstIndex(where: { $0.name == "type" }) {
            schema[place].value = [schema[place].value, "null"]
        }
        return .object(schema + [.init(name: "description", value: .string(member.summary))])
    }

    private func describe(_ parameter: APIParameter, in place: String) -> JSONValue {
        let isPath = place == "path"
        var members: [JSONValue.Member] = [
            .init(name: "name", value: .string(parameter.name)), .init(name: "in", value: .string(place)),
            .init(name: "description", value: .string(parameter.summary)),
            .init(name: "required", value: .bool(isPath || parameter.isRequired)),
        ]
        if parameter.isList {
            members.append(.init(name: "style", value: "form"))
            members.append(.init(name: "explode", value: true))
            members.append(
                .init(
                    name: "schema",
                    value: [
                        "type": "array", "items": parameter.schema, "maxItems": .integer(OfferSearch.Limit.choices),
                    ]))
        } else {
            members.append(.init(name: "schema", value: parameter.schema))
        }
        return .object(members)
    }

    private func responses(_ operation: APIOperation) -> [JSONValue.Member] {
        let isReading = operation.route.method == .get
        let headers = ["RateLimit", "RateLimit-Policy"] + (isReading ? ["ETag"] : [])
        var good: [JSONValue.Member] = [
            .init(name: "description", value: .string(operation.summary)),
            .init(
                name: "headers",
                value: .object(
                    headers.map { .init(name: $0, value: ["$ref": .string("#/components/headers/\($0)")]) })),
        ]
        if let content = content(operation) { good.append(.init(name: "content", value: content)) }
        if !operation.links.isEmpty { good.append(.init(name: "links", value: .object(operation.links.map(describe)))) }
        var responses: [JSONValue.Member] = [.init(name: String(operation.success.code), value: .object(good))]
        if operation.outcomes.contains(.partial) { responses.append(.init(name: "206", value: .object(good))) }
        if operation.outcomes.contains(.empty) {
            responses.append(.init(name: "204", value: ["description": "Aucune offre, quand `range` est demandé."]))
        }
        var problems = ["400", "401", "403", "405", "406", "412", "413", "414", "429", "500", "503"]
        if isReading {
            responses.append(
                .init(name: "304", value: ["description": "Rien n’a changé (If-None-Match, If-Modified-Since)."]))
        }
        if !operation.members.isEmpty || operation.body != nil { problems.append("415") }
        if operation.outcomes.contains(.created) { responses.append(.init(name: "201", value: .object(good))) }
        if operation.outcomes.contains(.invalid) { problems.append("422") }
        if operation.outcomes.contains(.conflict) { problems.append("409") }
        if !operation.places.isEmpty { problems.append("404") }
        if operation.outcomes.contains(.gone) { problems.append("410") }
        for status in problems.sorted() {
            responses.append(.init(name: status, value: ["$ref": .string("#/components/responses/\(status)")]))
        }
        return responses
    }

    private func describe(_ link: APIOperation.Link) -> JSONValue.Member {
        .init(
            name: link.operation,
            value: [
                "operationId": .string(link.operation),
                "parameters": .object(link.parameters.map { .init(name: $0.name, value: .string($0.expression)) }),
            ])
    }

    private func content(_ operation: APIOperation) -> JSONValue? {
        switch operation.content {
        case .nothing: nil
        // Nor for events: the schema is that of one.
        case .events: ["text/event-stream": ["schema": Self.event]]
        case .json(let schema): ["application/json": ["schema": APISchemas.reference(schema)]]
        // OpenAPI 3.1 has no word for a sequence: the schema is that of one line.
        case .lines(let schema):
            [
                "application/x-ndjson": [
                    "schema": ["type": "string", "description": .string("Une ligne par objet : schéma \(schema).")]
                ]
            ]
        }
    }

    private static let event: JSONValue = [
        "type": "object", "required": ["id", "event", "data"],
        "properties": [
            "id": ["type": "string", "description": "Numéro du changement."],
            "event": ["const": .string(ChangeEvents.name)],
            "data": [
                "type": "string", "contentMediaType": "application/json",
                "description": "Un élément de `changements` du schéma Changements.",
            ],
        ],
    ]

    private static let problems: JSONValue = .object(
        [
            ("400", "Un paramètre ou une valeur ne peut pas servir."), ("401", "La clé n’est pas valable."),
            ("403", "La clé n’a pas le droit qu’il faut."), ("404", "Rien de ce nom."),
            ("405", "Cette adresse n’a pas cette méthode."),
            (
                "409",
                "Ce n’est pas possible dans cet état, ou l’offre est déjà publiée : `code` et `url` disent laquelle."
            ),
            ("410", "Close, ou trop ancien."),
            ("415", "Le contenu n’est pas du type attendu."),
            ("422", "L’offre est refusée : champ, valeur et raison."),
            ("429", "Trop de requêtes : attendez Retry-After secondes."), ("500", "Problème du site."),
            ("503", "Site occupé : réessayez après Retry-After secondes."),
        ].map { status, text in
            .init(
                name: status,
                value: [
                    "description": .string(text),
                    "content": ["application/problem+json": ["schema": APISchemas.reference("Probleme")]],
                ])
        } + [
            .init(name: "406", value: ["description": "Aucun codage acceptable (Accept-Encoding)."]),
            .init(
                name: "412", value: ["description": "Une condition (If-Match, If-Unmodified-Since) n’est pas remplie."]),
            .init(name: "414", value: ["description": "L’adresse est trop longue."]),
            .init(name: "413", value: ["description": "Trop long ; une lecture n’a pas de contenu."]),
        ])

    private static let headers: JSONValue = [
        "ETag": ["description": "Étiquette de la réponse (RFC 9110).", "schema": ["type": "string"]],
        "RateLimit": [
            "description": "Requêtes restantes et secondes avant remise à zéro (draft-ietf-httpapi-ratelimit-headers).",
            "schema": ["type": "string"],
        ], "RateLimit-Policy": ["description": "Requêtes par fenêtre.", "schema": ["type": "string"]],
    ]
}

extension Visit {
    func openAPI() throws -> Response {
        var json: [UInt8] = []
        OpenAPIDocument(settings: site.settings).json.appendJSON(to: &json)
        var representation = Representation(json, .json, cacheControl: .revalidate)
        representation.lastModified = try lastModified()
        return
            representation
            .response(to: request, now: HTTPDate(seconds: Int(now.secondsSinceEpoch)))
    }
}
