public import Recruitment
import Threading

/// All open offers, ready to be searched. Readers on any thread see the index as of one commit; one commit at a time
/// changes it, and a search that begins after `apply` returned sees what it brought.
///
/// The database stays the only truth: the index is made anew at each start from the analyses it keeps.
public final class SearchIndex: Sendable {
    /// Offers best given to one `apply` when an index is filled: a quarter of a segment, so that what building it takes
    /// stays small beside the index. `mergeParts` after each brings them together.
    public static let batch = Segment.mostDocuments / 4

    private let tables: ReferenceTables
    private let current: Lock<Snapshot>
    private let writer: Lock<IndexWriter>
    /// Held by the one who merges.
    private let merging = Lock(())
    private let analyzer: Lock<FrenchAnalyzer>
    private let scratches = Lock<[Scratch]>([])

    /// nil where libstemmer has no French.
    public convenience init?(reference: SearchReference) {
        guard let building = FrenchAnalyzer() else { return nil }
        self.init(tables: ReferenceTables(reference, analyzer: building))
    }

    /// An empty index that looks words, occupations and places up in the tables of another.
    /// nil where libstemmer has no French.
    public convenience init?(sharing other: SearchIndex) {
        self.init(tables: other.tables)
    }

    private init?(tables: ReferenceTables) {
        guard let analyzer = FrenchAnalyzer() else { return nil }
        self.tables = tables
        current = Lock(Snapshot())
        writer = Lock(IndexWriter(tables: tables))
        self.analyzer = Lock(analyzer)
    }

    /// Takes a commit in. Returns when searches see it. `sequence` is the number of the last change in it, where the
    /// caller counts them; changes may be given twice without harm.
    public func apply(_ changes: [IndexChange], sequence: Int64? = nil) {
        writer.withLock { writer in
            writer.apply(changes, sequence: sequence)
            let snapshot = writer.snapshot
            current.withLock { $0 = snapshot }
        }
    }

    /// Joins parts that commits have left small or sparse, until there is nothing to join. Answers stay what they are;
    /// searches and commits go on meanwhile, so a thread with time to spare should call it now and then.
    public func mergeParts() {
        merge { $0.partsToMerge(most: Segment.mostDocuments) }
    }

    /// Joins all parts into one: for tests.
    func mergeAll() {
        merge { $0.snapshot.parts.count > 1 ? $0.snapshot.parts : nil }
    }

    private func merge(_ choose: (IndexWriter) -> [Snapshot.Part]?) {
        merging.withLock { _ in
            while let parts = writer.withLock({ choose($0) }) {
                let merger = SegmentMerger(parts, tables: tables)
                writer.withLock { writer in
                    writer.replace(parts, by: merger)
                    let snapshot = writer.snapshot
                    current.withLock { $0 = snapshot }
                }
            }
        }
    }

    /// Parts a search goes through.
    var partCount: Int { current.withLock { $0.parts.count } }

    /// The highest `sequence` taken in; 0 before the first.
    public var sequence: Int64 { current.withLock { $0.sequence } }

    /// Offers in the index, open or not.
    public var count: Int { current.withLock { $0 }.count }

    /// The analysis of an offer, for the database to keep and for `IndexedOffer` to read.
    public func makeAnalyzer() -> OfferAnalyzer? {
        FrenchAnalyzer().map { OfferAnalyzer(french: $0, reference: tables) }
    }

    /// Answers a query as of `today`: an offer whose deadline has passed is not found. Never fails; a query that asks
    /// for what cannot be is answered with nothing.
    public func search(_ query: SearchQuery, today: CalendarDay) -> SearchAnswer {
        let snapshot = current.withLock { $0 }
        let search = Search(
            query: query, today: today, snapshot: snapshot, tables: tables,
            reading: analyzer.withLock { Search.read(query, snapshot: snapshot, tables: tables, analyzer: $0) })
        var scratch = scratches.withLock { $0.popLast() } ?? Scratch()
        let answer = search.answer(&scratch)
        scratches.withLock { [scratch] in if $0.count < 16 { $0.append(scratch) } }
        return answer
    }

    /// The words of `text`, in order, by their octets (UTF-8) with their stems: a page marks those that are among the
    /// `terms` of an answer.
    public func words(_ text: String) -> [(octets: Range<Int>, stem: [UInt8])] {
        analyzer.withLock { analyzer in
            analyzer.words(text).map { (Int($0.token.start)..<Int($0.token.end), $0.lexeme.stem) }
        }
    }

    /// The reading of a text for a full-text table. Never fails.
    public func fullTextQuery(_ text: String) -> FullTextQuery {
        analyzer.withLock { FullTextQuery(text, analyzer: $0) }
    }

    /// Octets of `text` (UTF-8) that answer a search of a full-text table: what a page marks.
    public func highlights(_ text: String, query: FullTextQuery) -> [Range<Int>] {
        analyzer.withLock { query.marks(in: text, analyzer: $0) }
    }

    /// What a person who typed `prefix` may mean, best first: at most `limit` of the kinds asked for.
    public func suggest(
        prefix: String, kinds: Set<Suggestion.Kind> = Set(Suggestion.Kind.allCases), limit: Int = 10
    ) -> [Suggestion] {
        let snapshot = current.withLock { $0 }
        return Suggester(tables: tables, snapshot: snapshot).suggest(
            prefix: prefix, kinds: kinds, limit: max(0, min(limit, SearchLimits.suggestions)))
    }
}
