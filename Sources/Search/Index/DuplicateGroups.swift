/// Offers of one job from several sources. Two offers of one source are two jobs, unless the source says that one repeats
/// the other.
struct DuplicateGroups: Sendable {
    /// Group of an offer that has duplicates.
    private(set) var groupOfOffer: [UInt32: UInt32] = [:]
    /// Offers of each group of two or more, lowest number first.
    private(set) var members: [UInt32: [UInt32]] = [:]

    mutating func set(_ offers: [UInt32], group: UInt32) {
        for offer in members[group] ?? [] { groupOfOffer[offer] = nil }
        members[group] = offers.count > 1 ? offers : nil
        if offers.count > 1 { for offer in offers { groupOfOffer[offer] = group } }
    }
}
