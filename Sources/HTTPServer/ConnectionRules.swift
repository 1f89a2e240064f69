import HTTP1

/// The bounds that a connection's state obeys, shared by all connections.
final class ConnectionRules: Sendable {
    let message: MessageLimits
    let lingeringOctets: Int
    let head: Int
    let idle: Int
    let content: Int
    let handler: Int
    let write: Int
    let octetsPerSecond: Int
    let lingering: Int
    let news: Int

    init(limits: Limits, deadlines: Deadlines) {
        message = limits.message
        lingeringOctets = limits.lingering
        head = deadlines.head.milliseconds
        idle = deadlines.idle.milliseconds
        content = deadlines.content.milliseconds
        handler = deadlines.handler.milliseconds
        write = deadlines.write.milliseconds
        octetsPerSecond = max(1, deadlines.minimumRate)
        lingering = deadlines.lingering.milliseconds
        news = deadlines.news.milliseconds
    }

    /// Milliseconds that `octets` may take at the minimum rate.
    func time(for octets: Int) -> Int {
        octets * 1_000 / octetsPerSecond
    }
}
