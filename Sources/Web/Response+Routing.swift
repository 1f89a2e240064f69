public import HTTP1
import HTTPTypes

extension Response {
    /// 303: look at `location` with GET (after a form was accepted).
    public static func seeOther(_ location: String) -> Response {
        Response(status: .seeOther, fields: [.location: location])
    }

    /// 308: the same request at `path`, the query of the request kept.
    public static func permanentRedirect(to path: String, query: String?) -> Response {
        Response(status: .permanentRedirect, fields: [.location: RequestTarget(path: path, query: query).description])
    }

    /// 204 with the methods a resource has.
    public static func options(allow: String) -> Response {
        Response(status: .noContent, fields: [.allow: allow])
    }
}
