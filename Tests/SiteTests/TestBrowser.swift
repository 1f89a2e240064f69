import HTTP1
import HTTPTypes
import Testing
import Web

@testable import Site

/// Keeps cookies and follows nothing by itself.
final class TestBrowser {
    private let test: TestSite
    var cookies: [String: String] = [:]
    /// A network of its own for each browser, so that one test's tries do not count for another.
    var client =
        "2001:db8:\(String(UInt16.random(in: 1...UInt16.max), radix: 16)):\(String(UInt16.random(in: 1...UInt16.max), radix: 16))::1"
    var fields: HTTPFields = [:]

    init(_ test: TestSite) {
        self.test = test
    }

    @discardableResult
    func get(_ target: String) -> Answer {
        send(.get, target, body: .empty)
    }

    /// Sends a form without looking at a page before: `seal` is put in where there is one.
    @discardableResult
    func post(_ path: String, _ form: QueryItems, seal: String? = nil) -> Answer {
        var form = form
        if let seal { form.append(FormSeal.field, seal) }
        return send(.post, path, body: .bytes(Array(form.encoded.utf8)))
    }

    /// Looks at `page`, fills its form in and sends it to `path`, or to the page itself.
    @discardableResult
    func fill(_ page: String, to path: String? = nil, _ form: QueryItems) -> Answer {
        let shown = get(page)
        return post(path ?? String(page.prefix { $0 != "?" }), form, seal: shown.seal)
    }

    func send(_ method: HTTPRequest.Method, _ target: String, body: RequestBody) -> Answer {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        var fields = fields
        if !cookies.isEmpty {
            fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        }
        if method == .post { fields[.contentType] = "application/x-www-form-urlencoded" }
        let request = Request(
            method: method, target: RequestTarget(path: parts[0], query: parts.count > 1 ? parts[1] : nil),
            authority: "emploi.example", fields: fields, body: body, client: client)
        let answer = Answer(test.site.respond(to: request, worker: 0))
        for field in answer.response.fields[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            cookies[pair[0]] = field.contains("Max-Age=0") ? nil : pair.count > 1 ? pair[1] : ""
        }
        return answer
    }
}

struct Answer {
    let response: Response

    init(_ response: Response) { self.response = response }

    var status: Int { response.status.code }
    var location: String? { response.fields[.location] }

    var text: String {
        guard case .bytes(let octets) = response.body else { return "" }
        return String(decoding: octets, as: UTF8.self)
    }

    /// The seal of the page's first form.
    var seal: String? { hidden(FormSeal.field) }

    func hidden(_ name: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
