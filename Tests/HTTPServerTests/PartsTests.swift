import Testing

@testable import HTTPServer

struct PartsTests {
    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
        (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"), (1_709_251_200, "Fri, 01 Mar 2024 00:00:00 GMT"),
    ])
    func `A date is written as RFC 9110 §5-6-7 wants`(_ second: Int, _ expected: String) {
        #expect(String(decoding: DateLine.line(second: second), as: UTF8.self) == "Date: \(expected)\r\n")
    }

    @Test func `Deadlines come out soonest first, whatever the order they went in`() {
        var heap = DeadlineHeap()
        let times = (0..<1_000).map { $0 * 7_919 % 1_009 }
        for (number, time) in times.enumerated() {
            heap.insert(
                .init(
                    time: Instant(milliseconds: time),
                    connection: ConnectionKey(descriptor: Int32(number), serial: 1)))
        }
        #expect(heap.pop(until: Instant(milliseconds: -1)) == nil)
        var popped: [Int] = []
        while let entry = heap.pop(until: Instant(milliseconds: 500)) { popped.append(entry.time.milliseconds) }
        #expect(popped == times.filter { $0 <= 500 }.sorted())
        #expect(heap.next == times.filter { $0 > 500 }.min().map { Instant(milliseconds: $0) })
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:DB8:0:0::1", "2001:db8::1"),
        ("::1", "::1"),
    ])
    func `An address has one text`(_ text: String, _ expected: String) throws {
        #expect(try #require(PeerAddress(text)).description == expected)
    }

    @Test(arguments: ["", "example.org", "192.0.2", "192.0.2.256", "1::2::3", "fe80::1%eth0", " 192.0.2.1"])
    func `What is no address is refused`(_ text: String) {
        #expect(PeerAddress(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.0/8", "::1", false),
        ("0.0.0.0/0", "203.0.113.7", true), ("0.0.0.0/0", "2001:db8::1", false), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("2001:db8::/32", "2001:db8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::1", false), ("2001:db8::/65", "2001:db8::7fff:0:0:1", true),
        ("2001:db8::/65", "2001:db8::8000:0:0:1", false),
    ])
    func `A proxy is trusted by its block`(_ block: String, _ address: String, _ expected: Bool) throws {
        let proxies = try #require(TrustedProxies([block]))
        #expect(proxies.contains(try #require(PeerAddress(address))) == expected)
    }

    @Test(arguments: ["localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "::/129", "10.0.0.0/"])
    func `What is no block is refused`(_ text: String) {
        #expect(TrustedProxies([text]) == nil)
    }

    @Test func `An IPv6 network counts as one client`() throws {
        var limits = Limits()
        limits.connectionsPerAddress = 2
        let counter = ConnectionCounter(limits: limits)
        let addresses = try ["2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8:0:1::1"].map {
            try #require(PeerAddress($0))
        }
        let verdicts = addresses.map { counter.open($0, isCounted: true) }
        #expect(verdicts == [.admitted, .admitted, .refused, .admitted])
        counter.close(addresses[2], isCounted: true)
        counter.close(addresses[0], isCounted: true)
        #expect(counter.open(addresses[2], isCounted: true) == .admitted)
    }

    @Test func `In all, connections are refused, then left to the kernel`() throws {
        var limits = Limits()
        limits.connections = 2
        limits.refusals = 1
        let counter = ConnectionCounter(limits: limits)
        let address = try #require(PeerAddress("192.0.2.1"))
        #expect(
            (0..<4).map { _ in counter.open(address, isCounted: false) } == [.admitted, .admitted, .refused, .full])
        #expect(!counter.hasRoom)
        counter.close(address, isCounted: false)
        #expect(counter.hasRoom)
    }
}
