public import HTTPTypes

/// A method on a path, who may use it, and what it leads to.
///
/// `Access` is the site's own label of who may come in; `Endpoint` is whatever the site runs, with the path's values bound in.
///
///     Route.get(Paths.offer, access: .everyone) { id in Endpoint { visit in try OfferPage.show(id, visit) } }
public struct Route<Access: Sendable, Endpoint: Sendable>: Sendable {
    public let method: HTTPRequest.Method
    public let template: PathTemplate
    public let access: Access
    /// The endpoint with the captured texts read, and the canonical path; nil if a type refuses its text.
    let bind: @Sendable (_ captures: [String]) -> (endpoint: Endpoint, canonicalPath: String)?

    public init<each Parameter: LosslessStringConvertible & Sendable>(
        _ method: HTTPRequest.Method, _ path: Path<repeat each Parameter>, access: Access,
        endpoint: @escaping @Sendable (repeat each Parameter) -> Endpoint
    ) {
        self.method = method
        template = path.template
        self.access = access
        bind = { captures in
            guard let values = path.values(from: captures) else { return nil }
            return (endpoint(repeat each values), path.link(repeat each values))
        }
    }

    /// Answers HEAD too.
    public static func get<each Parameter: LosslessStringConvertible & Sendable>(
        _ path: Path<repeat each Parameter>, access: Access,
        endpoint: @escaping @Sendable (repeat each Parameter) -> Endpoint
    ) -> Route {
        Route(.get, path, access: access, endpoint: endpoint)
    }

    public static func post<each Parameter: LosslessStringConvertible & Sendable>(
        _ path: Path<repeat each Parameter>, access: Access,
        endpoint: @escaping @Sendable (repeat each Parameter) -> Endpoint
    ) -> Route {
        Route(.post, path, access: access, endpoint: endpoint)
    }

    public static func put<each Parameter: LosslessStringConvertible & Sendable>(
        _ path: Path<repeat each Parameter>, access: Access,
        endpoint: @escaping @Sendable (repeat each Parameter) -> Endpoint
    ) -> Route {
        Route(.put, path, access: access, endpoint: endpoint)
    }

    public static func delete<each Parameter: LosslessStringConvertible & Sendable>(
        _ path: Path<repeat each Parameter>, access: Access,
        endpoint: @escaping @Sendable (repeat each Parameter) -> Endpoint
    ) -> Route {
        Route(.delete, path, access: access, endpoint: endpoint)
    }
}
