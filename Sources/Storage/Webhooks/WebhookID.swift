public import Recruitment

/// The number of a subscription.
public struct WebhookID: RowNumber {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
}
