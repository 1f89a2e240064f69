import Glibc
public import HTTP1
public import Logging
import Threading

/// An HTTP/1.1 server (RFC 9110, RFC 9112) on event loops, with a pool of threads for the handler.
///
/// ```swift
/// let server = Server(configuration: configuration, handler: site, logger: logger)
/// try server.run { address in print("http://\(address)") }
/// ```
public final class Server: Sendable {
    private let context: ServerContext
    private let state = Lock(State())

    private struct State {
        var mailboxes: [Mailbox] = []
        var isShutDown = false
    }

    /// Where a running server listens.
    public struct Address: Sendable, Hashable, CustomStringConvertible {
        public let host: String
        public let port: UInt16

        /// As it stands in a URL: an IPv6 address in brackets.
        public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
    }

    public init(configuration: Configuration, handler: any RequestHandler, logger: Logger) {
        context = ServerContext(configuration: configuration, handler: handler, logger: logger)
    }

    /// Where `run` would listen now: on `port` itself, or on a free one for 0. For who must know the address before the
    /// server runs; another program may still take it in between, which `run` then tells.
    ///
    /// - Throws: `ServerError` where the address cannot be listened on.
    public static func availableAddress(host: String, port: UInt16) throws(ServerError) -> Address {
        Address(host: host, port: try Listener(host: host, port: port, isShared: false).port)
    }

    /// Listens and serves on the calling thread and others, until `shutdown` has been called and the answers in progress
    /// are sent, or `Deadlines.drain` has passed. Runs once in a server's life.
    ///
    /// - Parameter ready: Called once connections are accepted, with the port really taken.
    /// - Throws: `ServerError` where the address cannot be listened on or the system grants too little.
    public func run(ready: (Address) -> Void = { _ in }) throws(ServerError) {
        // sendfile has no flag against it, unlike send.
        signal(SIGPIPE, SIG_IGN)
        let configuration = context.configuration
        // Alone on the port first: with SO_REUSEPORT a second server would quietly share it.
        let port = try Listener(host: configuration.host, port: configuration.port, isShared: false).port
        var seats: [EventLoopSeat] = []
        for _ in 0..<max(1, configuration.loops) {
            seats.append(try EventLoopSeat(context: context, host: configuration.host, port: port))
        }
        let mailboxes = seats.map(\.mailbox)
        let isShutDown = state.withLock { state in
            state.mailboxes = mailboxes
            return state.isShutDown
        }
        if isShutDown { shutdown() }
        var loops: [Thread] = []
        let pool = context.pool
        do throws(ThreadError) {
            for worker in 0..<max(1, configuration.workers) {
                _ = try Thread(name: "worker \(worker)") { pool.work(as: worker) }
            }
            for (number, seat) in seats.enumerated() {
                loops.append(try Thread(name: "loop \(number)") { seat.serve() })
            }
        } catch {
            pool.stop()
            shutdown()
            for loop in loops { loop.join() }
            throw .system(call: "pthread_create", code: error.code)
        }
        ready(Address(host: configuration.host, port: port))
        for loop in loops { loop.join() }
        pool.stop()
        pool.waitForEnd(until: .now + grace)
    }

    /// Milliseconds for handlers whose client has gone, once every connection is closed.
    private var grace: Int { 1_000 }

    /// Has every streamed answer that waits for news asked whether it has any. May be called from any thread and at any time.
    public func announceNews() {
        for mailbox in state.withLock({ $0.mailboxes }) { mailbox.post(.news) }
    }

    /// Stops accepting, lets the answers in progress finish, and makes `run` return. May be called from any thread, before
    /// or after `run`, and more than once.
    public func shutdown() {
        let mailboxes = state.withLock { state in
            state.isShutDown = true
            return state.mailboxes
        }
        for mailbox in mailboxes { mailbox.post(.shutdown) }
    }
}
