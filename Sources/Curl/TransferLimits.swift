/// Bounds on one exchange. Times are in milliseconds.
public struct TransferLimits: Sendable, Hashable {
    /// To resolve the name and connect, TLS included.
    public var connect: Int
    /// For the whole exchange, redirects included.
    public var total: Int
    /// Octets of a body after its content coding is undone.
    public var body: Int
    /// Octets of the fields of all answers of the exchange.
    public var fields: Int
    /// Redirects followed; with 0 the redirect itself is the answer.
    public var redirects: Int

    public init(
        connect: Int = 10_000, total: Int = 60_000, body: Int = 64 << 20, fields: Int = 64 << 10, redirects: Int = 0
    ) {
        self.connect = max(1, connect)
        self.total = max(1, total)
        self.body = max(0, body)
        self.fields = max(0, fields)
        self.redirects = max(0, redirects)
    }
}
