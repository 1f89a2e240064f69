import HTTP1
import HTTPTypes
import Synchronization
import Threading

@testable import HTTPServer

/// Answers with what a test scripted, and counts how often it was asked.
final class ScriptedHandler: RequestHandler {
    private let script: @Sendable (Request) -> Response
    private let calls = Atomic(0)
    private let current = Atomic<UInt64>(1)
    private let limit: Int

    init(limit: Int = 1 << 20, _ script: @escaping @Sendable (Request) -> Response) {
        self.limit = limit
        self.script = script
    }

    var generation: UInt64 { current.load(ordering: .acquiring) }
    var callCount: Int { calls.load(ordering: .acquiring) }

    /// Whoever calls itself a robot does not count.
    func counts(userAgent: Span<UInt8>) -> Bool {
        !userAgent.indices.contains { userAgent[$0] == UInt8(ascii: "!") }
    }

    func change() {
        current.add(1, ordering: .releasing)
    }

    func admission(of head: Request) -> BodyAdmission {
        .accept(limit: limit)
    }

    func respond(to request: Request, worker: Int) -> Response {
        calls.add(1, ordering: .releasing)
        return script(request)
    }
}

extension Response {
    static func text(_ text: String, fields: HTTPFields = [:], reuse: Reuse = .never) -> Response {
        Response(status: .ok, fields: fields, body: .bytes(Array(text.utf8)), reuse: reuse)
    }
}

/// A gate that holds handlers back until a test opens it.
final class Gate: Sendable {
    private let opened = Signal()
    private let reached = Signal()

    /// On the handler's side.
    func pass() {
        reached.notify()
        opened.wait()
        opened.notify()
    }

    /// On the test's side: waits until a handler stands at the gate.
    func waitForArrival() { reached.wait() }
    func open() { opened.notify() }

    /// Says that a handler has arrived, without holding it back.
    func arrive() { reached.notify() }
}

/// A stream without end that says when it is let go of.
final class DroppedNotice: Sendable {
    private let gate: Gate

    init(_ gate: Gate) {
        self.gate = gate
    }

    deinit {
        gate.arrive()
    }

    func next() -> [UInt8]? { [UInt8](repeating: 0, count: 100_000) }
}
