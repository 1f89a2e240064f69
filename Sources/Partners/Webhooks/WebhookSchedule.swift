public import Recruitment

/// When a delivery that failed is tried again: after half a minute, then at growing intervals up to eight hours, for three days.
public enum WebhookSchedule {
    /// Seconds from the first try after which none is made any more.
    public static let patience: Int64 = 3 * 86_400
    private static let shortest: Int64 = 30
    private static let longest: Int64 = 8 * 3_600

    /// The time of the next try after `failures` of them (1 or more), the first try being at `first`; nil when it is time to give
    /// up. `after` is the `Retry-After` the partner gave, obeyed up to `longest`. `jitter`, 0 to 1, spreads the tries of many
    /// deliveries over a tenth of the interval.
    public static func nextTry(
        failures: Int, first: Instant, now: Instant, after: Int64? = nil, jitter: Double = 0
    ) -> Instant? {
        let interval = failures < 12 ? min(longest, shortest << (2 * Int64(max(0, failures - 1)))) : longest
        let spread = Int64(Double(interval) * 0.1 * min(1, max(0, jitter)))
        let wait = max(interval + spread, min(max(0, after ?? 0), longest))
        let next = now.adding(seconds: wait)
        return next.secondsSinceEpoch - first.secondsSinceEpoch <= patience ? next : nil
    }
}
