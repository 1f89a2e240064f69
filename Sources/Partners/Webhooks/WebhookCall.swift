public import Curl
public import Recruitment

/// One delivery to a partner.
public struct WebhookCall: Sendable, Hashable {
    public var url: String
    /// The same for every try, so that the partner can tell copies.
    public var identifier: String
    /// `changements` or `essai`.
    public var event: String
    /// JSON.
    public var body: [UInt8]

    public init(url: String, identifier: String, event: String, body: [UInt8]) {
        self.url = url
        self.identifier = identifier
        self.event = event
        self.body = body
    }

    /// Short waits, no redirects, and nothing kept of a long answer.
    public static let limits = TransferLimits(connect: 5_000, total: 15_000, body: 64 << 10, redirects: 0)

    /// The signed request. Send it with `AddressPolicy.publicOnly` and `limits`.
    public func request(secrets: [[UInt8]], at now: Instant) -> HTTPRequest {
        HTTPRequest(
            .post, url,
            fields: [
                HTTPField("Content-Type", "application/json"), HTTPField("Emploi-Event", event),
                HTTPField("Emploi-Delivery", identifier),
                HTTPField(WebhookSignature.fieldName, WebhookSignature.value(for: body, secrets: secrets, at: now)),
            ], body: body)
    }
}
