import Glibc
import HTTP1
import HTTPTypes
import Logging
import Testing
import Threading

@testable import HTTPServer

struct ServerTests {
    // MARK: Answers

    @Test func `Date is there, and no field of the server's comes from the handler`() throws {
        let server = try TestServer(
            ScriptedHandler { _ in
                .text("a", fields: [.date: "never", .contentLength: "99", .connection: "close", .server: "s"])
            })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = try #require(client.receive())
        #expect(answer.text == "a")
        #expect(answer.fields["server"] == "s")
        #expect(answer.fields["connection"] == nil)
        #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
    }

    @Test(arguments: [204, 304])
    func `204 and 304 have no content and no length (RFC 9110 §6.4.1)`(_ status: Int) throws {
        let server = try TestServer(
            ScriptedHandler { _ in Response(status: .init(code: status), body: .bytes([1, 2, 3])) })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n")
        for _ in 0..<2 {
            let answer = client.receive()
            #expect(answer?.status == status)
            #expect(answer?.fields["content-length"] == nil)
        }
    }

    @Test func `A client that has ended its side still gets its answer (RFC 9112 §9.6)`() throws {
        let gate = Gate()
        let server = try TestServer(
            ScriptedHandler { _ in
                gate.pass()
                return .text("late")
            })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        client.finish()
        gate.waitForArrival()
        gate.open()
        #expect(client.receive()?.text == "late")
        #expect(client.receive() == nil && client.hasEnded)
    }

    @Test func `An HTTP-1.0 client that asks is told that the connection stays`() throws {
        let server = try TestServer(ScriptedHandler { _ in .text("a") })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(client.receive()?.fields["connection"] == "keep-alive")
        client.send("GET / HTTP/1.0\r\n\r\n")
        #expect(client.receive()?.fields["connection"] == "close")
        #expect(client.receive() == nil && client.hasEnded)
    }

