/// Which documents of a segment have each term, and where.
struct Postings: Sendable {
    /// The postings of one term, by their numbers.
    struct List: Sendable {
        static let empty = List(all: 0..<0, prominent: 0..<0)

        let all: Range<Int>
        /// In `Postings.prominent`.
        let prominent: Range<Int>
    }

    /// Documents in order within each term.
    struct Entries: Sendable {
        fileprivate(set) var documents: [UInt16] = []
        fileprivate(set) var payloads: [UInt8] = []
    }

    let terms: TermTable
    /// Postings of term `t`: `starts[t]..<starts[t + 1]` of `all`.
    let starts: [UInt32]
    let all: Entries
    /// Those of a title, an occupation's label or an employer's name once more: a tenth of all, and what is looked for most.
    let prominent: Entries
    private let prominentStarts: [UInt32]
    /// Positions of term `t` begin at `positionStarts[t]`: for each posting a count and differences, LEB128.
    let positionStarts: [UInt32]
    let positions: [UInt8]

    init(
        terms: TermTable, starts: [UInt32], documents: [UInt16], payloads: [UInt8], positionStarts: [UInt32],
        positions: [UInt8]
    ) {
        self.terms = terms
        self.starts = starts
        self.positionStarts = positionStarts
        self.positions = positions
        all = Entries(documents: documents, payloads: payloads)
        var prominent = Entries()
        let count = payloads.reduce(0) { $0 + ($1 >= TermPayload.employer ? 1 : 0) }
        prominent.documents.reserveCapacity(count)
        prominent.payloads.reserveCapacity(count)
        var prominentStarts = [UInt32](repeating: 0, count: starts.count)
        for term in starts.indices.dropLast() {
            for posting in Int(starts[term])..<Int(starts[term + 1]) where payloads[posting] >= TermPayload.employer {
                prominent.documents.append(documents[posting])
                prominent.payloads.append(payloads[posting])
            }
            prominentStarts[term + 1] = UInt32(prominent.documents.count)
        }
        self.prominent = prominent
        self.prominentStarts = prominentStarts
    }

    subscript(term: TermHash) -> List {
        guard let number = terms.number(term) else { return .empty }
        return List(
            all: Int(starts[number])..<Int(starts[number + 1]),
            prominent: Int(prominentStarts[number])..<Int(prominentStarts[number + 1]))
    }
}
