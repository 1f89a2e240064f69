/// The number of a subscription.
public struct WebhookID: RawRepresentable, Sendable, Hashable, LosslessStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Reads a positive number.
    public init?(_ text: String) {
        guard let number = Int64(text), number > 0 else { return nil }
        rawValue = number
    }

    public var description: String { String(rawValue) }
}
