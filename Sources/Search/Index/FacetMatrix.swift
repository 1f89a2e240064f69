/// The facet bits of a segment's offers both ways: value by value, for filters and for counting where many offers match;
/// offer by offer, for counting where few do.
struct FacetMatrix: Sendable {
    /// Octets an offer.
    static let octets = (FacetLayout.count + 7) / 8

    /// Words of 64 offers a value.
    private let width: Int
    private let columns: [UInt64]
    let rows: [UInt8]

    init(rows: [UInt8]) {
        let offers = rows.count / Self.octets
        let width = (offers + 63) / 64
        var columns = [UInt64](repeating: 0, count: width * FacetLayout.count)
        for document in 0..<offers {
            for octet in 0..<Self.octets {
                var bits = rows[document * Self.octets + octet]
                while bits != 0 {
                    let value = octet << 3 | bits.trailingZeroBitCount
                    columns[value * width + document >> 6] |= 1 << UInt64(document & 63)
                    bits &= bits &- 1
                }
            }
        }
        self.rows = rows
        self.width = width
        self.columns = columns
    }

    /// How many of `documents` have the facet `value`; all of them are in the words `extent`.
    func count(_ value: Int, in documents: Bitmap, extent: Range<Int>) -> UInt32 {
        let words = documents.words.span.extracting(extent)
        let bits = columns.span.extracting(value * width + extent.lowerBound..<value * width + extent.upperBound)
        var count = 0
        for word in words.indices { count &+= (words[word] & bits[word]).nonzeroBitCount }
        return UInt32(truncatingIfNeeded: count)
    }

    /// Adds the documents with the facet `value`.
    func insert(_ value: Int, into documents: inout Bitmap) {
        let bits = columns.span
        let base = value * width
        var words = documents.words.mutableSpan
        for word in words.indices { words[word] |= bits[base &+ word] }
    }
}
