import Recruitment
import Search
import SearchFixtures

// Answers queries, one a line, over the demonstration offers: rank, offer, title. For looking at results by hand.
let arguments = CommandLine.arguments
let fixtures = SearchFixtures(root: arguments.count > 1 ? arguments[1] : ".")
guard let index = SearchIndex(reference: try fixtures.reference()), let analyzer = index.makeAnalyzer() else {
    fatalError("libstemmer has no French")
}
let offers = try fixtures.offers()
index.apply(
    offers.compactMap { posted in
        IndexedOffer(blob: analyzer.analyze(posted.offer, id: posted.id)).map { .put($0) }
    })
print("\(index.count) offers")
while let line = readLine() {
    var query = SearchQuery(text: line)
    query.perPage = 10
    let answer = index.search(query, today: SearchFixtures.today)
    print("== \(line): \(answer.total) offers, \(answer.positions) positions")
    for concept in answer.understood { print("   \(concept.kind.rawValue): \(concept.label) \(concept.codes)") }
    if let text = answer.correctedText { print("   corrected: \(text)") }
    if !answer.relaxed.isEmpty { print("   relaxed: \(answer.relaxed)") }
    if !answer.ambiguousPlaces.isEmpty { print("   ambiguous: \(answer.ambiguousPlaces.map(\.choices.count))") }
    for hit in answer.hits {
        let offer = offers[Int(hit.id.number) - 1].offer
        print(
            "   \(hit.score) \(offer.title) | \(offer.occupation?.description ?? "") | \(offer.workplace.label)"
                + " \(hit.kilometres.map { "\($0) km" } ?? "") | \(offer.contract.rawValue) | \(offer.employer ?? "-")"
                + (hit.duplicates.isEmpty ? "" : " +\(hit.duplicates.count)"))
    }
}
