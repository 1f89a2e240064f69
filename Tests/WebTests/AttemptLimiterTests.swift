import HTTP1
import HTTPTypes
import Testing
import Web

@Suite struct AttemptLimiterTests {
    @Test func `a burst passes, then one each interval`() {
        let limiter = AttemptLimiter(burst: 3, secondsBetween: 10)
        #expect((0..<4).map { _ in limiter.attempt("a", at: 100) } == [nil, nil, nil, 10])
        #expect(limiter.attempt("b", at: 100) == nil)
        #expect(limiter.attempt("a", at: 109) == 1)
        #expect(limiter.attempt("a", at: 110) == nil)
        #expect(limiter.attempt("a", at: 110) == 10)
        #expect((0..<4).map { _ in limiter.attempt("a", at: 1_000) } == [nil, nil, nil, 10])
        limiter.forget("a")
        #expect(limiter.attempt("a", at: 1_000) == nil)
    }

    @Test func `a flood of keys is bounded and does not free who was stopped last`() {
        let limiter = AttemptLimiter(burst: 2, secondsBetween: 1_000, capacity: 100)
        for _ in 0..<2 { _ = limiter.attempt("victim", at: 0) }
        for key in 0..<99 { _ = limiter.attempt("\(key)", at: 0) }
        #expect(limiter.attempt("victim", at: 0) != nil)
        for key in 100..<140 { _ = limiter.attempt("\(key)", at: 0) }
        #expect(limiter.attempt("victim", at: 0) != nil)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8::1", "2001:db8:0:0::/64"),
        ("::1", "0:0:0:0::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"), ("2001:db8:1:2::", "2001:db8:1:2::/64"),
    ])
    func `a network is an IPv4 address or half an IPv6 one`(client: String, network: String) {
        let request = Request(method: .get, target: RequestTarget(path: "/"), client: client)
        #expect(request.clientNetwork == network)
    }
}
