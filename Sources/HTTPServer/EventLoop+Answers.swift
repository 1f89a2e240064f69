import HTTP1
import HTTPTypes

extension EventLoop {
    /// A request head is complete: answers it from the cache, asks whether its content is wanted, or hands it over.
    func begin(_ connection: Connection, _ head: Span<UInt8>, hasMore: Bool) throws(ParseError) {
        let index = connection.state.parser.index
        if index.isServer {
            // Content would be read as the next request.
            if index.framing != .none { return refuse(connection, Self.serverOptions) }
            connection.state.beginAnswer(now: now)
            return answer(connection, with: Self.serverOptions)
        }
        let proxies = context.configuration.proxies
        let isSecure = ClientIdentity.isSecure(
            peer: connection.peer, index: index, octets: head, proxies: proxies)
        let mayBeCached = index.mayBeCached
        if mayBeCached,
            let page = cache.page(
                index, head, isSecure: isSecure, generation: context.handler.generation), page.answers(index, head)
        {
            return answer(connection, with: page, index, head)
        }
        connection.exchange &+= 1
        connection.head = RequestHead(octets: head.array, index: index)
        connection.identity = ClientIdentity(
            peer: connection.peer, index: index, octets: head, isSecure: isSecure, proxies: proxies)
        connection.cacheKey = mayBeCached && index.method == .get ? cache.lastKey : nil
        guard index.framing != .none else {
            connection.state.beginAnswer(now: now)
            if mayBeCached && waits(connection, for: cache.lastHash) { return }
            return dispatch(connection)
        }
        try admit(connection, hasMore: hasMore)
    }

    private func admit(_ connection: Connection, hasMore: Bool) throws(ParseError) {
        guard let head = connection.head, let identity = connection.identity else { return }
        switch context.handler.admission(of: Request(head, identity, .empty)) {
        case .accept(let limit):
            try connection.state.beginContent(limit: limit, now: now)
            let configuration = context.configuration
            connection.content = ContentStore(
                inMemory: configuration.limits.contentInMemory, directory: configuration.temporaryDirectory)
            if head.index.expectsContinue, !hasMore { append(Lines.continue, connection) }
        case .refuse(let response):
            refuse(
                connection,
                PreparedResponse(response, method: head.index.method, version: head.index.version))
        }
    }

    /// The request is complete: hands it to a worker.
    func dispatch(_ connection: Connection) {
        guard let head = connection.head, let identity = connection.identity else { return }
        let job = AnswerJob(
            context: context, mailbox: mailbox, key: connection.key, exchange: connection.exchange, head: head,
            identity: identity, body: connection.content?.body ?? .empty, cacheKey: connection.cacheKey,
            flight: connection.flight, deadline: connection.state.deadline)
        guard !context.pool.submit(job.run) else { return }
        let flight = connection.flight
        answer(
            connection, with: head.index.method == .head ? own(.serviceUnavailable, connection) : context.unavailable)
        if let flight { land(flight) }
    }

    /// Answers and closes.
    func refuse(_ connection: Connection, _ response: PreparedResponse) {
        connection.state.refuse(now: now)
        answer(connection, with: response)
    }

    /// Answers with a status alone and closes.
    func refuse(_ connection: Connection, _ status: HTTPResponse.Status) {
        refuse(connection, own(status, connection))
    }

    /// The server's own answer with a status alone.
    private func own(_ status: HTTPResponse.Status, _ connection: Connection) -> PreparedResponse {
        let method = connection.state.parser.index.method
        guard status == .serviceUnavailable else { return PreparedResponse(status, method: method) }
        return .unavailable(retryAfter: context.configuration.limits.retryAfter, method: method)
    }

    /// Sends an answer to the request in progress, or begins to.
    func answer(_ connection: Connection, with response: PreparedResponse) {
        if response.delimiting == .close { connection.state.refuse(now: now) }
        appendHead(response.head, connection)
        connection.clearRequest()
        switch response.content {
        case .empty: break
        case .bytes(let octets): appendContent(octets, connection)
        case .file(let file, let offset, let length):
            sendBuffered(connection, more: true)
            if length > UnsentOctets.longFile, openConnections <= UnsentOctets.fewConnections {
                UnsentOctets.raise(connection.socket.number)
            }
            connection.output.append(file, offset: offset, length: length)
        case .stream(let next):
            connection.stream = AnswerStream(
                next: next, worker: response.worker, isChunked: response.delimiting == .chunked)
            return
        }
        connection.state.finishAnswer(now: now)
    }

    /// Answers from the cache, without the handler and without allocating (RFC 9110 §13.1.2 for If-None-Match).
    func answer(_ connection: Connection, with page: CachedPage, _ index: HeadIndex, _ head: Span<UInt8>) {
        connection.state.beginAnswer(now: now)
        if page.isSuccess, let list = index.value(.ifNoneMatch), page.matches(head.extracting(list)) {
            appendHead(page.notModifiedHead, connection)
        } else {
            appendHead(page.head, connection)
            if index.method == .get { appendContent(page.content, connection) }
        }
        connection.state.finishAnswer(now: now)
    }

    private func appendHead(_ head: [UInt8], _ connection: Connection) {
        append(head, connection)
        append(date.octets, connection)
        if !connection.state.isPersistent {
            append(Lines.close, connection)
        } else if connection.state.parser.index.version == .http10 {
            append(Lines.keepAlive, connection)
        } else {
            append(Lines.end, connection)
        }
    }

    func append(_ octets: [UInt8], _ connection: Connection) {
        if output.append(octets) { return }
        sendBuffered(connection, more: true)
        if output.append(octets) { return }
        appendContent(octets, connection)
    }

    func appendContent(_ octets: [UInt8], _ connection: Connection) {
        if output.appendContent(octets) { return }
        sendBuffered(connection, more: true)
        _ = output.appendContent(octets)
    }

    /// `OPTIONS *` (RFC 9110 §9.3.7).
    private static let serverOptions = PreparedResponse(
        Response(status: .noContent, fields: [.allow: "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS"]),
        method: .options, version: .http11)
}

extension HeadIndex {
    /// Whether an answer may come from the cache: nothing in the request but what the key holds and If-None-Match bears on
    /// which answer is right.
    var mayBeCached: Bool {
        (method == .get || method == .head) && framing == .none && targetAuthority == nil && !expectsContinue
            && !has(.cookie) && !has(.authorization) && !has(.range)
            && !has(.ifMatch) && !has(.ifModifiedSince) && !has(.ifUnmodifiedSince) && !has(.ifRange)
            && !repeats(.accept) && !repeats(.acceptEncoding) && !repeats(.ifNoneMatch)
    }
}
