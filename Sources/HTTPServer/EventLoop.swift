import CLinux
import Glibc
import HTTP1
import HTTPTypes
import Logging

/// One thread's share of the server: it accepts connections, reads requests, answers from its cache or hands over to the
/// workers, and writes. Everything it holds belongs to its thread; others reach it through its mailbox.
@safe final class EventLoop {
    let context: ServerContext
    let mailbox: Mailbox
    let readBuffer: UnsafeMutableBufferPointer<UInt8>
    var listener: Listener?
    var isAccepting = true
    /// Given up for a moment to accept and close a connection when the process may open no more files.
    var reserve: Descriptor?
    var connections: [Connection?] = []
    var openConnections = 0
    var serial: UInt32 = 0
    var deadlines = DeadlineHeap()
    var now = Instant.now
    var date = DateLine()
    var output = OutputBuffer()
    var cache: PageCache
    /// Pages in the making, by the hash of their key, with those who wait for them.
    var flights: [Int: [Waiter]] = [:]
    /// Connections whose streamed answers wait for news.
    var parked: Set<ConnectionKey> = []
    /// Connections whose turn ended before their work did.
    var unfinished: [ConnectionKey] = []
    var drainDeadline: Instant?
    private var nextTelling = Instant.now
    let poller: Poller

    /// Octets read by one call.
    static let readSize = 65_536
    /// Octets sent to one connection before others have their turn.
    static let turnOctets = 4 << 20
    /// Reads for one connection before others have their turn.
    static let turnReads = 16

    init(context: ServerContext, mailbox: Mailbox, listener: Listener, epoll: Int32) {
        self.context = context
        self.mailbox = mailbox
        self.listener = listener
        poller = Poller(descriptor: epoll)
        reserve = Self.openReserve()
        let handler = context.handler
        cache = PageCache(capacity: context.configuration.limits.cache / max(1, context.configuration.loops)) {
            handler.counts(userAgent: $0)
        }
        unsafe readBuffer = .allocate(capacity: Self.readSize)
    }

    deinit {
        unsafe readBuffer.deallocate()
    }

    /// Serves until the server has been shut down and every answer in progress is sent or out of time.
    func run() {
        var messages: [Mailbox.Message] = []
        var turns: [ConnectionKey] = []
        var isWoken = false
        var hasNewConnections = false
        while true {
            poller.wait(milliseconds: patience) { key, readiness in
                if key.serial == 0 {
                    if key.descriptor == mailbox.wakeup.number { isWoken = true } else { hasNewConnections = true }
                } else if let connection = find(key) {
                    // Only once both directions are closed, or the client has reset the connection.
                    if !readiness.isDisjoint(with: .hangUp) { connection.isBroken = true }
                    if !readiness.isDisjoint(with: .input) { connection.canRead = true }
                    if readiness.contains(.end) { connection.endIsNear = true }
                    if readiness.contains(.output) { connection.canWrite = true }
                    unfinished.append(key)
                }
            }
            now = .now
            date.update()
            if nextTelling <= now {
                cache.tellAll()
                nextTelling = now + context.configuration.deadlines.telling.milliseconds
            }
            // Two lists change places, so that neither is ever copied.
            swap(&turns, &unfinished)
            for key in turns {
                if let connection = find(key) { turn(connection) }
            }
            turns.removeAll(keepingCapacity: true)
            if isWoken {
                isWoken = false
                mailbox.take(into: &messages)
                for message in messages { receive(message) }
            }
            if hasNewConnections {
                hasNewConnections = false
                accept()
            }
            resumeAccepting()
            expire()
            if let drainDeadline, openConnections == 0 || drainDeadline <= now { break }
        }
        for case let connection? in connections { close(connection) }
        cache.removeAll()
    }

    /// Milliseconds to wait at most.
    private var patience: Int32 {
        if !unfinished.isEmpty { return 0 }
        let next = min(deadlines.next ?? .distantFuture, drainDeadline ?? .distantFuture)
        guard next != .distantFuture else { return 1_000 }
        return Int32(clamping: min(1_000, max(0, next.milliseconds - Instant.now.milliseconds + 1)))
    }

    func find(_ key: ConnectionKey) -> Connection? {
        guard Int(key.descriptor) < connections.count, let connection = connections[Int(key.descriptor)],
            connection.key == key
        else { return nil }
        return connection
    }

    private func receive(_ message: Mailbox.Message) {
        switch message {
        case .answer(let key, let exchange, let response, let flight):
            if let page = response.page { cache.insert(page) }
            if let connection = find(key), connection.exchange == exchange {
                answer(connection, with: response)
                turn(connection)
            }
            if let flight { land(flight) }
        case .dropped(let flight):
            land(flight)
        case .piece(let key, let exchange, let piece):
            guard let connection = find(key), connection.exchange == exchange else { return }
            send(piece, to: connection)
            turn(connection)
        case .streamFailed(let key, let exchange):
            guard let connection = find(key), connection.exchange == exchange else { return }
            cut(connection)
        case .news:
            wakeParked()
        case .shutdown:
            drain()
        }
    }

    private func expire() {
        while let entry = deadlines.pop(until: now) {
            guard let connection = find(entry.connection), connection.scheduled == entry.time else { continue }
            connection.scheduled = nil
            switch connection.state.expiry(now: now) {
            case nil: schedule(connection)
            case .close: close(connection)
            case .cut: cut(connection)
            case .timeout:
                refuse(connection, .requestTimeout)
                turn(connection)
            case .unavailable:
                if connection.stream?.isParked ?? false {
                    wake(connection)
                } else if connection.stream != nil {
                    cut(connection)
                } else {
                    connection.exchange &+= 1
                    context.logger.warning("handler out of time", metadata: ["client": "\(connection.peer)"])
                    refuse(connection, .serviceUnavailable)
                    turn(connection)
                }
            }
        }
    }

    /// Has the connection's deadline looked at when it may have passed.
    func schedule(_ connection: Connection) {
        let deadline = connection.state.deadline
        if let scheduled = connection.scheduled, scheduled <= deadline { return }
        connection.scheduled = deadline
        deadlines.insert(DeadlineHeap.Entry(time: deadline, connection: connection.key))
    }
}
