import Curl
import LocalServer
import Testing

@Suite struct HTTPClientTests {
    static let loopback = AddressPolicy(allowing: ["127.0.0.0/8"].compactMap { IPNetwork($0) })

    private func send(
        _ request: HTTPRequest, limits: TransferLimits = TransferLimits(), policy: AddressPolicy = loopback
    ) throws(TransferError) -> HTTPAnswer {
        try HTTPClient(policy: policy).send(request, limits: limits)
    }

    /// A server that answers every request with what `respond` writes.
    private func server(_ respond: @escaping @Sendable (ReceivedRequest, Connection) -> Void) -> LocalServer {
        LocalServer { connection in
            guard let request = connection.readRequest() else { return }
            respond(request, connection)
        }
    }

    @Test func `an answer comes with its status, fields and body`() throws {
        let server = server { request, connection in
            connection.answer(201, ["X-Seen": "\(request.method) \(request.target)", "ETag": "\"1\""], "été")
        }
        let answer = try send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/a?b=c"))
        #expect(answer.status == 201)
        #expect(answer["x-seen"] == "GET /a?b=c")
        #expect(answer.validators.etag == "\"1\"")
        #expect(String(decoding: answer.body, as: UTF8.self) == "été")
    }

    @Test(arguments: [HTTPRequest.Method.post, .put])
    func `a body is sent with its length`(method: HTTPRequest.Method) throws {
        let server = server { request, connection in
            connection.answer(
                200, ["X-Type": request.fields["content-type"] ?? "", "X-Method": request.method],
                String(decoding: request.body, as: UTF8.self))
        }
        let body = String(repeating: "é", count: 100_000)
        let answer = try send(
            HTTPRequest(
                method, "http://127.0.0.1:\(server.port)/", fields: [HTTPField("Content-Type", "text/plain")],
                body: Array(body.utf8)))
        #expect(answer["x-type"] == "text/plain" && answer["x-method"] == method.rawValue)
        #expect(String(decoding: answer.body, as: UTF8.self) == body)
    }

    @Test func `validators make the request conditional`() throws {
        let server = server { request, connection in
            let isKnown = request.fields["if-none-match"] == "\"7\"" && request.fields["if-modified-since"] == "hier"
            connection.answer(isKnown ? 304 : 200, [:], isKnown ? "" : "tout")
        }
        let request = HTTPRequest(
            .get, "http://127.0.0.1:\(server.port)/", validators: HTTPValidators(etag: "\"7\"", lastModified: "hier"))
        #expect(try send(request).status == 304)
    }

    @Test func `one client serves many requests`() throws {
        let server = LocalServer { connection in
            while let request = connection.readRequest() {
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: \(request.target.utf8.count)\r\n\r\n\(request.target)")
            }
        }
        let client = try HTTPClient(policy: Self.loopback)
        for number in 1...5 {
            let answer = try client.send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/\(number)"))
            #expect(answer.body == Array("/\(number)".utf8))
        }
    }

