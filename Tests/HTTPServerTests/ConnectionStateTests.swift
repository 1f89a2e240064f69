import HTTP1
import Testing

@testable import HTTPServer

struct ConnectionStateTests {
    private let rules = ConnectionRules(limits: Limits(), deadlines: Deadlines())
    private let start = Instant(milliseconds: 1_000_000)

    private func feed(_ text: String, _ state: inout ConnectionState, at now: Instant) throws -> ConnectionState.Event {
        let octets = Array(text.utf8)
        var position = 0
        return try state.read(octets.span, at: &position, now: now)
    }

    @Test func `A connection that sends nothing is closed when a head is due`() {
        let state = ConnectionState(rules: rules, now: start)
        #expect(state.expiry(now: start + 9_999) == nil)
        #expect(state.expiry(now: start + 10_000) == .close)
    }

    @Test func `A head that trickles in is cut off ten seconds after its first octet`() throws {
        var state = ConnectionState(rules: rules, now: start)
        #expect(try feed("G", &state, at: start + 5_000) == .wait)
        #expect(state.phase == .head)
        #expect(state.expiry(now: start + 9_999) == nil)
        #expect(state.expiry(now: start + 10_000) == .timeout)
    }

    @Test func `Content that keeps the minimum rate is given time, content that trickles is not`() throws {
        var state = ConnectionState(rules: rules, now: start)
        _ = try feed("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n", &state, at: start)
        try state.beginContent(limit: 100_000, now: start)
        var position = 0
        let piece = [UInt8](repeating: 0, count: 10_240)
        let first = try state.read(piece.span, at: &position, now: start + 9_000)
        let second = try state.read(piece.span, at: &position, now: start + 9_000)
        #expect(first == .content(0..<10_240))
        #expect(second == .wait)
        #expect(state.expiry(now: start + 19_999) == nil)
        #expect(state.expiry(now: start + 20_000) == .timeout)
    }

    @Test func `A reader that stalls is cut, one that keeps the minimum rate is not`() throws {
        var state = ConnectionState(rules: rules, now: start)
        _ = try feed("GET / HTTP/1.1\r\nHost: a\r\n\r\n", &state, at: start)
        state.beginAnswer(now: start)
        state.finishAnswer(now: start)
        state.isBlocked(now: start, taken: 1_000_000)
        #expect(state.expiry(now: start + 20_000) == .cut)
        state.isBlocked(now: start + 15_000, taken: 10_240)
        #expect(state.expiry(now: start + 29_999) == nil)
        #expect(state.expiry(now: start + 30_000) == .cut)
        state.isFlushed(now: start + 29_000)
        #expect(state.expiry(now: start + 88_999) == nil)
        #expect(state.expiry(now: start + 89_000) == .close)
    }
}
