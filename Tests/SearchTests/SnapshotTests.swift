import Recruitment
import Search
import Testing

struct SnapshotTests {
    @Test func `readers see whole commits while a writer goes on`() async throws {
        let index = try Sample.index()
        // Each commit publishes ten offers of one pair and withdraws the ten of the pair before.
        let commits: [[IndexChange]] = try (0..<40).map { round in
            let puts = try (1...10).map { number in
                try Sample.put(index, round % 2 * 100 + number, "Maçon") { $0.contract = .fixedTerm }
            }
            let removed = (1...10).compactMap { OfferID(number: Int64((round + 1) % 2 * 100 + $0)) }
            return puts + removed.map { .remove($0) }
        }
        index.apply(commits[0])
        let totals = await withTaskGroup(of: Set<Int>.self) { group in
            group.addTask {
                for commit in commits { index.apply(commit) }
                return []
            }
            for _ in 0..<3 {
                group.addTask {
                    var totals: Set<Int> = []
                    for _ in 0..<60 {
                        let answer = index.answer("maçon")
                        totals.insert(answer.total)
                        totals.insert(answer.count(.contract, "CDD"))
                        totals.insert(answer.hits.count)
                    }
                    return totals
                }
            }
            return await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
        }
        #expect(totals == [10])
    }
}
