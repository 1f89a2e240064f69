import Recruitment
import Search
import SearchFixtures

/// The index over the demonstration offers, asked on standard input.
struct Demonstration {
    private let index: SearchIndex
    private let offers: [PostedOffer]

    init(_ fixtures: SearchFixtures) throws {
        guard let index = SearchIndex(reference: try fixtures.reference()), let analyzer = index.makeAnalyzer() else {
            fatalError("libstemmer has no French")
        }
        offers = try fixtures.offers()
        index.apply(
            offers.compactMap { posted in
                IndexedOffer(blob: analyzer.analyze(posted.offer, id: posted.id)).map { .put($0) }
            })
        self.index = index
    }

    /// Numbers of the first ten offers, a line a query: for `Tests/Relevance/relevance.py`.
    func run() {
        while let line = readLine() {
            let hits = answer(line).hits
            print(hits.map { String($0.id.number) }.joined(separator: " "))
        }
    }

    /// The same for people.
    func show() {
        while let line = readLine() {
            let answer = answer(line)
            print("== \(line): \(answer.total) offers, \(answer.positions) positions")
            for concept in answer.understood { print("   \(concept.kind.rawValue): \(concept.label) \(concept.codes)") }
            if let text = answer.correctedText { print("   corrected: \(text)") }
            if !answer.relaxed.isEmpty { print("   relaxed: \(answer.relaxed)") }
            for place in answer.ambiguousPlaces { print("   ambiguous: \(place.text) \(place.choices)") }
            for hit in answer.hits {
                let offer = offers[Int(hit.id.number) - 1].offer
                print(
                    "   \(hit.score) \(offer.title) | \(offer.occupation?.description ?? "") | \(offer.workplace.label)"
                        + " \(hit.kilometres.map { "\($0) km" } ?? "") | \(offer.contract.rawValue)"
                        + " | \(offer.employer ?? "-") \(hit.duplicates.isEmpty ? "" : "+\(hit.duplicates.count)")")
            }
        }
    }

    private func answer(_ text: String) -> SearchAnswer {
        var query = SearchQuery(text: text)
        query.perPage = 10
        return index.search(query, today: SearchFixtures.today)
    }
}
