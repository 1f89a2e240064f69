/// French spacing in finished markup: a no-break space before a colon, a percent sign, a euro sign and inside guillemets,
/// a narrow one before `; ! ?` (Lexique des règles typographiques en usage à l'Imprimerie nationale).
///
/// It works on the page's octets so that our own sentences and what employers typed are set alike. Only ordinary spaces in
/// text change: tags with their attributes, and the contents of `script`, `style`, `textarea` and `pre`, stay as they are.
enum Typography {
    static func apply(to markup: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(markup.count + markup.count / 32)
        var index = 0
        while index < markup.count {
            let octet = markup[index]
            if octet == UInt8(ascii: "<") {
                let end = endOfUntouched(in: markup, from: index)
                result.append(contentsOf: markup[index..<end])
                index = end
            } else if octet == UInt8(ascii: " "), index + 1 < markup.count,
                let space = space(before: markup, at: index + 1)
            {
                result.append(contentsOf: space)
                index += 1
            } else if octet == 0xC2, index + 2 < markup.count, markup[index + 1] == 0xAB,
                markup[index + 2] == UInt8(ascii: " ")
            {
                result.append(contentsOf: [0xC2, 0xAB])
                result.append(contentsOf: noBreakSpace)
                index += 3
            } else {
                result.append(octet)
                index += 1
            }
        }
        return result
    }

    private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]
    private static let narrowNoBreakSpace: [UInt8] = [0xE2, 0x80, 0xAF]
    private static let untouched = ["script", "style", "textarea", "pre", "title"].map { Array($0.utf8) }

    private static func space(before markup: [UInt8], at index: Int) -> [UInt8]? {
        switch markup[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "%"):
            return noBreakSpace
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return narrowNoBreakSpace
        case 0xC2:
            return index + 1 < markup.count && markup[index + 1] == 0xBB ? noBreakSpace : nil
        case 0xE2:
            return index + 2 < markup.count && markup[index + 1] == 0x82 && markup[index + 2] == 0xAC
                ? noBreakSpace : nil
        default:
            return nil
        }
    }

    /// The end of the tag that begins at `start`, or of the whole element where its text is not to be touched.
    private static func endOfUntouched(in markup: [UInt8], from start: Int) -> Int {
        var end = start + 1
        var quote: UInt8?
        while end < markup.count {
            let octet = markup[end]
            if let open = quote {
                if octet == open { quote = nil }
            } else if octet == UInt8(ascii: "\"") {
                quote = octet
            } else if octet == UInt8(ascii: ">") {
                break
            }
            end += 1
        }
        end = min(end + 1, markup.count)
        let name = markup[(start + 1)..<end]
        guard
            let element = untouched.first(where: {
                name.starts(with: $0) && name.dropFirst($0.count).first.map(isEndOfName) ?? false
            })
        else { return end }
        let closing = Array("</".utf8) + element
        return markup[end...].firstRange(of: closing)?.lowerBound ?? markup.count
    }

    private static func isEndOfName(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: ">") || octet == UInt8(ascii: " ")
    }
}
