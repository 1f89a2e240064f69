/// Turns what feeds give as text into plain text: markup becomes paragraphs and lists, characters that show nothing or
/// turn the direction of writing go away, lines end in LF, and two paragraphs stand one empty line apart.
enum PlainText {
    /// A text of several paragraphs.
    static func paragraphs(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return tidied(MarkupReader.hasMarkup(bytes) ? MarkupReader.text(of: bytes) : bytes)
    }

    /// A title or a name: one line.
    static func line(_ text: String) -> String {
        let lines = paragraphs(text).utf8.split { $0 == newline || $0 == space }
        return String(decoding: Array(lines.joined(separator: [space])), as: UTF8.self)
    }

    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")

    private static func tidied(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var newlines = 0
        var spaces = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let hidden = hiddenLength(bytes, index)
            if hidden > 0 {
                index += hidden
                continue
            }
            index += 1
            switch byte {
            case newline: newlines += 1
            case UInt8(ascii: "\t"), space: spaces += 1
            default:
                if newlines > 0 {
                    if !result.isEmpty { result += newlines == 1 ? [newline] : [newline, newline] }
                } else if spaces > 0, !result.isEmpty {
                    result.append(space)
                }
                newlines = 0
                spaces = 0
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Length of an invisible character at `index`: C0 and C1 controls but tab and LF, byte order mark, zero-width space,
    /// marks and overrides of writing direction; 0 for a visible one.
    private static func hiddenLength(_ bytes: [UInt8], _ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x20 { return byte == newline || byte == UInt8(ascii: "\t") ? 0 : 1 }
        if byte == 0x7F { return 1 }
        if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 { return 2 }
        guard byte == 0xE2 || byte == 0xEF, index + 2 < bytes.count else { return 0 }
        switch (byte, bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E), (0xE2, 0x80, 0x8F), (0xE2, 0x80, 0xAA...0xAE),
            (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    }
}
