/// Which parts of the index to join next: parts of one size, so that their number grows with the logarithm of the commits
/// and each offer is moved a few times in its life.
enum MergePolicy {
    /// Parts of one size, within a factor of four, that are left apart.
    static let mostOfOneSize = 3
    static let mostAtOnce = 64
    /// Offers joined within the commit that makes it necessary: some milliseconds. More wait for `SearchIndex.mergeParts`.
    static let mostWithinCommit = 4_096

    /// Numbers of the parts to join, together at most `most` offers; nil where there is nothing to do. `offers` are those
    /// left in each part, `slots` those it was made with.
    static func next(offers: [Int], slots: [Int], most: Int) -> [Int]? {
        for size in 0..<9 {
            let ofSize = offers.indices.filter { tier(offers[$0]) == size }.sorted { offers[$0] < offers[$1] }
            guard ofSize.count > mostOfOneSize else { continue }
            var chosen: [Int] = []
            var total = 0
            for part in ofSize.prefix(mostAtOnce) where total + offers[part] <= most {
                chosen.append(part)
                total += offers[part]
            }
            if chosen.count > 1 { return chosen.sorted() }
        }
        // Where half the offers are gone, what is left moves together.
        let sparse = offers.indices.first { slots[$0] > 64 && offers[$0] * 2 < slots[$0] && offers[$0] <= most }
        return sparse.map { [$0] }
    }

    /// The power of four below `offers`.
    private static func tier(_ offers: Int) -> Int {
        (Int.bitWidth - 1 - max(1, offers).leadingZeroBitCount) / 2
    }
}
