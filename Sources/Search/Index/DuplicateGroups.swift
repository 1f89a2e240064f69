/// Offers of one job from several sources. Two offers of one source are two jobs, unless the source says that one repeats
/// the other.
struct DuplicateGroups: Sendable {
    /// Group of an offer that has duplicates.
    private(set) var groupOfOffer: [UInt32: UInt32] = [:]
    /// Offers of each group of two or more, the one that stands for the job first.
    private(set) var members: [UInt32: [UInt32]] = [:]

    /// Where an offer stands in its group; 0 for one alone.
    func order(of offer: UInt32) -> Int {
        groupOfOffer[offer].flatMap { members[$0]?.firstIndex(of: offer) } ?? 0
    }

    mutating func set(_ offers: [UInt32], group: UInt32) {
        for offer in members[group] ?? [] { groupOfOffer[offer] = nil }
        members[group] = offers.count > 1 ? offers : nil
        if offers.count > 1 { for offer in offers { groupOfOffer[offer] = group } }
    }
}
