public import HTTP1

/// Everything that an operator may set about the server.
public struct Configuration: Sendable {
    /// A literal IPv4 or IPv6 address to listen on; `::` takes both families.
    public var host = "127.0.0.1"
    /// 0 takes a free one, which `Server.run` reports.
    public var port: UInt16 = 8080
    /// Event loops, each on its own thread; as many as processors by default.
    public var loops = Processors.count
    /// Threads on which the handler runs.
    public var workers = max(4, Processors.count * 2)
    public var limits = Limits()
    public var deadlines = Deadlines()
    public var proxies = TrustedProxies()
    /// Where long request content is kept while it is handled, in files without a name.
    public var temporaryDirectory = "/tmp"

    public init() {}
}

/// Every bound of the server in one place.
public struct Limits: Sendable, Hashable {
    /// What a request may measure.
    public var message = MessageLimits()
    /// Open connections in all. Lowered at start to what the process may open.
    public var connections = 16_000
    /// Open connections from one address, trusted proxies apart; nil for no limit.
    public var connectionsPerAddress: Int? = 200
    /// Connections beyond `connections` or `connectionsPerAddress` that are open only to be told 503; further ones wait
    /// in the kernel's queue.
    public var refusals = 256
    /// Requests waiting for a worker; beyond, or where `Deadlines.queue` will not be kept: 503 with Retry-After.
    public var queuedRequests = 4_096
    /// Seconds that a refused client is asked to wait (Retry-After).
    public var retryAfter = 2
    /// Octets of request content kept in memory; longer content goes to an unlinked temporary file.
    public var contentInMemory = 65_536
    /// Octets read and dropped from a client after its connection's last answer.
    public var lingering = 32 << 20
    /// Octets of all cached answers in all, over all loops.
    public var cache = 64 << 20
    /// Octets of one cached answer.
    public var cachedAnswer = 1 << 20

    public init() {}
}

/// Every deadline of the server in one place.
public struct Deadlines: Sendable, Hashable {
    /// For a whole request head, from its first octet, or from the connection's beginning; beyond: 408.
    public var head = Duration.seconds(10)
    /// Between two requests; beyond: the connection closes.
    public var idle = Duration.seconds(60)
    /// For content to arrive, `minimumRate` apart; beyond: 408.
    public var content = Duration.seconds(10)
    /// For the handler, waiting for a worker included; beyond: 503 and the connection closes.
    public var handler = Duration.seconds(30)
    /// For a worker to be free, at the pace of the last requests; a longer queue is not joined.
    public var queue = Duration.seconds(1)
    /// For an answer to be taken, `minimumRate` apart; beyond: the connection is cut.
    public var write = Duration.seconds(20)
    /// Octets a second that each side must at least move after its first `content` or `write` seconds.
    public var minimumRate = 1_024
    /// Between two questions to a streamed answer that waits for news, unless news come first.
    public var news = Duration.seconds(15)
    /// For a client to close after the last answer.
    public var lingering = Duration.seconds(10)
    /// Between two tellings of how often cached answers were given (``Response/givenAgain``); a crash forgets as much.
    public var telling = Duration.seconds(30)
    /// For answers in progress when the server shuts down.
    public var drain = Duration.seconds(10)

    public init() {}
}