    @Test func `A stream is chunked, and to HTTP-1.0 ends with the connection`() throws {
        let server = try TestServer(ScriptedHandler { _ in Self.stream(pieces: 20, failing: false) })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let chunked = client.receive()
        #expect(chunked?.fields["transfer-encoding"] == "chunked")
        #expect(chunked?.content.count == 20_000)
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive(isHead: true)?.status == 200)
        client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        let old = client.receive()
        #expect(old?.fields["transfer-encoding"] == nil)
        #expect(old?.fields["connection"] == "close")
        #expect(old?.content.count == 20_000)
    }

    @Test func `A stream that has nothing yet is asked again at news, holds no worker, and ends with the server`()
        throws
    {
        let news = Lock("")
        let server = try TestServer(
            ScriptedHandler { request in
                guard request.target.path == "/flux" else { return Response(status: .ok, body: .bytes([1])) }
                let told = Lock("")
                return Response(
                    status: .ok,
                    body: .stream {
                        let latest = news.withLock { $0 }
                        return told.withLock { told in
                            defer { told = latest }
                            return told == latest ? [] : Array(latest.utf8)
                        }
                    })
            })
        let listeners = try (0..<8).map { _ in try TestClient(port: server.port) }
        for listener in listeners { listener.send("GET /flux HTTP/1.1\r\nHost: a\r\n\r\n") }
        for listener in listeners { #expect(listener.receive(isHead: true)?.status == 200) }
        // More wait than there are workers, and others are served.
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive()?.content == [1])
        news.withLock { $0 = "neuf" }
        server.announceNews()
        for listener in listeners { #expect(listener.receiveChunk() == "neuf") }
        server.stop()
        for listener in listeners { #expect(listener.receiveChunk()?.isEmpty == true) }
    }

    @Test func `A stream that has nothing yet is asked again after a while`() throws {
        let counter = Countdown(3)
        let server = try TestServer(
            ScriptedHandler { _ in
                Response(status: .ok, body: .stream { counter.next() ? [] : nil })
            }, configure: { $0.deadlines.news = .milliseconds(10) })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive()?.content == [])
    }

    @Test func `A stream that fails cuts the connection`() throws {
        let server = try TestServer(ScriptedHandler { _ in Self.stream(pieces: 3, failing: true) })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.0\r\n\r\n")
        _ = client.receive()
        #expect(!client.hasEnded, "a reset, not an orderly end")
    }

    @Test func `A file is sent whole, and a shorter one than announced cuts the connection`() throws {
        let server = try TestServer(
            ScriptedHandler { request in
                let file = Self.temporaryFile(of: 300_000)
                return Response(
                    status: .ok,
                    body: .file(file, offset: 1_000, length: request.target.path == "/long" ? 300_000 : 299_000))
            })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let content = try #require(client.receive()?.content)
        #expect(content.count == 299_000)
        #expect(content[0] == UInt8(1_000 % 251) && content[298_999] == UInt8(299_999 % 251))
        client.send("GET /long HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive()?.content.count == 299_000)
        #expect(client.receive() == nil)
    }

    // MARK: Content

    @Test func `Short content is in memory, long content in a file`() throws {
        let server = try TestServer(
            ScriptedHandler { request in
                switch request.body {
                case .empty: .text("empty")
                case .bytes(let bytes): .text("memory \(bytes.count)")
                case .file(let file, let length):
                    .text("file \(length) \(file.read(0, length)?.allSatisfy { $0 == 7 } ?? false)")
                }
            }
        ) { $0.limits.contentInMemory = 1_000 }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        for (length, expected) in [
            (0, "empty"), (1_000, "memory 1000"), (1_001, "file 1001 true"), (900_000, "file 900000 true"),
        ] {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n")
            client.send([UInt8](repeating: 7, count: length))
            #expect(client.receive()?.text == expected)
        }
    }

    @Test func `A refused upload's answer is not lost to a reset (RFC 9112 §9.6)`() throws {
        let server = try TestServer(ScriptedHandler(limit: 10) { _ in .text("a") })
        defer { server.stop() }
        for _ in 0..<20 {
            let client = try TestClient(port: server.port)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n")
            client.send([UInt8](repeating: 0, count: 500_000))
            let answer = client.receive()
            #expect(answer?.status == 413)
            #expect(answer?.fields["connection"] == "close")
            #expect(client.receive() == nil && client.hasEnded)
        }
    }

    // MARK: Deadlines

    @Test func `A head that does not come in time is told 408`() throws {
        let server = try TestServer(ScriptedHandler { _ in .text("a") }) { $0.deadlines.head = .milliseconds(30) }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HT")
        #expect(client.receive()?.status == 408)
        #expect(client.receive() == nil && client.hasEnded)
    }

    @Test func `Content that does not come in time is told 408`() throws {
        let server = try TestServer(ScriptedHandler { _ in .text("a") }) { $0.deadlines.content = .milliseconds(30) }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell")
        #expect(client.receive()?.status == 408)
        #expect(client.receive() == nil && client.hasEnded)
    }

    @Test func `An idle connection is closed without a word`() throws {
        let server = try TestServer(ScriptedHandler { _ in .text("a") }) { $0.deadlines.idle = .milliseconds(30) }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.receive()?.text == "a")
        #expect(client.receive() == nil && client.hasEnded)
    }

    @Test func `A handler that takes too long is answered for with 503`() throws {
        let gate = Gate()
        let server = try TestServer(
            ScriptedHandler { _ in
                gate.pass()
                return .text("late")
            }
        ) { $0.deadlines.handler = .milliseconds(30) }
        defer { server.stop() }
        defer { gate.open() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = client.receive()
        #expect(answer?.status == 503)
        #expect(answer?.fields["retry-after"] == "2")
        #expect(client.receive() == nil && client.hasEnded)
    }

    @Test func `A reader that stalls is cut`() throws {
        let gone = Gate()
        let server = try TestServer(
            ScriptedHandler { _ in
                let pieces = DroppedNotice(gone)
                return Response(status: .ok, body: .stream { pieces.next() })
            }
        ) { $0.deadlines.write = .milliseconds(50) }
        defer { server.stop() }
        let client = try TestClient(port: server.port, receiveBuffer: 4_096)
        client.send("GET / HTTP/1.0\r\n\r\n")
        // The stream without end is let go of only when the connection is.
        gone.waitForArrival()
        #expect(client.receive() != nil)
        #expect(!client.hasEnded, "a reset, not an orderly end")
    }

    // MARK: Limits

    @Test func `Beyond the limit per address a connection is told 503`() throws {
        let server = try TestServer(ScriptedHandler { _ in .text("a") }) { $0.limits.connectionsPerAddress = 3 }
        defer { server.stop() }
        var clients: [TestClient] = []
        for _ in 0..<3 {
            let client = try TestClient(port: server.port)
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.receive()?.status == 200)
            clients.append(client)
        }
        let refused = try TestClient(port: server.port)
        let answer = refused.receive()
        #expect(answer?.status == 503)
        #expect(answer?.fields["retry-after"] == "2")
        #expect(refused.receive() == nil && refused.hasEnded)
        #expect(clients.count == 3)
    }

    @Test func `Connections from a trusted proxy do not count as one client's`() throws {
        let server = try TestServer(ScriptedHandler { _ in .text("a") }) {
            $0.limits.connectionsPerAddress = 1
            $0.proxies = TrustedProxies(["127.0.0.0/8"])!
        }
        defer { server.stop() }
        let first = try TestClient(port: server.port)
        let second = try TestClient(port: server.port)
        for client in [first, second] {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.receive()?.status == 200)
        }
    }

    @Test func `Requests beyond the queue are told 503 and the connection stays`() throws {
        let gate = Gate()
        let server = try TestServer(
            ScriptedHandler { request in
                if request.target.path == "/slow" { gate.pass() }
                return .text("a")
            }
        ) {
            $0.workers = 1
            $0.limits.queuedRequests = 0
        }
        defer { server.stop() }
        // The worker may still be on its way to its seat: whoever is refused then asks again.
        let port = server.port
        let slow = try Thread(name: "slow client") {
            var status: Int?
            do {
                let client = try TestClient(port: port)
                for _ in 0..<100_000 where status != 200 {
                    client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
                    status = client.receive()?.status
                }
            } catch { Issue.record(error) }
            #expect(status == 200)
        }
        gate.waitForArrival()
        let other = try TestClient(port: port)
        for _ in 0..<3 {
            other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = other.receive()
            #expect(answer?.status == 503)
            #expect(answer?.fields["retry-after"] == "2")
            #expect(answer?.fields["connection"] == nil)
        }
        gate.open()
        slow.join()
        // The worker is free a moment after its answer is on its way.
        var status: Int?
        for _ in 0..<100_000 where status != 200 {
            other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            status = other.receive()?.status
        }
        #expect(status == 200)
    }

    // MARK: Proxies

    @Test(arguments: [
        ("X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https", "203.0.113.7 true"),
        ("X-Forwarded-For: 198.51.100.1, 203.0.113.7", "203.0.113.7 false"),
        ("X-Forwarded-For: 203.0.113.7, 127.0.0.1", "203.0.113.7 false"),
        ("X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-For: 203.0.113.8:1234", "203.0.113.8 false"),
        ("X-Forwarded-For: [2001:db8::1]:80", "2001:db8::1 false"),
        ("X-Forwarded-For: nonsense", "127.0.0.1 false"),
        ("X-Forwarded-Proto: http, https", "127.0.0.1 true"),
        ("X-Forwarded-Proto: https, http", "127.0.0.1 false"),
        ("Forwarded: for=203.0.113.7;proto=https", "127.0.0.1 false"),
    ])
    func `A trusted proxy's word is taken from the nearest hop outwards`(_ fields: String, _ expected: String) throws {
        let server = try TestServer(ScriptedHandler { .text("\($0.client) \($0.isSecure)") }) {
            $0.proxies = TrustedProxies(["127.0.0.1"])!
        }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n")
        #expect(client.receive()?.text == expected)
    }

    @Test(arguments: [
        ("Forwarded: for=203.0.113.7;proto=https", "203.0.113.7 true"),
        ("Forwarded: for=198.51.100.1, For=\"[2001:db8::1]:80\" ; Proto=http", "2001:db8::1 false"),
        ("Forwarded: for=unknown", "127.0.0.1 false"),
        ("X-Forwarded-For: 203.0.113.7", "127.0.0.1 false"),
    ])
    func `Forwarded is read where it is the proxies' family (RFC 7239)`(_ fields: String, _ expected: String) throws {
        let server = try TestServer(ScriptedHandler { .text("\($0.client) \($0.isSecure)") }) {
            $0.proxies = TrustedProxies(["127.0.0.1"], family: .forwarded)!
        }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n")
        #expect(client.receive()?.text == expected)
    }

    @Test func `Nobody else's word is taken`() throws {
        let server = try TestServer(ScriptedHandler { .text("\($0.client) \($0.isSecure)") })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        client.send(
            "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\n\r\n")
        #expect(client.receive()?.text == "127.0.0.1 false")
    }

    // MARK: Shutdown

    @Test func `A shutdown lets the answer in progress finish and closes the idle`() throws {
        let gate = Gate()
        let server = try TestServer(
            ScriptedHandler { request in
                if request.target.path == "/slow" { gate.pass() }
                return .text("done")
            })
        let idle = try TestClient(port: server.port)
        idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(idle.receive()?.status == 200)
        let busy = try TestClient(port: server.port)
        busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        gate.waitForArrival()
        server.shutdown()
        #expect(idle.receive() == nil && idle.hasEnded)
        #expect(throws: (any Error).self) { _ = try TestClient(port: server.port) }
        gate.open()
        let answer = busy.receive()
        #expect(answer?.text == "done")
        #expect(answer?.fields["connection"] == "close")
        busy.finish()
        server.stop()
    }

    @Test func `A port in use is an error at once`() throws {
        let server = try TestServer(ScriptedHandler { _ in .text("a") })
        defer { server.stop() }
        var configuration = Configuration()
        configuration.port = server.port
        let second = Server(
            configuration: configuration, handler: ScriptedHandler { _ in .text("b") }, logger: .init(label: "test"))
        #expect(throws: ServerError.addressInUse(host: "127.0.0.1", port: server.port)) { try second.run() }
    }

    @Test func `A host that is no address is an error`() {
        var configuration = Configuration()
        configuration.host = "localhost"
        let server = Server(
            configuration: configuration, handler: ScriptedHandler { _ in .text("b") }, logger: .init(label: "test"))
        #expect(throws: ServerError.invalidHost("localhost")) { try server.run() }
    }

    // MARK: Helpers

    private struct Failure: Error {}

    private static func stream(pieces: Int, failing: Bool) -> Response {
        let counter = Countdown(pieces)
        return Response(
            status: .ok,
            body: .stream {
                if counter.next() { return [UInt8](repeating: 1, count: 1_000) }
                if failing { throw Failure() }
                return nil
            })
    }

    private static func temporaryFile(of length: Int) -> OpenFile {
        var template = Array("/tmp/http-test-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        unsafe unlink(template)
        let content = (0..<length).map { UInt8($0 % 251) }
        _ = unsafe write(descriptor, content, content.count)
        return OpenFile(owning: descriptor)
    }
}
