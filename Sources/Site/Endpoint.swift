import HTTP1

/// What a route leads to.
struct Endpoint: Sendable {
    let respond: @Sendable (Visit) throws -> Response

    init(_ respond: @escaping @Sendable (Visit) throws -> Response) {
        self.respond = respond
    }
}
