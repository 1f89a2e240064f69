/// Bounds on one feed.
public struct FeedLimits: Sendable, Hashable {
    /// Octets of the whole.
    public var octets: Int
    /// Records read; those behind are not.
    public var records: Int
    /// Octets of one record.
    public var recordOctets: Int
    /// Nesting of elements, objects and lists.
    public var depth: Int
    /// Values kept for one field.
    public var values: Int

    public init(
        octets: Int = 256 << 20, records: Int = 200_000, recordOctets: Int = 1 << 20, depth: Int = 64, values: Int = 32
    ) {
        self.octets = octets
        self.records = records
        self.recordOctets = recordOctets
        self.depth = depth
        self.values = values
    }
}
