/// Which octets of a representation a Range field asks for (RFC 9110 §14).
public enum ByteRanges: Sendable, Hashable {
    /// The field is to be ignored: answer 200 with the whole.
    case whole
    /// At least one, each inside the representation and not empty, in the order asked for.
    case some([Range<Int>])
    /// 416.
    case unsatisfiable

    /// Reads a Range field's value. Ignored: another unit than bytes, whatever is not the grammar, more ranges than
    /// `limits.ranges`, several ranges that together are longer than the whole (an attack, or of no use), and any range of an
    /// empty representation that would be satisfiable, since no 206 can say it.
    public init(_ field: String, length: Int, limits: InputLimits = .standard) {
        guard let equals = field.utf8.firstIndex(of: UInt8(ascii: "=")), field[..<equals].lowercased() == "bytes" else {
            self = .whole
            return
        }
        var ranges: [Range<Int>] = []
        var count = 0
        let list = field.utf8[field.utf8.index(after: equals)...]
        for member in list.split(separator: UInt8(ascii: ","), maxSplits: limits.listMembers) {
            let specification = member.trimmingBlanks()
            if specification.isEmpty { continue }
            count += 1
            guard count <= limits.ranges, let dash = specification.firstIndex(of: UInt8(ascii: "-")) else {
                self = .whole
                return
            }
            let first = specification[..<dash]
            let last = specification[specification.index(after: dash)...]
            switch (Self.position(first), Self.position(last)) {
            case (let start?, let end?) where start <= end:
                if start < length { ranges.append(start..<min(end, length - 1) + 1) }
            case (let start?, nil) where last.isEmpty:
                if start < length { ranges.append(start..<length) }
            case (nil, let suffix?) where first.isEmpty:
                if suffix > 0 && length == 0 {
                    self = .whole
                    return
                }
                if suffix > 0 { ranges.append(max(0, length - suffix)..<length) }
            default:
                self = .whole
                return
            }
        }
        if count == 0 || ranges.count > 1 && ranges.reduce(0, { $0 + $1.count }) > length {
            self = .whole
        } else {
            self = ranges.isEmpty ? .unsatisfiable : .some(ranges)
        }
    }

    /// Digits only; a number too large for any file is as good as the largest.
    private static func position(_ digits: Substring.UTF8View) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for octet in digits {
            guard octet >= UInt8(ascii: "0"), octet <= UInt8(ascii: "9") else { return nil }
            if value < Int.max / 16 { value = value * 10 + Int(octet - UInt8(ascii: "0")) }
        }
        return value
    }
}

extension Substring.UTF8View {
    /// Without the spaces and tabs around (OWS of RFC 9110 §5.6.3).
    func trimmingBlanks() -> Substring.UTF8View {
        var trimmed = drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        while let last = trimmed.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { trimmed.removeLast() }
        return trimmed
    }
}
