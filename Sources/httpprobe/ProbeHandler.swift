import Glibc
import HTTP1
import HTTPTypes
import Web

/// What the probe serves.
struct ProbeHandler: RequestHandler {
    /// Octets of content that `/echo` takes.
    private static let contentLimit = 16 << 20

    /// Octets that are read, and ignored, everywhere else.
    private static let ignoredLimit = 65_536

    /// The second: what is given again is at most a second old.
    var generation: UInt64 { UInt64(time(nil)) }
    /// nil where the folder is not there.
    let files: StaticDirectory?

    func admission(of head: Request) -> BodyAdmission {
        .accept(limit: head.target.path == "/echo" ? Self.contentLimit : Self.ignoredLimit)
    }

    func respond(to request: Request, worker: Int) -> Response {
        switch request.target.path {
        case "/": only([.get, .head], request) { text("hello\n", reuse: .whileGeneration(generation)) }
        case "/page": only([.get, .head], request) { page(request) }
        case "/work": only([.get, .head], request) { work() }
        case "/cached": only([.get, .head], request) { cached() }
        case "/stream": only([.get, .head], request) { stream() }
        case "/echo": only([.post], request) { EchoAnswer.response(to: request) }
        default: file(request)
        }
    }

    private func file(_ request: Request) -> Response {
        let generation = generation
        // RFC 3986 §2.1: `%` stands before two hexadecimal digits; no file has NUL in its name either.
        guard PercentEncoding.decodeSegment(request.target.path.utf8) != nil else {
            return Response(
                status: .badRequest, fields: [.contentType: "text/plain"], body: .bytes(Array("malformed path\n".utf8)))
        }
        guard var response = files?.response(to: request) else {
            return Response(
                status: .notFound, fields: [.contentType: "text/plain"], body: .bytes(Array("not found\n".utf8)))
        }
        if response.status == .ok { response.reuse = .whileGeneration(generation) }
        return response
    }

    private func only(_ methods: [HTTPRequest.Method], _ request: Request, _ answer: () -> Response) -> Response {
        if methods.contains(request.method) { return answer() }
        let allowed = (methods + [.options]).map(\.rawValue).joined(separator: ", ")
        return Response(
            status: request.method == .options ? .noContent : .methodNotAllowed, fields: [.allow: allowed])
    }

    private func text(_ text: String, reuse: Response.Reuse = .never) -> Response {
        Response(
            status: .ok, fields: [.contentType: "text/plain; charset=utf-8"], body: .bytes(Array(text.utf8)),
            reuse: reuse)
    }

    /// 9 KB of HTML made anew at each request.
    private func page(_ request: Request) -> Response {
        var html = "<!doctype html><html lang=en><title>Page</title><h1>Page</h1><ul>"
        for number in 0..<150 { html += "<li><a href=\"/page?\(number)\">Entry number \(number) of the page</a></li>" }
        html += "</ul><p>For \(request.client)</p>"
        return Response(
            status: .ok, fields: [.contentType: "text/html; charset=utf-8"], body: .bytes(Array(html.utf8)))
    }

    /// A few octets at the cost of a millisecond of processor time, as a page that takes much work.
    private func work() -> Response {
        let end = Self.processorTime + 1_000_000
        while Self.processorTime < end {}
        return text("done\n")
    }

    /// Nanoseconds of this thread.
    private static var processorTime: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// 16 KB that the event loops may give again.
    private func cached() -> Response {
        let content = [UInt8](repeating: UInt8(ascii: "a"), count: 16_384)
        return Response(
            status: .ok,
            fields: [.contentType: "text/html; charset=utf-8", .eTag: "\"probe\"", .vary: "Accept, Accept-Encoding"],
            body: .bytes(content), reuse: .whileGeneration(generation))
    }

    private func stream() -> Response {
        let pieces = PieceCounter(count: 64)
        return Response(
            status: .ok, fields: [.contentType: "text/plain"], body: .stream { pieces.next() })
    }
}
