import HTTP1
import HTTPTypes
import Web

/// One operation of the API: its route, and all that its documentation says. The routes, the checks of parameters, the OpenAPI
/// document and the page for people are made from the same list of these.
struct APIOperation: Sendable {
    /// What a good answer is.
    enum Content: Sendable {
        /// JSON of a schema among ``APISchemas``.
        case json(schema: String)
        /// One JSON text a line.
        case lines(schema: String)
    }

    /// What a request brings.
    struct Body: Sendable {
        let type: MediaType
        let summary: String
        /// Of the content, or of each line of it.
        let schema: String
    }

    /// What an operation answers besides 200, 304 and what all of them may (429, 401, 503…).
    enum Outcome: Sendable {
        case partial, notFound, gone
        /// 201, 409, 412 and 422 of writing.
        case created, conflict, otherState, invalid
    }

    let id: String
    let summary: String
    /// Parameters of the path, in its order.
    let places: [APIParameter]
    let parameters: [APIParameter]
    var body: Body?
    let content: Content
    let outcomes: Set<Outcome>
    /// Paths with queries that show what it does; each is asked by the tests.
    let examples: [String]
    let route: Route<Access, Endpoint>

    /// An operation without parameters in its path.
    init(
        _ id: String, _ path: Path<>, _ summary: String, parameters: [APIParameter] = [], content: Content,
        outcomes: Set<Outcome> = [], examples: [String],
        respond: @escaping @Sendable (Visit, APIQuery) throws -> Response
    ) {
        self.init(
            id: id, summary: summary, places: [], parameters: parameters, content: content, outcomes: outcomes,
            examples: examples,
            route: .get(path, access: .everyone) {
                Endpoint { visit in try respond(visit, try APIQuery(visit.query, parameters: parameters)) }
            })
    }

    /// An operation with one parameter in its path.
    init<Place: LosslessStringConvertible & Sendable>(
        _ id: String, _ path: Path<Place>, _ summary: String, place: APIParameter, parameters: [APIParameter] = [],
        content: Content, outcomes: Set<Outcome> = [], examples: [String],
        respond: @escaping @Sendable (Visit, APIQuery, Place) throws -> Response
    ) {
        self.init(
            id: id, summary: summary, places: [place], parameters: parameters, content: content, outcomes: outcomes,
            examples: examples,
            route: .get(path, access: .everyone) { value in
                Endpoint { visit in try respond(visit, try APIQuery(visit.query, parameters: parameters), value) }
            })
    }

    /// Any other operation: `route` checks the parameters itself.
    init(
        _ id: String, _ summary: String, places: [APIParameter], parameters: [APIParameter] = [], body: Body? = nil,
        content: Content, outcomes: Set<Outcome>, route: Route<Access, Endpoint>
    ) {
        self.init(
            id: id, summary: summary, places: places, parameters: parameters, content: content, outcomes: outcomes,
            examples: [], route: route)
        self.body = body
    }

    private init(
        id: String, summary: String, places: [APIParameter], parameters: [APIParameter], content: Content,
        outcomes: Set<Outcome>, examples: [String], route: Route<Access, Endpoint>
    ) {
        self.id = id
        self.summary = summary
        self.places = places
        self.parameters = parameters
        self.content = content
        self.outcomes = outcomes
        self.examples = examples
        self.route = route
    }

    var path: String { route.template.description }
    var method: HTTPRequest.Method { route.method }
    /// Whether it only reads.
    var isReading: Bool { method == .get }
}
