/// Reads HTML once from left to right (WHATWG HTML, section 13.2.5, as far as text needs it), and hands the text to a
/// `PlainTextWriter`. No tree is built, so nesting costs nothing.
struct HTMLTextReader {
    private let octets: [UInt8]
    private var position = 0
    private var writer = PlainTextWriter()

    init(_ text: String) {
        octets = Array(text.utf8)
    }

    /// The text of HTML.
    mutating func text() -> String {
        while position < octets.count {
            if writeWord() { continue }
            if octets[position] == UInt8(ascii: "<"), readMarkup() { continue }
            writer.write(readCharacter())
        }
        return writer.result
    }

    /// The text of plain text: only character references are replaced.
    mutating func lines() -> String {
        var lineIsEmpty = false
        while position < octets.count {
            if writeWord() {
                lineIsEmpty = false
                continue
            }
            if octets[position] == UInt8(ascii: " ") {
                writer.write(" ")
                position += 1
                continue
            }
            let scalar = readCharacter()
            if scalar == "\n" || scalar == "\r" {
                if scalar == "\r", position < octets.count, octets[position] == UInt8(ascii: "\n") { position += 1 }
                lineIsEmpty ? writer.breakParagraph() : writer.breakLine()
                lineIsEmpty = true
            } else {
                if !scalar.properties.isWhitespace { lineIsEmpty = false }
                writer.write(scalar)
            }
        }
        return writer.result
    }

    /// Whether `text` has a start or end tag of an element that descriptions use.
    static func looksLikeHTML(_ text: String) -> Bool {
        var reader = HTMLTextReader(text)
        while let start = reader.octets[reader.position...].firstIndex(of: UInt8(ascii: "<")) {
            reader.position = start + 1
            if reader.position < reader.octets.count, reader.octets[reader.position] == UInt8(ascii: "/") {
                reader.position += 1
            }
            let name = reader.readName()
            guard reader.position < reader.octets.count else { return false }
            let follows = reader.octets[reader.position]
            if Element.common.contains(name),
                follows == UInt8(ascii: ">") || follows == UInt8(ascii: "/") || isSpace(follows)
            {
                return true
            }
        }
        return false
    }

    // MARK: Characters

    /// Writes the ASCII letters, digits and signs from `position` on, up to the next space or character with a meaning of
    /// its own, and says whether there were any: nearly all of a text goes this way.
    private mutating func writeWord() -> Bool {
        var end = position
        while end < octets.count {
            let octet = octets[end]
            guard octet > 0x20, octet < 0x7F, octet != UInt8(ascii: "<"), octet != UInt8(ascii: "&") else { break }
            end += 1
        }
        guard end > position else { return false }
        writer.write(word: octets[position..<end])
        position = end
        return true
    }

    private mutating func readCharacter() -> Unicode.Scalar {
        let first = octets[position]
        if first == UInt8(ascii: "&"), let (scalar, end) = CharacterReference.read(octets, at: position) {
            position = end
            return scalar
        }
        // The octets come from a String, so the sequences are whole and right.
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let end = min(position + length, octets.count)
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for octet in octets[position + 1..<end] { value = value << 6 | UInt32(octet & 0x3F) }
        position = end
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    // MARK: Markup

    /// Reads a tag, comment or declaration at `position`, and says whether there was one: `<` before anything else is text.
    private mutating func readMarkup() -> Bool {
        guard position + 1 < octets.count else { return false }
        switch octets[position + 1] {
        case UInt8(ascii: "!"):
            skipDeclaration()
        case UInt8(ascii: "?"):
            skip(past: UInt8(ascii: ">"))
        case UInt8(ascii: "/"):
            guard position + 2 < octets.count, Self.isLetter(octets[position + 2]) else { return false }
            position += 2
            let name = readName()
            skipAttributes()
            end(name)
        case let octet where Self.isLetter(octet):
            position += 1
            let name = readName()
            skipAttributes()
            start(name)
        default:
            return false
        }
        return true
    }

    private mutating func start(_ name: String) {
        switch Element(name) {
        case .dropped: skipContent(of: name)
        case .paragraph: writer.breakParagraph()
        case .line: writer.breakLine()
        case .item: writer.beginItem()
        case .cell: writer.write(" ")
        case .inline: break
        }
    }

    private mutating func end(_ name: String) {
        switch Element(name) {
        case .paragraph: writer.breakParagraph()
        case .line: writer.breakLine()
        case .item: writer.endItem()
        case .cell: writer.write(" ")
        case .dropped, .inline: break
        }
    }

    /// Reads up to 16 letters and digits as a lowercase name; a longer name is none that means anything here.
    private mutating func readName() -> String {
        let start = position
        while position < octets.count, Self.isLetter(octets[position]) || (0x30...0x39).contains(octets[position]) {
            position += 1
        }
        guard position - start <= 16 else { return "" }
        return String(decoding: octets[start..<position].map { Self.isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Moves behind the tag's `>`, passing over one in a quoted attribute value.
    private mutating func skipAttributes() {
        var quote: UInt8?
        var previous: UInt8 = 0
        while position < octets.count {
            let octet = octets[position]
            position += 1
            if let open = quote {
                if octet == open { quote = nil }
            } else if octet == UInt8(ascii: ">") {
                return
            } else if previous == UInt8(ascii: "="), octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") {
                quote = octet
            }
            if !Self.isSpace(octet) { previous = octet }
        }
    }

    private mutating func skipDeclaration() {
        let isComment = octets[position...].starts(with: "<!--".utf8)
        guard isComment else {
            if octets[position...].starts(with: "<![CDATA[".utf8) {
                skip(past: "]]>")
            } else {
                skip(past: UInt8(ascii: ">"))
            }
            return
        }
        // `<!-->` and `<!--->` are whole comments.
        position += 2
        skip(past: "-->")
    }

    /// Moves behind the end tag of a raw-text element, or to the end.
    private mutating func skipContent(of name: String) {
        while let open = octets[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = open + 1
            guard position < octets.count, octets[position] == UInt8(ascii: "/") else { continue }
            position += 1
            if readName() == name {
                skipAttributes()
                return
            }
        }
        position = octets.count
    }

    private mutating func skip(past octet: UInt8) {
        position = octets[position...].firstIndex(of: octet).map { $0 + 1 } ?? octets.count
    }

    private mutating func skip(past end: StaticString) {
        let end = Array(end.description.utf8)
        while let start = octets[position...].firstIndex(of: end[0]) {
            if octets[start...].starts(with: end) {
                position = start + end.count
                return
            }
            position = start + 1
        }
        position = octets.count
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
    }

    private static func isSpace(_ octet: UInt8) -> Bool {
        octet == 0x20 || (0x09...0x0D).contains(octet)
    }
}
