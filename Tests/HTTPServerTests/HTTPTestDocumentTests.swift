import Testing

@testable import HTTPServer

/// Every case of the `.httptest` documents, on the state machine alone and on a real server.
struct HTTPTestDocumentTests {
    @Test(arguments: HTTPTestCase.all)
    func `The state machine does what the document says`(_ document: HTTPTestCase) {
        #expect(Simulation.outcome(of: document.input) == document.expected)
    }

    @Test(arguments: HTTPTestCase.all)
    func `Where the octets are cut makes no difference`(_ document: HTTPTestCase) {
        #expect(Simulation.outcome(of: document.input.flatMap { $0.map { [$0] } }) == document.expected)
        for (number, piece) in document.input.enumerated() {
            for cut in cuts(piece) {
                var pieces = document.input
                pieces[number...number] = [Array(piece[..<cut]), Array(piece[cut...])]
                let outcome = Simulation.outcome(of: pieces)
                if outcome != document.expected {
                    #expect(outcome == document.expected, "cut at \(cut)")
                    return
                }
            }
        }
    }

    /// Every place between two octets; inside a long run of one octet, every 256th.
    private func cuts(_ piece: [UInt8]) -> [Int] {
        piece.indices.dropFirst().filter { cut in
            guard cut >= 8, cut + 8 < piece.count, cut % 256 != 0 else { return true }
            return piece[cut - 8..<cut + 8].contains { $0 != piece[cut] }
        }
    }

    @Test func `A real server does what the documents say`() throws {
        let server = try TestServer(DescribingHandler())
        defer { server.stop() }
        for document in HTTPTestCase.all {
            let client = try TestClient(port: server.port)
            var outcome: [String] = []
            for piece in document.input.dropLast() {
                client.send(piece)
                if document.expected.contains("100"), let answer = client.receive() { outcome += lines(answer) }
            }
            client.send(document.input.last ?? [])
            client.finish()
            var closes = false
            while let answer = client.receive() {
                outcome += lines(answer)
                closes = answer.fields["connection"] == "close"
            }
            try #require(client.hasEnded, "\(document.testDescription)")
            outcome.append(closes ? "close" : "open")
            #expect(outcome == expectation(document), "\(document.testDescription)")
        }
    }

    /// A request that stays incomplete is refused once the client ends its side (RFC 9112 §8).
    private func expectation(_ document: HTTPTestCase) -> [String] {
        guard document.expected.last == "incomplete" else { return document.expected }
        return document.expected.dropLast() + ["400", "close"]
    }

    private func lines(_ answer: TestClient.Answer) -> [String] {
        guard let method = answer.fields["x-method"] else { return [String(answer.status)] }
        if method == "HEAD" { return ["\(answer.status) HEAD"] }
        let lines = answer.text.split(separator: "\n").map(String.init)
        return ["\(answer.status) \(lines[0])"] + lines.dropFirst()
    }
}
