/// Reads HTML as feeds write it, broken or not, for its text alone. Linear in the length of the text.
enum MarkupReader {
    private static let bullet = Array("\n- ".utf8)

    /// Longest tag recognised; a longer one is text.
    private static let longestTag = 2_000

    /// Whether there is anything that looks like a tag of the text's structure.
    static func hasMarkup(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            if tag(bytes, start) != nil { return true }
            index = start + 1
        }
        return false
    }

    static func text(of bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<"), let (name, end) = tag(bytes, index) {
                let separator = replacement(name)
                // A paragraph that opens a list item stays on the item's line.
                if separator.first != PlainText.newline || !result.suffix(bullet.count).elementsEqual(bullet)
                    || name == "li"
                {
                    result += separator
                }
                index = name == "script" || name == "style" ? endOfElement(bytes, end, name) : end
            } else if byte == UInt8(ascii: "&"), let (character, end) = CharacterReference.read(bytes, index) {
                result += character
                index = end
            } else {
                // A line end of the source is a space.
                result.append(byte < 0x20 ? PlainText.space : byte)
                index += 1
            }
        }
        return result
    }

    private static func replacement(_ tag: String) -> [UInt8] {
        switch tag {
        case "br", "tr": Array("\n".utf8)
        case "li": bullet
        case "p", "/p", "div", "/div", "ul", "/ul", "ol", "/ol", "table", "/table", "h1", "/h1", "h2", "/h2", "h3",
            "/h3",
            "h4", "/h4", "h5", "/h5", "h6", "/h6", "section", "/section", "article", "/article":
            Array("\n\n".utf8)
        case "td", "th": [PlainText.space]
        default: []
        }
    }

    /// The lowercase name of the tag or comment that begins at `start`, with its slash, and where it ends.
    private static func tag(_ bytes: [UInt8], _ start: Int) -> (name: String, end: Int)? {
        var index = start + 1
        var name: [UInt8] = []
        if bytes[index...].starts(with: "!--".utf8) { name = Array("!--".utf8) }
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
            name.append(UInt8(ascii: "/"))
            index += 1
        }
        let first = index
        while index < bytes.count, isNamePart(bytes[index]) {
            name.append(bytes[index] | 0x20)
            index += 1
        }
        guard index > first && !isDigit(bytes[first]) || name == Array("!--".utf8) else { return nil }
        let limit = min(bytes.count, start + longestTag)
        guard let end = bytes[min(index, limit)..<limit].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        return (String(decoding: name, as: UTF8.self), end + 1)
    }

    private static func endOfElement(_ bytes: [UInt8], _ start: Int, _ name: String) -> Int {
        var index = start
        while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            if let (found, end) = tag(bytes, next), found == "/" + name { return end }
            index = next + 1
        }
        return bytes.count
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || isDigit(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
