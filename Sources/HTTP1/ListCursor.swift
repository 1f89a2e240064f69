/// Walks over the members of a comma-separated field value without quoted strings (RFC 9110 §5.6.1); empty members are
/// skipped.
public struct ListCursor {
    private var position: Int
    private let end: Int

    /// - Parameter range: Where the value stands in the octets given to `next`.
    public init(_ range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    /// Where the next member stands, without the white space around it; nil after the last.
    public mutating func next(_ input: Span<UInt8>) -> Range<Int>? {
        while position < end {
            var first = position
            while position < end, input[position] != UInt8(ascii: ",") { position += 1 }
            var last = position
            position += 1
            while first < last, Octets.isSpace(input[first]) { first += 1 }
            while last > first, Octets.isSpace(input[last - 1]) { last -= 1 }
            if first < last { return first..<last }
        }
        return nil
    }
}
