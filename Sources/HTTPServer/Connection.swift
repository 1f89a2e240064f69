import HTTP1

/// One client's socket with everything kept for it. It belongs to its event loop.
final class Connection {
    let key: ConnectionKey
    let socket: Descriptor
    let peer: PeerAddress
    /// Whether it counts for the limit per address.
    let isCounted: Bool
    var state: ConnectionState

    // What the socket allows, as far as known: edge-triggered events say when that changes.
    var canRead = false
    var canWrite = true
    /// The end of the client's octets is in the socket, so that a short read may leave it behind.
    var endIsNear = false
    var hasEnded = false
    var isShutDown = false
    var isBroken = false

    /// Octets received and not yet used: the beginning of a head, or pipelined requests.
    var received: [UInt8] = []
    /// Whether `received` may hold a whole request.
    var hasPipelined = false
    var output = OutputQueue()

    // The request in progress.
    var head: RequestHead?
    var identity: ClientIdentity?
    var cacheKey: [UInt8]?
    /// The page that others wait for it to get from the handler.
    var flight: Int?
    var content: ContentStore?
    /// Its number, so that a late answer to an earlier one is not taken for its own.
    var exchange: UInt32 = 0
    var stream: AnswerStream?

    /// The time at which the event loop looks at the deadline.
    var scheduled: Instant?

    init(
        key: ConnectionKey, socket: consuming Descriptor, peer: PeerAddress, isCounted: Bool, state: ConnectionState
    ) {
        self.key = key
        self.socket = socket
        self.peer = peer
        self.isCounted = isCounted
        self.state = state
    }

    /// Forgets the request in progress once its answer is under way.
    func clearRequest() {
        head = nil
        identity = nil
        cacheKey = nil
        flight = nil
        content = nil
    }
}

/// A request that waits for a page in the making.
struct Waiter {
    let key: ConnectionKey
    let exchange: UInt32
}

/// An answer made piece by piece.
struct AnswerStream {
    let next: @Sendable () throws -> [UInt8]?
    /// The worker that makes the pieces.
    let worker: Int
    let isChunked: Bool
    /// Whether a piece is being made.
    var isAsked = false
    /// Whether it waits for news.
    var isParked = false
}
