import HTTP1

extension EventLoop {
    /// When the generation changes, every client that reads a page asks for it at once. The first makes the page; the
    /// others wait for it here rather than in the workers' queue.
    ///
    /// - Returns: true where the request waits for another's page; false where it must be handed over.
    func waits(_ connection: Connection, for hash: Int) -> Bool {
        if flights[hash] != nil {
            flights[hash]?.append(Waiter(key: connection.key, exchange: connection.exchange))
            return true
        }
        if connection.cacheKey != nil, cache.expects(hash) {
            connection.flight = hash
            flights[hash] = []
        }
        return false
    }

    /// A page has been made, or will not be: answers those who waited for it.
    func land(_ hash: Int) {
        for waiter in flights.removeValue(forKey: hash) ?? [] {
            guard let connection = find(waiter.key), connection.exchange == waiter.exchange,
                let head = connection.head, let identity = connection.identity
            else { continue }
            let octets = head.octets
            if let page = cache.page(
                head.index, octets.span, isSecure: identity.isSecure, generation: context.handler.generation),
                page.answers(head.index, octets.span)
            {
                answer(connection, with: page, head.index, octets.span)
                connection.clearRequest()
            } else if !waits(connection, for: cache.lastHash) {
                dispatch(connection)
            }
            turn(connection)
        }
    }
}
