import Curl
import LocalServer
import Partners
import Recruitment
import Synchronization
import Testing

@Suite struct WebhookTests {
    private let now = Instant(secondsSinceEpoch: 1_795_498_278)
    private let secret = Array("secret partagé".utf8)
    private let body = Array("{\"id\":\"7K2M4P\"}".utf8)

    /// Computed by Python: hmac.new(secret, b"1795498278." + body, sha256).
    @Test func `a signature is what another program computes`() {
        #expect(
            WebhookSignature.value(for: body, secrets: [secret], at: now)
                == "t=1795498278,v1=49722ef3982c7c50c406d3a842ba58874873e5333860bda0cdc009713263909f")
    }

    @Test func `a right and fresh signature is accepted, under the old and the new secret`() {
        let value = WebhookSignature.value(for: body, secrets: [secret], at: now)
        #expect(WebhookSignature.verify(value, for: body, secrets: [secret], at: now))
        #expect(WebhookSignature.verify(value, for: body, secrets: [[1, 2], secret], at: now.adding(seconds: 299)))
        #expect(WebhookSignature.verify(value, for: body, secrets: [secret], at: now.adding(seconds: -299)))
        #expect(
            WebhookSignature.verify(value.replacing(",v1", with: ",v1=00,v1"), for: body, secrets: [secret], at: now))
    }

    @Test func `while a secret is changed both sign, and either is enough`() {
        let value = WebhookSignature.value(for: body, secrets: [secret, [7]], at: now)
        #expect(value.split(separator: ",").count == 3)
        #expect(WebhookSignature.verify(value, for: body, secrets: [secret], at: now))
        #expect(WebhookSignature.verify(value, for: body, secrets: [[7]], at: now))
    }

    @Test func `an old, early, altered or foreign signature is refused`() {
        let value = WebhookSignature.value(for: body, secrets: [secret], at: now)
        #expect(!WebhookSignature.verify(value, for: body, secrets: [secret], at: now.adding(seconds: 300)))
        #expect(!WebhookSignature.verify(value, for: body, secrets: [secret], at: now.adding(seconds: -300)))
        #expect(!WebhookSignature.verify(value, for: body + [0], secrets: [secret], at: now))
        #expect(!WebhookSignature.verify(value, for: body, secrets: [[1]], at: now))
        #expect(!WebhookSignature.verify(value, for: body, secrets: [], at: now))
        for changed in [
            "", "t=,v1=", "v1=" + value, String(value.dropLast()), value.replacing("t=1", with: "t=01"),
            value.replacing("1795498278", with: "1795498279"), "t=9223372036854775807,v1=0",
            "t=-9223372036854775808,v1=0",
        ] {
            #expect(!WebhookSignature.verify(changed, for: body, secrets: [secret], at: now), "\(changed)")
        }
    }

    @Test func `tries are spread over three days and end`() {
        var time = now
        var intervals: [Int64] = []
        while let next = WebhookSchedule.nextTry(failures: intervals.count + 1, first: now, now: time) {
            intervals.append(next.secondsSinceEpoch - time.secondsSinceEpoch)
            time = next
        }
        #expect(intervals.prefix(6) == [30, 120, 480, 1_920, 7_680, 28_800])
        #expect(intervals.dropFirst(5).allSatisfy { $0 == 28_800 })
        let total = intervals.reduce(0, +)
        #expect(total <= 3 * 86_400 && total + 28_800 > 3 * 86_400)
    }

    @Test func `a partner's Retry-After is obeyed within reason, jitter only lengthens`() {
        func wait(_ failures: Int, after: Int64? = nil, jitter: Double = 0) -> Int64? {
            WebhookSchedule.nextTry(failures: failures, first: now, now: now, after: after, jitter: jitter)
                .map { $0.secondsSinceEpoch - now.secondsSinceEpoch }
        }
        #expect(wait(1, after: 600) == 600 && wait(1, after: 5) == 30 && wait(1, after: .max) == 28_800)
        #expect(wait(1, after: -5) == 30 && wait(.max) == 28_800 && wait(0) == 30 && wait(-3) == 30)
        #expect(wait(2, jitter: 1) == 132 && wait(2, jitter: .infinity) == 132 && wait(2, jitter: -1) == 120)
    }

    @Test func `a call reaches a partner signed, and its answer decides`() throws {
        let requests = Received()
        let server = LocalServer { connection in
            guard let request = connection.readRequest() else { return }
            let count = requests.list.withLock { list in
                list.append(request)
                return list.count
            }
            connection.answer([200, 410, 503][count - 1], count == 3 ? ["Retry-After": "90"] : [:])
        }
        let call = WebhookCall(
            url: "http://127.0.0.1:\(server.port)/crochet", identifier: "42", event: "offre.ajoutee", body: body)
        let client = try HTTPClient(policy: AddressPolicy(allowing: ["127.0.0.1"].compactMap { IPNetwork($0) }))
        let outcomes = (0..<3).map { _ in
            WebhookOutcome(
                Result { () throws(TransferError) in
                    try client.send(call.request(secrets: [secret], at: now), limits: WebhookCall.limits)
                })
        }
        #expect(outcomes == [.delivered, .refused("réponse 410"), .failed("réponse 503", after: 90)])
        let request = try #require(requests.list.withLock { $0.first })
        #expect(request.body == body && request.fields["emploi-delivery"] == "42")
        let signature = try #require(request.fields["emploi-signature"])
        #expect(WebhookSignature.verify(signature, for: request.body, secrets: [secret], at: now))
    }

    @Test func `a call to a private address ends the subscription`() throws {
        let call = WebhookCall(url: "http://127.0.0.1:9/", identifier: "1", event: "offre.fermee", body: body)
        let outcome = WebhookOutcome(
            Result { () throws(TransferError) in
                try HTTPClient().send(call.request(secrets: [secret], at: now), limits: WebhookCall.limits)
            })
        guard case .refused = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    private final class Received: Sendable {
        let list = Mutex<[ReceivedRequest]>([])
    }
}
