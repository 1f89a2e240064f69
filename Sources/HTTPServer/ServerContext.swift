import HTTP1
import HTTPTypes
import Logging
import Synchronization
import Threading

/// What the event loops of one server share.
final class ServerContext: Sendable {
    let configuration: Configuration
    let rules: ConnectionRules
    let handler: any RequestHandler
    let pool: WorkerPool
    let connections: ConnectionCounter
    let logger: Logger
    /// 503 to GET and whatever else has content: made once, for under overload nothing is given more often.
    let unavailable: PreparedResponse

    init(configuration: Configuration, handler: any RequestHandler, logger: Logger) {
        self.configuration = configuration
        self.handler = handler
        self.logger = logger
        rules = ConnectionRules(limits: configuration.limits, deadlines: configuration.deadlines)
        pool = WorkerPool(
            workers: max(1, configuration.workers), capacity: configuration.limits.queuedRequests,
            patience: configuration.deadlines.queue.milliseconds)
        connections = ConnectionCounter(limits: configuration.limits)
        unavailable = .unavailable(retryAfter: configuration.limits.retryAfter, method: .get)
    }
}
