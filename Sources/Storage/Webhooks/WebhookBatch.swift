public import Recruitment

/// What one call tells of the changes after a subscription's position.
public struct WebhookBatch: Sendable, Hashable {
    /// The last change it takes in.
    public var end: Int64
    public var events: Int
    /// JSON.
    public var body: [UInt8]
    /// Offers that came into what the search finds, and offers that left it, each with the change that did it.
    public var found: [Move]
    public var left: [Move]

    public struct Move: Sendable, Hashable {
        public let offer: OfferID
        public let sequence: Int64

        public init(_ offer: OfferID, _ sequence: Int64) {
            self.offer = offer
            self.sequence = sequence
        }
    }

    public init(end: Int64, events: Int, body: [UInt8], found: [Move], left: [Move]) {
        self.end = end
        self.events = events
        self.body = body
        self.found = found
        self.left = left
    }
}

/// How an offer stands to a subscription.
public struct WebhookOffer: Sendable, Hashable {
    /// The change with which it came in; 0 for before the subscription.
    public let foundAt: Int64
    /// The change with which it left; nil while it is in.
    public let leftAt: Int64?
}
