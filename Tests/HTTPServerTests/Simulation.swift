import HTTP1
import HTTPTypes

@testable import HTTPServer

/// A connection without socket, loop or threads: feeds octets to the state machine and writes down what comes of them, in
/// the words of a `.httptest` document.
struct Simulation {
    private(set) var lines: [String] = []
    private var state: ConnectionState
    private var received: [UInt8] = []
    private var head: RequestHead?
    private var content: [UInt8] = []
    private let handler = DescribingHandler()
    private let now = Instant(milliseconds: 0)

    init() {
        state = ConnectionState(rules: ConnectionRules(limits: Limits(), deadlines: Deadlines()), now: now)
    }

    /// What came of `pieces`, one after the other, and how the connection is left.
    static func outcome(of pieces: [[UInt8]]) -> [String] {
        var simulation = Simulation()
        for piece in pieces { simulation.receive(piece) }
        simulation.end()
        return simulation.lines
    }

    private mutating func receive(_ piece: [UInt8]) {
        let input = received + piece
        var position = 0
        do throws(ParseError) {
            loop: while true {
                switch try state.read(input.span, at: &position, now: now) {
                case .wait: break loop
                case .head(let range): try begin(Array(input[range]), hasMore: position < input.count)
                case .content(let range): content += input[range]
                case .request: answer()
                }
            }
            received = Array(input[position...])
        } catch {
            refuse(error.status.code)
            received = []
        }
    }

    private mutating func begin(_ octets: [UInt8], hasMore: Bool) throws(ParseError) {
        let head = RequestHead(octets: octets, index: state.parser.index)
        self.head = head
        content = []
        if head.index.isServer {
            lines.append("204")
            if head.index.framing == .none { state.beginAnswer(now: now) } else { state.refuse(now: now) }
            state.finishAnswer(now: now)
            return
        }
        guard head.index.framing != .none else { return answer() }
        switch handler.admission(of: request(head)) {
        case .accept(let limit):
            try state.beginContent(limit: limit, now: now)
            if head.index.expectsContinue, !hasMore { lines.append("100") }
        case .refuse(let response): refuse(response.status.code)
        }
    }

    private mutating func answer() {
        guard let head else { return }
        let description = DescribingHandler.describe(request(head))
        lines.append("200 " + description[0])
        lines += description.dropFirst()
        state.beginAnswer(now: now)
        state.finishAnswer(now: now)
    }

    private mutating func refuse(_ status: Int) {
        lines.append(String(status))
        state.refuse(now: now)
        state.finishAnswer(now: now)
    }

    private mutating func end() {
        switch state.phase {
        case .idle: lines.append("open")
        case .lingering: lines.append("close")
        case .head, .content, .admission, .answering: lines.append("incomplete")
        }
    }

    private func request(_ head: RequestHead) -> Request {
        let identity = ClientIdentity(
            peer: PeerAddress("127.0.0.1")!, index: head.index, octets: head.octets.span, isSecure: false,
            proxies: TrustedProxies())
        return Request(head, identity, content.isEmpty ? .empty : .bytes(content))
    }
}
