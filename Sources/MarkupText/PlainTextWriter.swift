/// Puts words, lines and paragraphs together: gaps are written only once something follows them.
struct PlainTextWriter {
    private enum Gap: Int {
        case none, space, line, paragraph
    }

    private var text: [UInt8] = []
    private var gap = Gap.none
    private var beginsItem = false

    /// The text so far, without the gap after its last word.
    var result: String { String(decoding: text, as: UTF8.self) }

    /// Writes ASCII letters, digits and signs, with no space and no control character among them.
    mutating func write(word: ArraySlice<UInt8>) {
        flush()
        text += word
    }

    mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: widen(.space)
        case 0xA0:
            // A no-break space is kept between words, where French needs it, and fills no line of its own.
            if gap == .none, !text.isEmpty, !beginsItem { pendingNoBreakSpace = true }
        case 0..<0x20, 0x7F..<0xA0: break
        // Bidirectional controls, zero-width space, byte order mark, line and paragraph separators.
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: break
        default:
            flush()
            append(scalar)
        }
    }

    mutating func breakLine() { widen(.line) }

    mutating func breakParagraph() { widen(.paragraph) }

    /// Begins a list item: an item that stays empty is not written.
    mutating func beginItem() {
        widen(.line)
        beginsItem = true
    }

    /// Ends a list item, even an empty one.
    mutating func endItem() {
        widen(.line)
        beginsItem = false
    }

    private var pendingNoBreakSpace = false

    private mutating func widen(_ other: Gap) {
        if other.rawValue > gap.rawValue { gap = other }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        text += scalar.utf8
    }

    private mutating func flush() {
        if !text.isEmpty {
            switch gap {
            case .none: if pendingNoBreakSpace { append("\u{A0}") }
            case .space: append(pendingNoBreakSpace ? "\u{A0}" : " ")
            case .line: append("\n")
            case .paragraph: text += [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
            }
        }
        if beginsItem { text += [UInt8(ascii: "-"), UInt8(ascii: " ")] }
        gap = .none
        pendingNoBreakSpace = false
        beginsItem = false
    }
}
