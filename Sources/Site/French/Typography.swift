/// French spacing in finished markup: a no-break space before a colon, a percent sign, a euro sign and inside guillemets,
/// a narrow one before `; ! ?` (Lexique des règles typographiques en usage à l'Imprimerie nationale).
///
/// It works on the page's octets so that our own sentences and what employers typed are set alike. Only ordinary spaces in
/// text change: tags with their attributes, and the contents of `script`, `style`, `textarea` and `pre`, stay as they are.
enum Typography {
    static func apply(to markup: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(markup.count + markup.count / 32)
        append(markup, to: &result)
        return result
    }

    /// Appends `apply(to: markup)`. What stands before it is not looked at: no space of which the spacing depends may end
    /// there.
    static func append(_ markup: [UInt8], to result: inout [UInt8]) {
        let octets = markup.span
        /// Octets before this one are in the result.
        var copied = 0
        var index = 0
        while index < octets.count {
            let octet = octets[index]
            if octet == UInt8(ascii: "<") {
                index = endOfUntouched(in: octets, from: index)
                continue
            }
            if octet == UInt8(ascii: " ") {
                if let space = space(before: octets, at: index + 1) {
                    result.append(contentsOf: markup[copied..<index])
                    result.append(contentsOf: space)
                    copied = index + 1
                }
            } else if octet == 0xC2, index + 2 < octets.count, octets[index + 1] == 0xAB,
                octets[index + 2] == UInt8(ascii: " ")
            {
                result.append(contentsOf: markup[copied..<(index + 2)])
                result.append(contentsOf: noBreakSpace)
                copied = index + 3
                index += 2
            }
            index &+= 1
        }
        result.append(contentsOf: markup[copied...])
    }

    private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]
    private static let narrowNoBreakSpace: [UInt8] = [0xE2, 0x80, 0xAF]
    private static let untouched = ["script", "style", "textarea", "pre", "title"].map { Array($0.utf8) }

    /// What stands in place of an ordinary space before the octet at `index`; nil where the space stays.
    private static func space(before octets: Span<UInt8>, at index: Int) -> [UInt8]? {
        guard index < octets.count else { return nil }
        switch octets[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "%"):
            return noBreakSpace
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return narrowNoBreakSpace
        case 0xC2:
            return index + 1 < octets.count && octets[index + 1] == 0xBB ? noBreakSpace : nil
        case 0xE2:
            return index + 2 < octets.count && octets[index + 1] == 0x82 && octets[index + 2] == 0xAC
                ? noBreakSpace : nil
        default:
            return nil
        }
    }

    /// The end of the tag that begins at `start`, or of the whole element where its text is not to be touched.
    private static func endOfUntouched(in octets: Span<UInt8>, from start: Int) -> Int {
        var end = endOfTag(in: octets, from: start + 1)
        guard start + 1 < end, mayBeUntouched(octets[start + 1]),
            let name = untouched.first(where: { isElement($0, in: octets, at: start + 1) })
        else { return end }
        while end < octets.count {
            if octets[end] == UInt8(ascii: "<"), end + 1 < octets.count, octets[end + 1] == UInt8(ascii: "/"),
                begins(with: name, octets, at: end + 2)
            {
                return end
            }
            end += 1
        }
        return end
    }

    private static func endOfTag(in octets: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < octets.count {
            let octet = octets[end]
            end &+= 1
            if octet == UInt8(ascii: ">") { break }
            guard octet == UInt8(ascii: "\"") else { continue }
            while end < octets.count, octets[end] != UInt8(ascii: "\"") { end &+= 1 }
            end = min(end + 1, octets.count)
        }
        return min(end, octets.count)
    }

    /// Most elements begin with another letter than those.
    private static func mayBeUntouched(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "s") || letter == UInt8(ascii: "t") || letter == UInt8(ascii: "p")
    }

    private static func isElement(_ name: [UInt8], in octets: Span<UInt8>, at start: Int) -> Bool {
        guard begins(with: name, octets, at: start), start + name.count < octets.count else { return false }
        let next = octets[start + name.count]
        return next == UInt8(ascii: ">") || next == UInt8(ascii: " ")
    }

    private static func begins(with name: [UInt8], _ octets: Span<UInt8>, at start: Int) -> Bool {
        guard start + name.count <= octets.count else { return false }
        for (offset, octet) in name.enumerated() where octets[start + offset] != octet { return false }
        return true
    }
}
