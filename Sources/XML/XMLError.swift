/// Why a document could not be read to its end. What came before was reported.
public enum XMLError: Error, Sendable, Hashable {
    /// The document declares an entity: expansion and external files are how documents attack their readers.
    case entityDeclared
    /// Elements nest deeper than the limit.
    case tooDeep
    /// The document ends before its root element does, at `line`.
    case truncated(line: Int)
    /// Expat's words, and where.
    case malformed(line: Int, reason: String)
    case unknownEncoding
    /// The receiver asked to stop.
    case stopped
}
