import HTTP1
import HTTPTypes
import Synchronization
import Testing

@testable import HTTPServer

struct PageCacheTests {
    private let fields: HTTPFields = [
        .eTag: "W/\"v1\"", .cacheControl: "no-cache", .vary: "Accept-Encoding", .contentType: "text/plain",
        .contentLocation: "/there", .expires: "Thu, 01 Jan 1970 00:00:00 GMT",
    ]

    private func cached(vary: String? = nil) -> ScriptedHandler {
        var fields = fields
        if let vary { fields[.vary] = vary }
        return ScriptedHandler { [fields] _ in .text("page", fields: fields, reuse: .whileGeneration(1)) }
    }

    private func get(_ client: TestClient, _ fields: String = "", target: String = "/", method: String = "GET")
        -> TestClient.Answer?
    {
        client.send("\(method) \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        return client.receive(isHead: method == "HEAD")
    }

    @Test func `A page is made once while its generation lasts`() throws {
        let handler = cached()
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        for _ in 0..<5 { #expect(get(client)?.text == "page") }
        #expect(handler.callCount == 1)
        handler.change()
        #expect(get(client)?.text == "page")
        #expect(handler.callCount == 2)
    }

    /// A handler of pages that count how often they were given again, and what they have counted.
    private func counted() -> (handler: ScriptedHandler, again: Atomic64) {
        let again = Atomic64()
        let handler = ScriptedHandler { [fields] _ in
            var response = Response.text("page", fields: fields, reuse: .whileGeneration(1))
            response.givenAgain = { again.add($0) }
            return response
        }
        return (handler, again)
    }

    @Test func `What leaves the cache tells how often readers were given it again`() throws {
        let (handler, again) = counted()
        let server = try TestServer(handler) { $0.deadlines.telling = .seconds(3_600) }
        let client = try TestClient(port: server.port)
        for _ in 0..<5 { #expect(get(client, target: "/a?q=b")?.text == "page") }
        // Neither a robot nor a HEAD request is a reader; a reader who has the page already is one.
        #expect(get(client, "User-Agent: robot!\r\n", target: "/a?q=b")?.text == "page")
        #expect(get(client, target: "/a?q=b", method: "HEAD") != nil)
        #expect(get(client, "If-None-Match: \"v1\"\r\n", target: "/a?q=b")?.status == 304)
        #expect(handler.callCount == 1)
        #expect(again.value == 0)
        server.stop()
        #expect(again.value == 5)
    }

    @Test func `How often pages were given is told while they stay, and once`() throws {
        let (handler, again) = counted()
        // At each turn of the loop.
        let server = try TestServer(handler) { $0.deadlines.telling = .zero }
        let client = try TestClient(port: server.port)
        for _ in 0..<5 { #expect(get(client)?.text == "page") }
        // A turn begins before its request is answered: one answer may not be told yet.
        #expect(again.value >= 3)
        server.stop()
        #expect(again.value == 4)
    }

    @Test func `After a change one request makes the page and the others wait for it`() throws {
        let gate = Gate()
        let current = Countdown(1)
        let handler = ScriptedHandler { [fields] _ in
            if !current.next() { gate.pass() }
            return .text("page", fields: fields, reuse: .whileGeneration(current.hasCounted ? 2 : 1))
        }
        let server = try TestServer(handler) { $0.limits.queuedRequests = 1 }
        defer { server.stop() }
        let clients = try (0..<20).map { _ in try TestClient(port: server.port) }
        #expect(get(clients[0])?.text == "page")
        handler.change()
        clients[0].send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        gate.waitForArrival()
        for client in clients.dropFirst() { client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") }
        gate.open()
        for client in clients { #expect(client.receive()?.text == "page") }
        #expect(handler.callCount == 2)
    }

    @Test func `A cached answer has the fields of the first one`() throws {
        let handler = cached()
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        var first = get(client)
        var second = get(client)
        #expect(first?.fields["date"] != nil && second?.fields["date"] != nil)
        first?.fields["date"] = nil
        second?.fields["date"] = nil
        #expect(first == second)
        #expect(handler.callCount == 1)
    }

    @Test func `HEAD is answered from the page with the same fields and no content`() throws {
        let handler = cached()
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        let page = get(client)
        let head = get(client, method: "HEAD")
        #expect(head?.fields["content-length"] == "4")
        #expect(head?.fields["etag"] == page?.fields["etag"])
        #expect(get(client)?.text == "page")
        #expect(handler.callCount == 1)
    }

    @Test(arguments: ["\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "\"v0\" , W/\"v1\"", "*", ",, \"v1\""])
    func `A client that has the page is told 304 (RFC 9110 §13.1.2)`(_ list: String) throws {
        let handler = cached()
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = get(client)
        let answer = get(client, "If-None-Match: \(list)\r\n")
        #expect(answer?.status == 304)
        #expect(answer?.content == [])
        #expect(answer?.fields["content-length"] == nil)
        // RFC 9110 §15.4.5.
        for name in ["cache-control", "content-location", "date", "etag", "expires", "vary"] {
            #expect(answer?.fields[name] != nil, "\(name)")
        }
        #expect(answer?.fields["content-type"] == nil)
        #expect(handler.callCount == 1)
    }

    @Test(arguments: ["\"v2\"", "v1", "\"v1", "w/\"v1\"", "\"v\"", "\"v1\" \"v1\"", "**", ""])
    func `A client that has another page gets this one`(_ list: String) throws {
        let handler = cached()
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = get(client)
        #expect(get(client, "If-None-Match: \(list)\r\n")?.text == "page")
        #expect(handler.callCount == 1)
    }

    @Test func `That a client has a stream already is told again without the handler, and nothing else is`() throws {
        let tag = Atomic<Int>(1)
        let handler = ScriptedHandler { request in
            let tag = "\"v\(tag.load(ordering: .relaxed))\""
            let hasIt = request.fields[.ifNoneMatch] == tag
            return Response(
                status: hasIt ? .notModified : .ok, fields: [.eTag: tag, .cacheControl: "no-cache"],
                body: hasIt ? .empty : .stream { nil }, reuse: .whileGeneration(1))
        }
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        for _ in 0..<3 {
            let answer = get(client, "If-None-Match: \"v1\"\r\n")
            #expect(answer?.status == 304)
            #expect(answer?.fields["etag"] == "\"v1\"")
            #expect(answer?.fields["cache-control"] == "no-cache")
        }
        #expect(handler.callCount == 1)
        // Who has it not, or has another, is given it by the handler.
        #expect(get(client)?.status == 200)
        #expect(get(client, "If-None-Match: \"v0\"\r\n")?.status == 200)
        #expect(handler.callCount == 3)
        #expect(get(client, "If-None-Match: \"v0\", \"v1\"\r\n")?.status == 304)
        #expect(get(client, "If-None-Match: \"v1\"\r\n", method: "HEAD")?.status == 304)
        #expect(handler.callCount == 3)
        tag.store(2, ordering: .relaxed)
        handler.change()
        #expect(get(client, "If-None-Match: \"v1\"\r\n")?.status == 200)
        #expect(handler.callCount == 4)
    }

    @Test(arguments: [
        "Cookie: a=b", "Authorization: Basic x", "Range: bytes=0-1", "If-Match: *", "If-Range: \"v1\"",
        "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT", "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
        "Accept: text/html\r\nAccept: text/plain", "Content-Length: 1\r\n\r\nx",
    ])
    func `A request that might want something else reaches the handler`(_ field: String) throws {
        let handler = cached()
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = get(client)
        if field.hasSuffix("x") && field.hasPrefix("Content-Length") {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\(field)")
            _ = client.receive()
        } else {
            _ = get(client, field + "\r\n")
        }
        #expect(handler.callCount == 2)
    }

    @Test func `Target, Host, Accept and Accept-Encoding tell pages apart`() throws {
        let handler = cached()
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        for _ in 0..<2 {
            _ = get(client)
            _ = get(client, target: "/?a")
            _ = get(client, "Accept: text/html\r\n")
            _ = get(client, "Accept-Encoding: text/html\r\n")
            _ = get(client, "Accept:\r\n")
            client.send("GET / HTTP/1.1\r\nHost: b\r\n\r\n")
            _ = client.receive()
        }
        #expect(handler.callCount == 6)
    }

    @Test(arguments: ["Accept-Language", "*", "Accept, User-Agent"])
    func `An answer that varies with other fields is not given again`(_ vary: String) throws {
        let handler = cached(vary: vary)
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = get(client)
        _ = get(client)
        #expect(handler.callCount == 2)
    }

    @Test func `An answer that sets a cookie is not given again`() throws {
        let handler = ScriptedHandler { _ in
            .text("page", fields: [.setCookie: "a=b"], reuse: .whileGeneration(1))
        }
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = get(client)
        _ = get(client)
        #expect(handler.callCount == 2)
    }

    @Test func `Octets stay within the bound, and what is asked for stays`() throws {
        let handler = ScriptedHandler { request in
            .text(String(repeating: "a", count: 10_000) + request.target.path, reuse: .whileGeneration(1))
        }
        let server = try TestServer(handler) { $0.limits.cache = 100_000 }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        for number in 0..<50 {
            _ = get(client, target: "/\(number)")
            _ = get(client, target: "/favourite")
        }
        #expect(handler.callCount == 51)
        #expect(get(client, target: "/favourite")?.text.hasSuffix("/favourite") == true)
        #expect(handler.callCount == 51)
    }

    @Test func `Pages longer than the socket takes at once arrive whole, pipelined too`() throws {
        let handler = ScriptedHandler { _ in
            .text(String(repeating: "a", count: 900_000), reuse: .whileGeneration(1))
        }
        let server = try TestServer(handler)
        defer { server.stop() }
        let client = try TestClient(port: server.port, receiveBuffer: 4_096)
        client.send(String(repeating: "GET / HTTP/1.1\r\nHost: a\r\n\r\n", count: 5))
        for _ in 0..<5 { #expect(client.receive()?.content.count == 900_000) }
        #expect(handler.callCount == 1)
    }
}

/// A number that closures of several threads add to.
private final class Atomic64: Sendable {
    private let number = Atomic(0)

    var value: Int { number.load(ordering: .acquiring) }

    func add(_ more: Int) { number.add(more, ordering: .releasing) }
}
