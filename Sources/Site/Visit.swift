import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

/// One request on its way through the site, with what its page needs.
struct Visit {
    let request: Request
    let worker: Int
    let site: Site
    let now: Instant
    /// The day in Allier: what is open and how dates read follow from it.
    let today: CalendarDay
    /// The generation the page is made from, taken before anything is read.
    let generation: UInt64
    let query: QueryItems

    var board: Board { site.board }

    /// A page of HTML. Those that every anonymous reader gets alike are kept for the generation.
    func page(
        _ head: Layout.Head, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:], _ content: HTML
    ) -> Response {
        let markup = site.layout.page(head, content)
        guard status == .ok else {
            var fields = fields
            fields[.contentType] = MediaType.html.fieldValue
            fields[.cacheControl] = CacheControl.privateRevalidate.fieldValue
            return Response(status: status, fields: fields, body: .bytes(markup))
        }
        return answer(Representation(markup, .html, cacheControl: .revalidate, fields: fields))
    }

    /// A document that everyone may read, kept for the generation.
    func answer(_ representation: Representation) -> Response {
        var response = representation.response(to: request, now: HTTPDate(seconds: Int(now.secondsSinceEpoch)))
        if response.status == .ok { response.reuse = .whileGeneration(generation) }
        return response
    }
}
