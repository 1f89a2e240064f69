import Glibc
import Logging
import Storage
import Synchronization
import Threading

/// Lets the index see what other processes commit, a fifth of a second later at most.
final class Follower: Sendable {
    private static let microsecondsBetweenLooks: UInt32 = 200_000

    private let board: Board
    private let logger: Logger
    private let isStopping = Atomic(false)

    init(_ board: Board, logger: Logger) {
        self.board = board
        self.logger = logger
    }

    /// Looks again and again on a thread of its own until `stop` is called.
    func start() throws(ThreadError) -> Thread {
        try Thread(name: "follower") { self.follow() }
    }

    func stop() {
        isStopping.store(true, ordering: .relaxed)
    }

    private func follow() {
        var lastError = ""
        while !isStopping.load(ordering: .relaxed) {
            usleep(Self.microsecondsBetweenLooks)
            do {
                try board.catchUp()
                lastError = ""
            } catch {
                // The same trouble is told once, not five times a second.
                if error.description != lastError {
                    logger.error("cannot follow the database", metadata: ["error": "\(error)"])
                }
                lastError = error.description
            }
        }
    }
}
