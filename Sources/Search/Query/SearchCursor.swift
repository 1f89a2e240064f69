/// Where a list of results stopped: the next page goes on after it, whatever was published in between.
public struct SearchCursor: Sendable, Hashable, LosslessStringConvertible {
    /// What the list is sorted by; higher comes first.
    let key: Int64
    /// Number of the last offer shown.
    let id: UInt32
    /// The day freshness was counted on, so that the order stays what it was.
    let day: Int32

    init(key: Int64, id: UInt32, day: Int32) {
        self.key = key
        self.id = id
        self.day = day
    }

    /// Refuses what `description` did not write.
    public init?(_ description: String) {
        let parts = description.split(separator: "_", maxSplits: 3, omittingEmptySubsequences: false)
        guard description.utf8.count <= 60, parts.count == 3, let key = Int64(parts[0], radix: 36),
            let id = UInt32(parts[1], radix: 36), let day = Int32(parts[2], radix: 36)
        else { return nil }
        self.init(key: key, id: id, day: day)
    }

    public var description: String {
        String(key, radix: 36) + "_" + String(id, radix: 36) + "_" + String(day, radix: 36)
    }
}