    @Test(arguments: ["http://127.0.0.1", "http://localhost", "http://2130706433", "http://0x7f.1", "http://0"])
    func `a private address is refused before anything is sent`(base: String) {
        let server = LocalServer { _ in Issue.record("connected") }
        let error = #expect(throws: TransferError.self) {
            try send(HTTPRequest(.get, "\(base):\(server.port)/"), policy: .publicOnly)
        }
        guard case .refusedAddress = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a redirect to a private address is refused at its own connection`() throws {
        let hidden = LocalServer { _ in Issue.record("connected") }
        let server = server { [port = hidden.port] _, connection in
            connection.answer(302, ["Location": "http://127.0.0.2:\(port)/"])
        }
        let policy = AddressPolicy(allowing: ["127.0.0.1"].compactMap { IPNetwork($0) })
        #expect(throws: TransferError.refusedAddress(IPAddress("127.0.0.2"))) {
            try send(
                HTTPRequest(.get, "http://127.0.0.1:\(server.port)/"), limits: TransferLimits(redirects: 3),
                policy: policy)
        }
    }

    @Test func `redirects are followed as far as the limit says`() throws {
        let server = server { request, connection in
            let step = Int(request.path.dropFirst()) ?? 0
            if step < 4 {
                connection.answer(302, ["Location": "/\(step + 1)"], "redirection")
            } else {
                connection.answer(200, [:], "arrivé")
            }
        }
        let request = HTTPRequest(.get, "http://127.0.0.1:\(server.port)/0")
        #expect(try send(request).status == 302)
        let answer = try send(request, limits: TransferLimits(redirects: 4))
        #expect(answer.url.hasSuffix("/4") && answer.body == Array("arrivé".utf8))
        #expect(throws: TransferError.tooManyRedirects) { try send(request, limits: TransferLimits(redirects: 3)) }
    }

    @Test(arguments: [
        "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1:25/_x", "smtp://127.0.0.1", "dict://h/",
    ])
    func `other schemes are refused, also in a redirect`(url: String) throws {
        #expect(throws: TransferError.refusedScheme) { try send(HTTPRequest(.get, url)) }
        let server = server { _, connection in connection.answer(302, ["Location": url]) }
        #expect(throws: TransferError.refusedScheme) {
            try send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/"), limits: TransferLimits(redirects: 2))
        }
    }

    @Test func `plain HTTP can be refused`() throws {
        let client = try HTTPClient(allowsPlainHTTP: false)
        #expect(throws: TransferError.refusedScheme) { try client.send(HTTPRequest(.get, "http://127.0.0.1/")) }
    }

    @Test(arguments: ["", "http://", "http://a b/", "http://u:p@127.0.0.1/", "http://h\r\nX: y/", "http://[::1/"])
    func `what is no URL, or holds a password, is refused`(url: String) {
        #expect(throws: TransferError.invalidURL) { try send(HTTPRequest(.get, url)) }
    }

    @Test(arguments: [HTTPField("A", "b\r\nC: d"), HTTPField("A b", "c"), HTTPField("", "c"), HTTPField("A:", "c")])
    func `a field that would break the message is refused`(field: HTTPField) {
        #expect(throws: TransferError.invalidField(field.name)) {
            try send(HTTPRequest(.get, "http://127.0.0.1:1/", fields: [field]))
        }
    }

    @Test func `a body over the limit is refused, announced or not`() throws {
        let server = server { request, connection in
            if request.path == "/annonce" {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            } else {
                connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                connection.write(String(repeating: "x", count: 70_000))
            }
        }
        for path in ["annonce", "flot"] {
            #expect(throws: TransferError.tooLarge) {
                try send(
                    HTTPRequest(.get, "http://127.0.0.1:\(server.port)/\(path)"), limits: TransferLimits(body: 65_536))
            }
        }
    }

    @Test func `a gzip bomb is stopped at the limit`() throws {
        // 100,000 zeros, gzipped: 132 octets.
        let bomb = Self.gzippedZeros
        let server = server { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n")
            connection.write(bomb)
        }
        let request = HTTPRequest(.get, "http://127.0.0.1:\(server.port)/")
        #expect(throws: TransferError.tooLarge) { try send(request, limits: TransferLimits(body: 99_999)) }
        #expect(try send(request, limits: TransferLimits(body: 100_000)).body.count == 100_000)
    }

    @Test func `endless fields are stopped`() throws {
        let server = server { _, connection in
            connection.write("HTTP/1.1 200 OK\r\n")
            for number in 0..<2_000 { connection.write("X-\(number): \(String(repeating: "x", count: 100))\r\n") }
        }
        #expect(throws: TransferError.tooLarge) { try send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/")) }
    }

    @Test func `a cut body is an interruption, and what came was handed over`() throws {
        let server = server { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nmoitié")
        }
        var received: [UInt8] = []
        let client = try HTTPClient(policy: Self.loopback)
        let error = #expect(throws: TransferError.self) {
            try client.send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/"), limits: TransferLimits()) {
                received += $0
                return true
            }
        }
        #expect(error?.isTemporary == true)
        guard case .interrupted = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(received == Array("moitié".utf8))
    }

    @Test func `a receiver can stop the transfer`() throws {
        let server = server { _, connection in connection.answer(200, [:], String(repeating: "x", count: 100_000)) }
        let client = try HTTPClient(policy: Self.loopback)
        #expect(throws: TransferError.stopped) {
            try client.send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/"), limits: TransferLimits()) { _ in
                false
            }
        }
    }

    @Test func `a server that never answers meets the deadline`() throws {
        let server = server { _, connection in connection.waitForClose() }
        #expect(throws: TransferError.timedOut) {
            try send(HTTPRequest(.get, "http://127.0.0.1:\(server.port)/"), limits: TransferLimits(total: 200))
        }
    }

    @Test func `nobody at the port, no such host, no HTTP: each says so`() throws {
        let closed = LocalServer { _ in }
        let error = #expect(throws: TransferError.self) {
            try send(HTTPRequest(.get, "http://127.0.0.1:1/"), limits: TransferLimits(connect: 2_000))
        }
        if case .notConnected = error {} else { Issue.record("\(String(describing: error))") }
        #expect(throws: TransferError.hostNotFound) {
            try send(HTTPRequest(.get, "http://nulle-part.invalid/"), limits: TransferLimits(connect: 5_000))
        }
        let silent = #expect(throws: TransferError.self) {
            try send(HTTPRequest(.get, "http://127.0.0.1:\(closed.port)/"))
        }
        if case .interrupted = silent {} else { Issue.record("\(String(describing: silent))") }
    }

    private static let gzippedZeros: [UInt8] = {
        let hexadecimal =
            "1f8b0800000000000203edc13101000000c2a0f54f6d0d0fa00000000000000000000000000000000000000000"
            + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "000000000000000000000000000000000000000000000000000000000000008057037d9511d4a0860100"
        return stride(from: 0, to: hexadecimal.count, by: 2).map { offset in
            let start = hexadecimal.index(hexadecimal.startIndex, offsetBy: offset)
            return UInt8(hexadecimal[start..<hexadecimal.index(start, offsetBy: 2)], radix: 16) ?? 0
        }
    }()
}
