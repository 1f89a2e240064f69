import HTTP1

extension EventLoop {
    /// Asks for the next piece of a streamed answer once the client has taken the last one.
    func askForPiece(_ connection: Connection) {
        guard var stream = connection.stream, !stream.isAsked, !stream.isParked, connection.output.isEmpty else {
            return
        }
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

    /// Leaves a streamed answer alone until there are news.
    private func park(_ connection: Connection) {
        if drainDeadline != nil { return send(nil, to: connection) }
        connection.stream?.isParked = true
        parked.insert(connection.key)
        connection.state.awaitNews(now: now)
    }

    /// Asks a streamed answer that waits for news whether it has any.
    func wake(_ connection: Connection) {
        parked.remove(connection.key)
        connection.stream?.isParked = false
        turn(connection)
    }

    /// Asks every streamed answer that waits for news.
    func wakeParked() {
        let waiting = parked
        parked = []
        for key in waiting {
            if let connection = find(key) { wake(connection) }
        }
    }

    /// Ends the streamed answers that wait for news.
    func endParked() {
        let waiting = parked
        parked = []
        for key in waiting {
            guard let connection = find(key) else { continue }
            connection.stream?.isParked = false
            send(nil, to: connection)
            turn(connection)
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
        guard !piece.isEmpty else { return park(connection) }
        if stream.isChunked {
            append(Array((String(piece.count, radix: 16) + "\r\n").utf8), connection)
            appendContent(piece, connection)
            append(Lines.end, connection)
        } else {
            appendContent(piece, connection)
        }
    }
}
