/// A field's text cut where findings begin and end, for a page to mark the words.
public struct LintMarks: Sendable, Hashable {
    public struct Piece: Sendable, Hashable {
        public let text: String
        /// The findings that mark it, in the order given; empty for plain text.
        public let findings: [LegalFinding]
    }

    /// Together they are the whole text, in order; none is empty.
    public let pieces: [Piece]

    /// Takes those of `findings` that are about `field`. They must come from this very text: offsets that fall outside it or
    /// inside a character are moved to the nearest place before.
    public init(_ text: String, field: LintField, findings: [LegalFinding]) {
        let own = findings.filter { $0.field == field }
        var bounds: Set<String.Index> = [text.startIndex, text.endIndex]
        func index(_ offset: Int) -> String.Index {
            for offset in stride(from: min(max(0, offset), text.utf8.count), to: 0, by: -1) {
                let place = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
                if let whole = place.samePosition(in: text.unicodeScalars) { return whole }
            }
            return text.startIndex
        }
        let marks = own.map { $0.ranges.map { index($0.lowerBound)..<index($0.upperBound) } }
        for range in marks.joined() { bounds.formUnion([range.lowerBound, range.upperBound]) }
        let ordered = bounds.sorted()
        pieces = zip(ordered, ordered.dropFirst()).map { start, end in
            let marking = zip(own, marks).filter { $1.contains { $0.lowerBound <= start && end <= $0.upperBound } }
            return Piece(text: String(text[start..<end]), findings: marking.map(\.0))
        }
    }
}
