import Recruitment
import Testing

@testable import Search

/// Over some hundred offers that all differ, in several parts.
struct FacetTests {
    private static let texts = [
        "", "maçon", "ehpad moulins", "poste de référence", "\"aide soignant\" OR serveuse", "mot12",
    ]
    private let index: SearchIndex

    init() throws {
        index = try Sample.index()
        for first in stride(from: 1, to: 400, by: 100) {
            index.apply(try (first..<first + 100).map { try MergeTests.put(index, $0) })
        }
    }

    @Test(arguments: texts)
    func `every order finds and counts the same offers`(text: String) {
        let answers = SearchSort.allCases.map { sort in
            index.answer(text) {
                $0.sort = sort
                $0.contracts = [.permanent, .fixedTerm]
                $0.perPage = 100
            }
        }
        #expect(answers[0].total > 0)
        for answer in answers.dropFirst() {
            #expect(answer.total == answers[0].total && answer.positions == answers[0].positions)
            #expect(answer.facets == answers[0].facets)
            if answer.total <= 100 { #expect(Set(answer.hits.map(\.id)) == Set(answers[0].hits.map(\.id))) }
        }
    }

    @Test(arguments: texts, [nil, 7])
    func `a value's count is what a search for it finds`(text: String, days: Int?) {
        // What is left out to find more would depend on the filter.
        let whole = index.answer(text) {
            $0.relaxes = false
            $0.publishedWithinDays = days
            $0.contracts = [.fixedTerm]
        }
        func total(_ narrow: (inout SearchQuery) -> Void) -> Int {
            index.answer(text) {
                $0.relaxes = false
                $0.publishedWithinDays = days
                $0.contracts = [.fixedTerm]
                narrow(&$0)
            }.total
        }
        for contract in [ContractType.permanent, .fixedTerm, .temporary] {
            #expect(whole.count(.contract, contract.rawValue) == total { $0.contracts = [contract] })
        }
        for age in PublishedWithin.allCases {
            #expect(whole.count(.published, String(age.rawValue)) == total { $0.publishedWithinDays = age.rawValue })
        }
        for name in ["Maison 1 0", "Maison 16 0", "Maison 3 1"] {
            #expect(whole.count(.employer, name) == total { $0.employers = [name] })
        }
        for basin in Basin.allCases {
            #expect(whole.count(.basin, basin.rawValue) == total { $0.basins = [basin] })
        }
    }

    @Test(arguments: texts)
    func `fewer values are the first of more`(text: String) throws {
        let all = index.answer(text).facets
        for (few, many) in zip(index.answer(text) { $0.facetValues = 3 }.facets, all) {
            let isOpen = [.occupation, .commune, .employer, .source].contains(many.group)
            #expect(few.values == (isOpen ? Array(many.values.prefix(3)) : many.values))
        }
    }

    @Test func `a search leaves nothing behind for the next one`() {
        let first = index.answer("maçon")
        _ = index.answer("")
        #expect(index.answer("maçon").facets == first.facets)
    }
}
