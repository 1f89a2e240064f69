/// The postings of a query's words in each part: looked up once, however often the plan is made less strict.
struct TermLists: Sendable {
    private var numbers: [TermHash: Int] = [:]
    /// By part, then by word.
    private var ranges: [[Postings.List]]
    private let segments: [Segment]

    init(_ snapshot: Snapshot) {
        segments = snapshot.parts.map(\.segment)
        ranges = segments.map { _ in [] }
    }

    /// The number of a term's lists.
    mutating func number(_ term: TermHash) -> Int {
        if let known = numbers[term] { return known }
        let number = numbers.count
        numbers[term] = number
        for part in segments.indices { ranges[part].append(segments[part].postings[term]) }
        return number
    }

    /// Documents that have the term, in all parts.
    func frequency(_ number: Int) -> Int { ranges.reduce(0) { $0 + $1[number].all.count } }

    /// The lists of one part.
    func lists(part: Int) -> [Postings.List] { ranges[part] }
}
