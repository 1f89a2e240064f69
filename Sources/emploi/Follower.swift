import Glibc
import Logging
import Storage
import Synchronization
import Threading

/// Lets the index see what other processes commit, a fifth of a second later at most.
final class Follower: Sendable {
    private static let microsecondsBetweenLooks: UInt32 = 200_000
    /// Looks between two writings of the searches counted: a minute.
    private static let looksBetweenTallies = 300

    private let board: Board
    private let logger: Logger
    private let isStopping = Atomic(false)
    private let lastTrouble = Lock("")

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
        var looks = 0
        while !isStopping.load(ordering: .relaxed) {
            usleep(Self.microsecondsBetweenLooks)
            looks += 1
            attempt { () throws(StorageError) in
                try board.catchUp()
                board.tidy()
                if looks % Self.looksBetweenTallies == 0 { try board.keepTally() }
            }
        }
        attempt { () throws(StorageError) in try board.keepTally() }
    }

    /// The same trouble is told once, not five times a second.
    private func attempt(_ work: () throws(StorageError) -> Void) {
        do throws(StorageError) {
            try work()
            lastTrouble.withLock { $0 = "" }
        } catch {
            let isNew = lastTrouble.withLock { last in
                defer { last = error.description }
                return last != error.description
            }
            if isNew { logger.error("cannot follow the database", metadata: ["error": "\(error)"]) }
        }
    }
}
