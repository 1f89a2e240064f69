import Glibc
import HTTP1
import HTTPTypes
import Logging

extension EventLoop {
    /// Does for one connection what can be done now: read, answer, write, in bounded measure.
    func turn(_ connection: Connection) {
        if connection.isBroken { return close(connection) }
        var reads = 0
        repeat {
            readInput(connection)
            flush(connection)
            if connection.isBroken { return close(connection) }
            if shutDownIfAnswered(connection) { return close(connection) }
            askForPiece(connection)
            reads += 1
            if reads == Self.turnReads {
                unfinished.append(connection.key)
                break
            }
        } while mayGoOn(connection)
        schedule(connection)
    }

    /// Whether more input is at hand and of use. While a client does not take its answers, no request of its is read.
    private func mayGoOn(_ connection: Connection) -> Bool {
        connection.state.takesInput && connection.output.isEmpty && (connection.hasPipelined || connection.canRead)
    }

    // MARK: Reading

    private func readInput(_ connection: Connection) {
        guard mayGoOn(connection) else { return }
        if connection.hasPipelined {
            consumeReceived(connection)
            return
        }
        let count = unsafe recv(connection.socket.number, readBuffer.baseAddress, Self.readSize, 0)
        if count > 0 {
            // A short read leaves nothing behind; the next octets make a new event.
            if count < Self.readSize, !connection.endIsNear { connection.canRead = false }
            let octets = unsafe UnsafeBufferPointer(start: readBuffer.baseAddress, count: count)
            if connection.received.isEmpty {
                let span = unsafe Span(_unsafeElements: octets)
                let position = consume(span, connection)
                if position < count {
                    connection.received = unsafe Array(octets[position...])
                }
            } else {
                unsafe connection.received.append(contentsOf: octets)
                consumeReceived(connection)
            }
        } else if count == 0 {
            connection.canRead = false
            endInput(connection)
        } else if errno == EAGAIN {
            connection.canRead = false
        } else if errno != EINTR {
            connection.isBroken = true
        }
    }

    private func consumeReceived(_ connection: Connection) {
        var received: [UInt8] = []
        swap(&received, &connection.received)
        let position = consume(received.span, connection)
        if position == 0 {
            connection.received = received
        } else if position < received.count {
            connection.received = Array(received[position...])
        }
    }

    /// - Returns: How many octets are used up.
    private func consume(_ input: Span<UInt8>, _ connection: Connection) -> Int {
        var position = 0
        connection.hasPipelined = false
        do throws(ParseError) {
            while true {
                switch try connection.state.read(input, at: &position, now: now) {
                case .wait:
                    connection.hasPipelined = position < input.count && !connection.state.takesInput
                    return position
                case .head(let range):
                    try begin(connection, input.extracting(range), hasMore: position < input.count)
                case .content(let range):
                    keep(input.extracting(range), connection)
                case .request:
                    dispatch(connection)
                }
                if !output.hasRoom || !connection.output.isEmpty {
                    connection.hasPipelined = position < input.count
                    return position
                }
            }
        } catch {
            context.logger.debug("request refused", metadata: ["client": "\(connection.peer)", "error": "\(error)"])
            refuse(connection, error.status)
            return input.count
        }
    }

    private func endInput(_ connection: Connection) {
        connection.hasEnded = true
        do throws(ParseError) {
            if try connection.state.endInput() { connection.isBroken = connection.output.isEmpty }
        } catch {
            refuse(connection, error.status)
        }
    }

    private func keep(_ octets: Span<UInt8>, _ connection: Connection) {
        do throws(ServerError) {
            try connection.content?.append(octets)
        } catch {
            context.logger.error("request content not kept", metadata: ["error": "\(error)"])
            refuse(connection, HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"))
        }
    }

    // MARK: Writing

    private func flush(_ connection: Connection) {
        sendBuffered(connection, more: false)
        guard !connection.output.isEmpty else { return }
        guard connection.canWrite else { return connection.state.isBlocked(now: now, taken: 0) }
        switch connection.output.send(to: connection.socket.number, budget: Self.turnOctets) {
        case .sent(let count):
            if connection.output.isEmpty {
                connection.state.isFlushed(now: now)
            } else {
                connection.state.isBlocked(now: now, taken: count)
                unfinished.append(connection.key)
            }
        case .blocked(let count):
            connection.canWrite = false
            connection.state.isBlocked(now: now, taken: count)
        case .broken:
            connection.isBroken = true
        }
    }

    /// Sends what the loop has put together for this connection.
    func sendBuffered(_ connection: Connection, more: Bool) {
        guard !output.isEmpty else { return }
        let isSent = output.send(
            to: connection.socket.number, queue: &connection.output, canWrite: connection.canWrite, more: more)
        if isSent == nil { connection.isBroken = true }
    }

    /// After the last answer, tells the client that no more comes, and goes on reading so that the answer is not lost to a
    /// reset (RFC 9112 §9.6).
    ///
    /// - Returns: Whether the connection can close.
    private func shutDownIfAnswered(_ connection: Connection) -> Bool {
        guard connection.state.phase == .lingering, connection.output.isEmpty else { return false }
        if connection.hasEnded { return true }
        if !connection.isShutDown {
            connection.isShutDown = true
            shutdown(connection.socket.number, Int32(SHUT_WR))
        }
        return false
    }
}
