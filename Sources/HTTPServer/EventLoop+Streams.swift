import HTTP1

extension EventLoop {
    /// Asks for the next piece of a streamed answer once the client has taken the last one.
    func askForPiece(_ connection: Connection) {
        guard var stream = connection.stream, !stream.isAsked, connection.output.isEmpty else { return }
        stream.isAsked = true
        connection.stream = stream
        connection.state.beginAnswer(now: now)
        let mailbox = mailbox
        let key = connection.key
        let exchange = connection.exchange
        let next = stream.next
        context.pool.submit(to: stream.worker) { _ in
            do {
                mailbox.post(.piece(key, exchange: exchange, try next()))
            } catch {
                mailbox.post(.streamFailed(key, exchange: exchange))
            }
        }
    }

    /// Sends a piece of a streamed answer; nil ends it.
    func send(_ piece: [UInt8]?, to connection: Connection) {
        guard let stream = connection.stream else { return }
        guard let piece else {
            if stream.isChunked { append(Lines.lastChunk, connection) }
            connection.stream = nil
            return connection.state.finishAnswer(now: now)
        }
        connection.stream?.isAsked = false
        guard !piece.isEmpty else { return }
        if stream.isChunked {
            append(Array((String(piece.count, radix: 16) + "\r\n").utf8), connection)
            appendContent(piece, connection)
            append(Lines.end, connection)
        } else {
            appendContent(piece, connection)
        }
    }
}
