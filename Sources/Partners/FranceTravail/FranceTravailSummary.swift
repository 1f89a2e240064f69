/// What a whole pull did.
public struct FranceTravailSummary: Sendable, Hashable {
    /// Records handed over; one that stands on the edge of two windows counts twice.
    public var records = 0
    public var requests = 0
    /// Whether every offer of the département was seen. Only then may an offer that did not come be closed.
    public var isComplete = true

    public init(records: Int = 0, requests: Int = 0, isComplete: Bool = true) {
        self.records = records
        self.requests = requests
        self.isComplete = isComplete
    }
}
