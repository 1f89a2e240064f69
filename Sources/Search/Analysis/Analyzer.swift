/// A term of a text: what an index stores, and which octets of the text it stands for.
public struct AnalyzedTerm: Sendable, Hashable {
    /// The term, UTF-8.
    public let term: [UInt8]
    /// Octets of the text: for highlighting.
    public let range: Range<Int>
    /// Whether it stands at the same position as the term before it.
    public let isColocated: Bool
}

/// Turns text into terms. Each value belongs to one thread at a time (a SQLite connection makes its own).
public protocol Analyzer: AnyObject {
    /// The terms of UTF-8 text, in order. Octets that are no UTF-8 separate words; nothing is refused.
    func terms(of text: Span<UInt8>, _ emit: (AnalyzedTerm) -> Void)
}
