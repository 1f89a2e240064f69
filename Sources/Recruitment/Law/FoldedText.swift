/// A text cut into folded words, each with its place in the original: what rules match against.
///
/// Letters and digits make separate words (`35h` is two), elided words (`l'`, `d'`, `qu'`) are left out, and an inclusive
/// ending (`vendeur(se)`, `candidat·e·s`) belongs to the word it ends. Work and memory are linear in the text.
struct FoldedText {
    struct Word: Equatable {
        var text: String
        /// The value of a word made of digits, up to nine of them; nil otherwise.
        var number: Int?
        /// UTF-8 offsets in the original, endings included.
        var range: Range<Int>
        /// Counts up at every full stop, line end and the like; no phrase reaches over it.
        var sentence: Int
        /// Whether an inclusive ending was read with it.
        var isInclusive: Bool
    }

    private(set) var words: [Word] = []

    private static let elided: Set<String> = ["l", "d", "j", "m", "n", "s", "t", "c", "qu"]
    private static let endings: Set<String> = [
        "e", "es", "se", "ses", "euse", "euses", "rice", "rices", "trice", "trices", "ne", "nes", "ienne", "iennes",
        "ere", "eres", "iere", "ieres", "re", "sse", "esse", "ice", "ive", "ives", "ve",
    ]
    private static let plainEndings: Set<String> = ["s", "x", "le", "les", "lle", "lles"]

    private var current: [UInt8] = []
    private var currentIsNumber = false
    private var currentStart = 0
    private var currentEnd = 0
    private var sentence = 0
    private var hasDot = false
    /// What stands between the last word and the present place, where it is one character only.
    private var gap: Unicode.Scalar?
    private var gapLength = 0

    init(_ text: String) {
        var offset = 0
        words.reserveCapacity(text.utf8.count / 6)
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            read(scalar, from: offset, to: end)
            offset = end
        }
        finishWord(isElided: false)
    }

    /// The words from `first` to the end of its sentence.
    func sentence(from first: Int) -> Range<Int> {
        let rest = words[first...]
        return first..<(rest.firstIndex { $0.sentence != words[first].sentence } ?? words.endIndex)
    }

    /// UTF-8 offsets in the original of some neighbouring words; `words` holds at least one.
    func range(of places: Range<Int>) -> Range<Int> {
        words[places.lowerBound].range.lowerBound..<words[places.upperBound - 1].range.upperBound
    }

    private mutating func read(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
        switch LatinFolding.kind(of: scalar) {
        case .letters(let first, let second):
            if currentIsNumber { finishWord(isElided: false) }
            append(first, from: start, to: end)
            if second != 0 { current.append(second) }
        case .digit(let digit):
            if !currentIsNumber { finishWord(isElided: false) }
            currentIsNumber = true
            append(digit, from: start, to: end)
        case .apostrophe:
            finishWord(isElided: true)
            noteGap(scalar)
        case .invisible:
            if !current.isEmpty { currentEnd = end }
        case .other:
            finishWord(isElided: false)
            separate(scalar, from: start, to: end)
        }
    }

    private mutating func append(_ octet: UInt8, from start: Int, to end: Int) {
        if current.isEmpty { currentStart = start }
        current.append(octet)
        currentEnd = end
        hasDot = false
    }

    private mutating func separate(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
        noteGap(scalar)
        switch scalar {
        case "\n", "\r", "!", "?", ";", "…", "\u{2028}", "\u{2029}":
            sentence += 1
        case ".":
            hasDot = true
            return
        case "€":
            currentStart = start
            currentEnd = end
            current = Array("euros".utf8)
            finishWord(isElided: false)
        default:
            if hasDot, scalar.properties.isWhitespace { sentence += 1 }
        }
        hasDot = false
    }

    private mutating func noteGap(_ scalar: Unicode.Scalar) {
        gap = scalar
        gapLength += 1
    }

    private mutating func finishWord(isElided: Bool) {
        defer {
            current.removeAll(keepingCapacity: true)
            currentIsNumber = false
        }
        guard !current.isEmpty else { return }
        let text = String(decoding: current, as: UTF8.self)
        if isElided, Self.elided.contains(text) {
            gapLength = 2
            return
        }
        if isEnding(text), let last = words.indices.last {
            words[last].range = words[last].range.lowerBound..<currentEnd
            words[last].isInclusive = true
        } else {
            words.append(
                Word(
                    text: text, number: currentIsNumber && current.count <= 9 ? Int(text) : nil,
                    range: currentStart..<currentEnd, sentence: sentence, isInclusive: false))
        }
        gap = nil
        gapLength = 0
    }

    private func isEnding(_ text: String) -> Bool {
        guard let gap, gapLength == 1 || (gapLength == 2 && gap == "("), let last = words.last, last.number == nil,
            last.isInclusive || last.text.utf8.count > 2 || last.text == "un"
        else { return false }
        switch gap {
        case "(", "·", "•", "‧", "∙": return Self.endings.contains(text) || Self.plainEndings.contains(text)
        case ".", "/", "-", "‑": return Self.endings.contains(text) || (last.isInclusive && text == "s")
        case ")": return last.isInclusive && Self.plainEndings.contains(text)
        default: return false
        }
    }
}
