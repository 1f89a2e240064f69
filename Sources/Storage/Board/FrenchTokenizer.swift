internal import SQLite
import Search
import Threading

/// The search engine's analysis of French as SQLite's full-text tables use it: `tokenize = 'french'`.
final class FrenchTokenizer: FullTextTokenizer {
    static let name = "french"

    /// One for all connections: the writer's texts teach it the words that readers ask for, and memory is taken once.
    private let analyzer: Lock<FrenchAnalyzer>

    /// nil where libstemmer has no French.
    init?() {
        guard let analyzer = FrenchAnalyzer() else { return nil }
        self.analyzer = Lock(analyzer)
    }

    func tokenize(_ text: Span<UInt8>, _ emit: (FullTextToken) -> Void) {
        // A lock lends nothing that is bound to a caller's memory: the terms of one text are gathered first.
        let octets = (0..<text.count).map { text[$0] }
        let terms = analyzer.withLock { analyzer in
            var terms: [AnalyzedTerm] = []
            analyzer.terms(of: octets.span) { terms.append($0) }
            return terms
        }
        for term in terms {
            emit(FullTextToken(term: term.term, range: term.range, isColocated: term.isColocated))
        }
    }
}
