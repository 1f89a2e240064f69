import Recruitment
import SearchFixtures
import Testing

@testable import Search

struct MergeTests {
    private static let titles = [
        "Maçon", "Infirmier", "Serveuse", "Aide-soignant", "Agent de propreté", "Conducteur PL",
    ]
    private static let communes = ["03310", "03095", "03190", "63300"]
    private static let queries = ["", "maçon", "\"aide soignant\"", "femme de ménage", "-infirmier", "ehpad moulins"]

    /// One offer out of many that all differ; every fifth repeats the one before it on another site.
    static func put(_ index: SearchIndex, _ number: Int) throws -> IndexChange {
        let job = number % 5 == 4 ? number - 1 : number
        return try Sample.put(index, number, titles[job % titles.count]) { offer in
            offer.commune = communes[job % communes.count]
            offer.contract = job % 3 == 0 ? .fixedTerm : .permanent
            offer.employer = "Maison \(job % 17) \(job / 204)"
            offer.description = "Poste \(job % 7) de référence mot\(job)."
            offer.daysAgo = 1 + job * 7 % 30
            offer.salary = Salary(minimum: 180_000 + Int64(job % 40) * 1_000, maximum: nil, period: .month)
            offer.source = number % 5 == 4 ? "france-travail" : "saisie"
            offer.positions = 1 + job % 3
        }
    }

    private struct Found: Equatable {
        let total: Int
        let positions: Int
        let hits: [SearchHit]
        let facets: [FacetCounts]
    }

    private static func answers(_ index: SearchIndex, sorts: [SearchSort]) -> [Found] {
        queries.flatMap { text in
            sorts.flatMap { sort in
                [false, true].map { isFiltered in
                    let answer = index.answer(text) {
                        $0.sort = sort
                        $0.perPage = 100
                        if isFiltered { $0.contracts = [.permanent] }
                    }
                    // Values as frequent as each other come in the order the index met them.
                    let facets = answer.facets.map {
                        FacetCounts(group: $0.group, values: $0.values.sorted { $0.code < $1.code })
                    }
                    return Found(total: answer.total, positions: answer.positions, hits: answer.hits, facets: facets)
                }
            }
        }
    }

    @Test func `joining parts changes no answer`() throws {
        let index = try Sample.index()
        // Commits too large to be joined at once, and small ones.
        for first in stride(from: 1, to: 400, by: 40) {
            index.apply(try (first..<first + 40).map { try Self.put(index, $0) })
        }
        let before = Self.answers(index, sorts: SearchSort.allCases)
        let parts = index.partCount
        index.mergeAll()
        #expect(parts > 1)
        #expect(index.partCount == 1)
        let isSame = Self.answers(index, sorts: SearchSort.allCases) == before
        #expect(isSame)
    }

    @Test func `an index with a long life answers as one made anew`() throws {
        let index = try Sample.index()
        var open: Set<Int> = []
        for commit in 0..<200 {
            var changes: [IndexChange] = [try Self.put(index, commit * 2 + 1), try Self.put(index, commit * 2 + 2)]
            open.formUnion([commit * 2 + 1, commit * 2 + 2])
            // Which offers stand for a job depends on their history: those with a duplicate stay.
            for number in [commit * 3 % 350, commit * 5 % 350] where open.contains(number) && number % 5 < 3 {
                changes.append(.remove(try #require(OfferID(number: Int64(number)))))
                open.remove(number)
            }
            index.apply(changes)
            #expect(index.count == open.count)
            if commit % 50 == 49 { index.mergeParts() }
            #expect(index.partCount <= 4 * MergePolicy.mostOfOneSize)
        }
        let fresh = try Sample.index()
        fresh.apply(try open.sorted().map { try Self.put(fresh, $0) })
        let isSame = Self.answers(index, sorts: [.date, .salary]) == Self.answers(fresh, sorts: [.date, .salary])
        #expect(isSame)
    }

    @Test func `what is removed while its part is joined stays removed`() throws {
        let reference = try Sample.reference()
        let analyzer = try #require(FrenchAnalyzer())
        let tables = ReferenceTables(reference, analyzer: analyzer)
        let index = try Sample.index()
        var writer = IndexWriter(tables: tables)
        for number in 1...8 { writer.apply([try Self.put(index, number)], sequence: Int64(number)) }
        let parts = writer.snapshot.parts
        let merger = SegmentMerger(parts, tables: tables)
        writer.apply([.remove(try #require(OfferID(number: 3)))], sequence: 9)
        // A part that is gone with all its offers: the work was for nothing, and does no harm.
        writer.replace(parts, by: merger)
        #expect(writer.snapshot.count == 7)
        #expect(writer.snapshot.sequence == 9)
        let left = writer.snapshot.parts
        let again = SegmentMerger(left, tables: tables)
        writer.apply([.remove(try #require(OfferID(number: 5)))], sequence: 10)
        writer.replace(left, by: again)
        #expect(writer.snapshot.count == 6)
    }

    @Test func `parts of one size are joined, full ones are left alone`() {
        let full = Segment.mostDocuments
        #expect(MergePolicy.next(offers: [1, 1, 1], slots: [1, 1, 1], most: full) == nil)
        #expect(MergePolicy.next(offers: [1, 1, 1, 2], slots: [1, 1, 1, 2], most: full) == [0, 1, 2, 3])
        #expect(
            MergePolicy.next(offers: [full, full, full, full], slots: [full, full, full, full], most: full) == nil)
        #expect(
            MergePolicy.next(
                offers: [20_000, 30_000, 20_000, 30_000], slots: [65_536, 30_000, 20_000, 30_000], most: full)
                == [0, 2])
        // Half of it gone: it moves together.
        #expect(MergePolicy.next(offers: [full, 100], slots: [full, 300], most: full) == [1])
    }
}
