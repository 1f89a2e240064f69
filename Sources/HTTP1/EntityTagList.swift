/// The value of If-None-Match read in place (RFC 9110 §13.1.2).
public enum EntityTagList {
    /// Whether the list names `tag` by weak comparison (RFC 9110 §8.8.3.2), or is `*`. A value that is no such list
    /// names nothing.
    ///
    /// - Parameter tag: The opaque tag with its quotes, without `W/`.
    public static func matches(_ list: Span<UInt8>, tag: Span<UInt8>) -> Bool {
        if list.count == 1, list[0] == UInt8(ascii: "*") { return true }
        var position = 0
        var found = false
        while position < list.count {
            if Octets.isSpace(list[position]) || list[position] == UInt8(ascii: ",") {
                position += 1
                continue
            }
            if list[position] == UInt8(ascii: "W"), position + 1 < list.count, list[position + 1] == UInt8(ascii: "/") {
                position += 2
            }
            guard position < list.count, list[position] == UInt8(ascii: "\"") else { return false }
            var end = position + 1
            while end < list.count, list[end] != UInt8(ascii: "\"") { end += 1 }
            guard end < list.count else { return false }
            if list.extracting(position...end).equals(tag) { found = true }
            position = end + 1
            while position < list.count, Octets.isSpace(list[position]) { position += 1 }
            guard position == list.count || list[position] == UInt8(ascii: ",") else { return false }
        }
        return found
    }
}

extension Span<UInt8> {
    func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
