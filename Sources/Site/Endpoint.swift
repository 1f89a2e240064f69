import HTTP1

/// What a route leads to.
struct Endpoint: Sendable {
    /// Whether a POST must bring the seal of a page of ours. One without may change nothing that anybody sees, is refused to
    /// pages of other sites all the same, and is given no form.
    let isSealed: Bool
    let respond: @Sendable (Visit) throws -> Response

    init(isSealed: Bool = true, _ respond: @escaping @Sendable (Visit) throws -> Response) {
        self.isSealed = isSealed
        self.respond = respond
    }
}
