import CLinux
import Glibc
import HTTP1
import HTTPTypes
import Logging

extension EventLoop {
    /// Connections taken before others have their turn.
    private static let acceptBatch = 64

    static func openReserve() -> Descriptor? {
        let descriptor = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
        return descriptor >= 0 ? Descriptor(owning: descriptor) : nil
    }

    /// Takes new connections, as many as there is room for.
    func accept() {
        guard let listening = listener?.socket.number, isAccepting else { return }
        for _ in 0..<Self.acceptBatch {
            guard context.connections.hasRoom else { return pauseAccepting() }
            var storage = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    unsafe accept4(listening, address, &length, Int32(O_NONBLOCK | O_CLOEXEC))
                }
            }
            if result >= 0 {
                add(Descriptor(owning: result), PeerAddress(storage))
            } else if errno == EMFILE || errno == ENFILE {
                // Without a free descriptor the waiting connection would wake this loop for ever.
                reserve = nil
                _ = Descriptor(owning: accept4(listening, nil, nil, Int32(O_CLOEXEC)))
                reserve = Self.openReserve()
            } else if errno != EINTR, errno != ECONNABORTED {
                return
            }
        }
    }

    private func add(_ socket: consuming Descriptor, _ peer: PeerAddress) {
        let isCounted = !context.configuration.proxies.contains(peer)
        let verdict = context.connections.open(peer, isCounted: isCounted)
        if case .full = verdict { return }
        serial = serial == .max ? 1 : serial + 1
        let key = ConnectionKey(descriptor: socket.number, serial: serial)
        do {
            try poller.watch(connection: key)
        } catch {
            context.connections.close(peer, isCounted: isCounted)
            return
        }
        let connection = Connection(
            key: key, socket: socket, peer: peer, isCounted: isCounted,
            state: ConnectionState(rules: context.rules, now: now))
        while connections.count <= Int(key.descriptor) { connections.append(nil) }
        connections[Int(key.descriptor)] = connection
        openConnections += 1
        if case .refused = verdict {
            refuse(connection, .serviceUnavailable)
            turn(connection)
        } else {
            schedule(connection)
        }
    }

    func close(_ connection: Connection) {
        let descriptor = Int(connection.key.descriptor)
        guard connections[descriptor] === connection else { return }
        connections[descriptor] = nil
        if connection.stream?.isParked ?? false { parked.remove(connection.key) }
        openConnections -= 1
        connection.stream = nil
        context.connections.close(connection.peer, isCounted: connection.isCounted)
    }

    /// Closes with a reset, so that the client sees that its answer is incomplete.
    func cut(_ connection: Connection) {
        var option = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(
            connection.socket.number, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close(connection)
    }

    private func pauseAccepting() {
        guard let listening = listener?.socket.number, isAccepting else { return }
        isAccepting = false
        poller.forget(listening)
    }

    /// Takes connections again once another loop's or this one's have made room.
    func resumeAccepting() {
        guard !isAccepting, let listening = listener?.socket.number, context.connections.hasRoom else { return }
        do throws(ServerError) {
            try poller.watch(source: listening)
            isAccepting = true
        } catch {
            context.logger.error("no more connections accepted", metadata: ["error": "\(error)"])
        }
    }

    /// Takes no new connections; those without a request in progress close now, the others after their answer.
    func drain() {
        guard drainDeadline == nil else { return }
        drainDeadline = now + context.configuration.deadlines.drain.milliseconds
        // What the kernel has already accepted would be reset with the listener.
        accept()
        if let listener {
            poller.forget(listener.socket.number)
            listener.stop()
        }
        listener = nil
        endParked()
        for case let connection? in connections {
            _ = connection.state.drain()
            connection.canRead = true
            turn(connection)
            if connection.state.drain() { close(connection) }
        }
    }
}
