import HTTP1
import HTTPTypes
import Storage
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
        /// Server-Sent Events.
        case events
        case nothing
    }

    /// What a request brings that is no object of members.
    struct Body: Sendable {
        let type: MediaType
        let summary: String
        /// Of the content, or of each line of it.
        let schema: String
    }

    /// What an operation answers besides a good answer and what all of them may (429, 401, 503…).
    enum Outcome: Sendable {
        case partial, empty, gone, conflict
        /// 201, 412 and 422 of writing.
        case created, otherState, invalid
    }

    let id: String
    let summary: String
    /// Parameters of the path, in its order.
    let places: [APIParameter]
    let parameters: [APIParameter]
    /// Members of the JSON object that the request brings; empty for a request without content.
    let members: [APIParameter]
    var body: Body?
    let success: HTTPResponse.Status
    let content: Content
    let outcomes: Set<Outcome>
    /// Paths with queries that show what it does; each is asked by the tests.
    let examples: [String]
    let route: Route<Access, Endpoint>
    /// Operations that go on from an answer of this one.
    var links: [Link] = []

    /// A parameter of another operation, and where its value is: a runtime expression of OpenAPI.
    struct Link: Sendable {
        let operation: String
        let parameters: [(name: String, expression: String)]

        init(_ operation: String, _ parameters: (name: String, expression: String)...) {
            self.operation = operation
            self.parameters = parameters
        }
    }

    func linked(_ links: Link...) -> APIOperation {
        var operation = self
        operation.links = links
        return operation
    }

    /// An operation without parameters in its path.
    init(
        _ id: String, _ path: Path<>, _ summary: String,
        method: HTTPRequest.Method = .get, access: Access = .everyone, parameters: [APIParameter] = [],
        members: [APIParameter] = [],
        success: HTTPResponse.Status = .ok, content: Content, outcomes: Set<Outcome> = [], examples: [String] = [],
        respond: @escaping @Sendable (Visit, APIQuery) throws -> Response
    ) {
        self.init(
            id: id, summary: summary, places: [], parameters: parameters, members: members, success: success,
            content: content, outcomes: outcomes, examples: examples,
            route: Route(method, path, access: access) {
                Endpoint { visit in
                    try respond(visit, try APIQuery(visit, parameters: parameters, members: members))
                }
            })
    }

    /// An operation with one parameter in its path.
    init<Place: LosslessStringConvertible & Sendable>(
        _ id: String, _ path: Path<Place>, _ summary: String,
        method: HTTPRequest.Method = .get, access: Access = .everyone, place: APIParameter,
        parameters: [APIParameter] = [],
        members: [APIParameter] = [], success: HTTPResponse.Status = .ok, content: Content,
        outcomes: Set<Outcome> = [], examples: [String] = [],
        respond: @escaping @Sendable (Visit, APIQuery, Place) throws -> Response
    ) {
        self.init(
            id: id, summary: summary, places: [place], parameters: parameters, members: members, success: success,
            content: content, outcomes: outcomes, examples: examples,
            route: Route(method, path, access: access) { value in
                Endpoint { visit in
                    try respond(visit, try APIQuery(visit, parameters: parameters, members: members), value)
                }
            })
    }

    /// An operation of another shape: `route` checks the parameters itself.
    init(
        _ id: String, _ summary: String, places: [APIParameter], parameters: [APIParameter] = [], body: Body? = nil,
        content: Content, outcomes: Set<Outcome>, route: Route<Access, Endpoint>
    ) {
        self.init(
            id: id, summary: summary, places: places, parameters: parameters, members: [], success: .ok,
            content: content, outcomes: outcomes, examples: [], route: route)
        self.body = body
    }

    private init(
        id: String, summary: String, places: [APIParameter], parameters: [APIParameter], members: [APIParameter],
        success: HTTPResponse.Status, content: Content, outcomes: Set<Outcome>, examples: [String],
        route: Route<Access, Endpoint>
    ) {
        self.id = id
        self.summary = summary
        self.places = places
        self.parameters = parameters
        self.members = members
        self.success = success
        self.content = content
        self.outcomes = outcomes
        self.examples = examples
        self.route = route
    }

    var path: String { route.template.description }

    /// The scope a key needs; nil where none is needed.
    var scope: PartnerKey.Scope? {
        if case .partner(let scope) = route.access { scope } else { nil }
    }
}
