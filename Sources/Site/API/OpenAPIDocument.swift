import HTTP1
import Recruitment
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
            "paths": .object(
                API.operations.map { operation in
                    .init(name: operation.path, value: ["get": describe(operation)])
                }),
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

    private func describe(_ operation: APIOperation) -> JSONValue {
        [
            "operationId": .string(operation.id), "summary": .string(operation.summary),
            "parameters": .array(
                operation.places.map { describe($0, in: "path") }
                    + operation.parameters.map { describe($0, in: "query") }),
            "responses": .object(responses(operation)),
        ]
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
        let good: JSONValue = [
            "description": .string(operation.summary),
            "headers": [
                "ETag": ["$ref": "#/components/headers/ETag"], "RateLimit": ["$ref": "#/components/headers/RateLimit"],
                "RateLimit-Policy": ["$ref": "#/components/headers/RateLimit-Policy"],
            ], "content": content(operation),
        ]
        var responses: [JSONValue.Member] = [.init(name: "200", value: good)]
        if operation.outcomes.contains(.partial) { responses.append(.init(name: "206", value: good)) }
        responses.append(
            .init(name: "304", value: ["description": "Rien n’a changé (If-None-Match, If-Modified-Since)."]))
        var problems = ["400", "401", "406", "412", "413", "414", "429", "500", "503"]
        if operation.outcomes.contains(.notFound) { problems.append("404") }
        if operation.outcomes.contains(.gone) { problems.append("410") }
        for status in problems.sorted() {
            responses.append(.init(name: status, value: ["$ref": .string("#/components/responses/\(status)")]))
        }
        return responses
    }

    private func content(_ operation: APIOperation) -> JSONValue {
        switch operation.content {
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

    private static let problems: JSONValue = .object(
        [
            ("400", "Un paramètre ou une valeur ne peut pas servir."), ("401", "La clé n’est pas valable."),
            ("404", "Rien de ce nom."), ("410", "Close, ou trop ancien."),
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
            .init(name: "413", value: ["description": "Une lecture n’a pas de contenu."]),
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
    func openAPI() -> Response {
        var json: [UInt8] = []
        OpenAPIDocument(settings: site.settings).json.appendJSON(to: &json)
        return Representation(json, .json, cacheControl: .revalidate)
            .response(to: request, now: HTTPDate(seconds: Int(now.secondsSinceEpoch)))
    }
}
