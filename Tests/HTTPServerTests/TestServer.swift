import Glibc
import HTTP1
import Logging
import Testing
import Threading

@testable import HTTPServer

/// A real server on a free port, for as long as this value lives.
final class TestServer: Sendable {
    let port: UInt16
    private let server: Server
    private let thread: Thread

    init(_ handler: any RequestHandler, configure: (inout Configuration) -> Void = { _ in }) throws {
        var configuration = Configuration()
        configuration.port = 0
        configuration.loops = 1
        configuration.workers = 2
        configure(&configuration)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = Server(configuration: configuration, handler: handler, logger: logger)
        let started = Lock<UInt16>(0)
        let box = SharedPort(started)
        thread = try Thread(name: "server") {
            do {
                try server.run { address in box.set(address.port) }
            } catch {
                box.set(1)
            }
        }
        self.server = server
        port = box.wait()
        try #require(port > 1)
    }

    /// Stops the server and waits until it has drained.
    func stop() {
        server.shutdown()
        thread.join()
    }

    func announceNews() {
        server.announceNews()
    }

    func shutdown() {
        server.shutdown()
    }
}

/// Hands a port over from one thread to another.
private final class SharedPort: Sendable {
    private let port: Lock<UInt16>
    private let signal = Signal()

    init(_ port: consuming Lock<UInt16>) {
        self.port = port
    }

    func set(_ value: UInt16) {
        port.withLock { $0 = value }
        signal.notify()
    }

    func wait() -> UInt16 {
        signal.wait()
        return port.withLock { $0 }
    }
}
