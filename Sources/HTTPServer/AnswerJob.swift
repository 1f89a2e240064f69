import HTTP1
import HTTPTypes

/// One complete request on its way to a worker and its answer's way back.
struct AnswerJob: Sendable {
    let context: ServerContext
    let mailbox: Mailbox
    let key: ConnectionKey
    let exchange: UInt32
    let head: RequestHead
    let identity: ClientIdentity
    let body: RequestBody
    let cacheKey: [UInt8]?
    /// The page that others wait for.
    let flight: Int?
    let deadline: Instant

    @Sendable
    func run(worker: Int) {
        // Nobody waits any more: under overload, work for nobody would be the last straw.
        guard Instant.now < deadline else {
            if let flight { mailbox.post(.dropped(flight: flight)) }
            return
        }
        let response = context.handler.respond(to: Request(head, identity, body), worker: worker)
        let page = cacheKey.flatMap {
            CachedPage(response, key: $0, limit: context.configuration.limits.cachedAnswer)
        }
        let prepared = PreparedResponse(
            response, method: head.index.method, version: head.index.version, page: page, worker: worker)
        mailbox.post(.answer(key, exchange: exchange, prepared, flight: flight))
    }
}

extension Request {
    init(_ head: RequestHead, _ identity: ClientIdentity, _ body: RequestBody) {
        self.init(
            method: head.index.method.name, target: head.target, authority: head.authority,
            isSecure: identity.isSecure, version: head.index.version, fields: head.fields, body: body,
            client: identity.address.description)
    }
}
