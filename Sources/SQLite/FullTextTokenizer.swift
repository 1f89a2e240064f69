/// Cuts text into the terms that full-text tables (FTS5) store and look for. One serves every connection.
public protocol FullTextTokenizer: Sendable {
    /// Gives the tokens of UTF-8 text in order, the same for the same text for as long as a database lives: an index written
    /// by other rules no longer finds what it holds. Octets that are no UTF-8 must be borne.
    func tokenize(_ text: Span<UInt8>, _ emit: (FullTextToken) -> Void)
}

/// One term of a text.
public struct FullTextToken: Sendable, Hashable {
    /// UTF-8, not empty.
    public let term: [UInt8]
    /// The octets of the text it stands for.
    public let range: Range<Int>
    /// Another form of the term before it, at the same place.
    public let isColocated: Bool

    public init(term: [UInt8], range: Range<Int>, isColocated: Bool = false) {
        self.term = term
        self.range = range
        self.isColocated = isColocated
    }
}
