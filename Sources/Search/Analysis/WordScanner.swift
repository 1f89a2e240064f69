/// Finds the words of a text one after another, without a copy. The same text must be given to each call.
struct WordScanner {
    struct Word {
        let start: Int
        /// End of the word itself.
        var end: Int
        /// End with its inclusive ending: what a reader sees as the word.
        var extent: Int
        var hash: UInt64
        /// The term where it is not simply the folded word: `c++`, `r489`, `2x8`.
        var code: [UInt8]?
    }

    private var index = 0

    mutating func next(in text: Span<UInt8>) -> Word? {
        while let word = run(in: text) {
            if word.code != nil { return word }
            if let next = octet(text, word.end), isApostrophe(text, word.end, next), isElision(text, word) { continue }
            if word.end - word.start == 1 {
                if skipGenderMention(text, word) { continue }
                if let code = shortCode(text, word) ?? shiftPattern(text, word) { return code }
            }
            var found = word
            if word.end - word.start >= 3, let length = InclusiveForms.length(in: text, at: word.end) {
                found.extent += length
                index = found.extent
            }
            return found
        }
        return nil
    }

    /// The next run of letters and digits.
    private mutating func run(in text: Span<UInt8>) -> Word? {
        while index < text.count {
            if let code = dotNet(text) { return code }
            let (folding, next) = Self.folding(text, at: index)
            switch folding {
            case .ascii, .other: return finish(text, from: index)
            case .nothing, .separator: index = next
            }
        }
        return nil
    }

    private mutating func finish(_ text: Span<UInt8>, from start: Int) -> Word {
        var hash = WordMemo.seed
        var end = start
        let limit = min(text.count, start + 4 * FrenchAnalyzer.longestWord)
        scan: while index < limit {
            let octet = text[index]
            if octet < 0x80 {
                guard Self.isWordOctet(octet) else { break }
                hash = WordMemo.extend(hash, octet)
                index += 1
                end = index
                continue
            }
            let (folding, next) = Self.folding(text, at: index)
            switch folding {
            case .ascii, .other: end = next
            case .nothing: break
            case .separator: break scan
            }
            for position in index..<next { hash = WordMemo.extend(hash, text[position]) }
            index = next
        }
        // Trailing marks belong to the hash; they are part of the word's octets too.
        return Word(start: start, end: index, extent: max(end, index), hash: hash)
    }

    private static func isWordOctet(_ octet: UInt8) -> Bool {
        (octet | 0x20) &- 0x61 < 26 || octet &- 0x30 < 10
    }

    /// The folding of the scalar at `index` and where the next one begins. Octets that are no UTF-8 separate.
    static func folding(_ text: Span<UInt8>, at index: Int) -> (Folding.Folded, Int) {
        let first = text[index]
        if first < 0x80 { return (Folding.foldASCII(first), index + 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return (.separator, index + 1) }
        var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length {
            let octet = text[index + offset]
            guard octet & 0xC0 == 0x80 else { return (.separator, index + 1) }
            value = value << 6 | UInt32(octet & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return (.separator, index + 1) }
        return (Folding.fold(scalar), index + length)
    }

    private func octet(_ text: Span<UInt8>, _ position: Int) -> UInt8? {
        position < text.count ? text[position] : nil
    }

    // MARK: Elision

    /// Whether an apostrophe stands at `position` with a letter after it.
    private func isApostrophe(_ text: Span<UInt8>, _ position: Int, _ first: UInt8) -> Bool {
        let length: Int
        switch first {
        case UInt8(ascii: "'"), UInt8(ascii: "`"): length = 1
        case 0xC2 where octet(text, position + 1) == 0xB4: length = 2
        case 0xCA where octet(text, position + 1) == 0xBC: length = 2
        case 0xE2 where octet(text, position + 1) == 0x80:
            guard let last = octet(text, position + 2), [0x98, 0x99, 0xB2, 0x9B].contains(last) else { return false }
            length = 3
        default: return false
        }
        guard position + length < text.count else { return false }
        switch Self.folding(text, at: position + length).0 {
        case .ascii, .other: return true
        case .nothing, .separator: return false
        }
    }

    private func isElision(_ text: Span<UInt8>, _ word: Word) -> Bool {
        let length = word.end - word.start
        guard length <= 7 else { return false }
        var letters: [UInt8] = []
        for position in word.start..<word.end {
            guard text[position] < 0x80 else { return false }
            letters.append(text[position] | 0x20)
        }
        if length == 1 { return Self.elidedLetters.contains(letters[0]) }
        return Self.elidedWords.contains(letters)
    }

    private static let elidedLetters = Set("ldjmtscn".utf8)
    private static let elidedWords = Set(
        ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu", "entr"].map { Array($0.utf8) })

    // MARK: Codes

    /// `H/F`, `F/H/X`, `H - F`: says that both genders may apply, chooses nothing.
    private mutating func skipGenderMention(_ text: Span<UInt8>, _ word: Word) -> Bool {
        var position = word.end
        guard Self.isGenderLetter(text[word.start]) else { return false }
        var letters = 1
        while true {
            var probe = position
            while octet(text, probe) == 0x20 { probe += 1 }
            guard let mark = octet(text, probe), mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") else { break }
            probe += 1
            while octet(text, probe) == 0x20 { probe += 1 }
            guard let letter = octet(text, probe), Self.isGenderLetter(letter), !isWord(text, probe + 1) else { break }
            letters += 1
            position = probe + 1
        }
        guard letters > 1 else { return false }
        index = position
        return true
    }

    private static func isGenderLetter(_ octet: UInt8) -> Bool {
        let letter = octet | 0x20
        return letter == UInt8(ascii: "h") || letter == UInt8(ascii: "f") || letter == UInt8(ascii: "m")
            || letter == UInt8(ascii: "x")
    }

    private func isWord(_ text: Span<UInt8>, _ position: Int) -> Bool {
        guard position < text.count else { return false }
        switch Self.folding(text, at: position).0 {
        case .ascii, .other, .nothing: return true
        case .separator: return false
        }
    }

    /// `C++`, `C#`, `R&D`, `C.D.I.`, `R.489`, `R 489`.
    private mutating func shortCode(_ text: Span<UInt8>, _ word: Word) -> Word? {
        guard text[word.start] < 0x80 else { return nil }
        let letter = Self.lower(text[word.start])
        var code = [letter]
        var position = word.end
        switch octet(text, position) {
        case UInt8(ascii: "+"):
            while octet(text, position) == UInt8(ascii: "+"), code.count < 3 {
                code.append(UInt8(ascii: "+"))
                position += 1
            }
        case UInt8(ascii: "#"):
            code.append(UInt8(ascii: "#"))
            position += 1
        case UInt8(ascii: "&"):
            guard let second = octet(text, position + 1), Self.isWordOctet(second), !isWord(text, position + 2) else {
                return nil
            }
            code += [UInt8(ascii: "&"), Self.lower(second)]
            position += 2
        case UInt8(ascii: "."), UInt8(ascii: " "):
            let isDotted = octet(text, position) == UInt8(ascii: ".")
            if letter == UInt8(ascii: "r"), let end = digits(text, from: position + 1, exactly: 3) {
                for digit in position + 1..<end { code.append(text[digit]) }
                position = end
            } else if isDotted, letter == UInt8(ascii: "r"), octet(text, position + 1) == 0x20,
                let end = digits(text, from: position + 2, exactly: 3)
            {
                for digit in position + 2..<end { code.append(text[digit]) }
                position = end
            } else {
                guard isDotted else { return nil }
                while octet(text, position) == UInt8(ascii: "."), let next = octet(text, position + 1),
                    Self.isWordOctet(next), !isWord(text, position + 2), code.count < 8
                {
                    code.append(Self.lower(next))
                    position += 2
                }
                guard code.count > 1 else { return nil }
            }
        default:
            return nil
        }
        index = position
        return Word(start: word.start, end: position, extent: position, hash: 0, code: code)
    }

    /// `2x8`, `2 x 8`, `3×8`: shifts.
    private mutating func shiftPattern(_ text: Span<UInt8>, _ word: Word) -> Word? {
        guard text[word.start] &- 0x30 < 10 else { return nil }
        var position = word.end
        while octet(text, position) == 0x20 { position += 1 }
        if octet(text, position) == 0xC3, octet(text, position + 1) == 0x97 {
            position += 2
        } else if let sign = octet(text, position), Self.lower(sign) == UInt8(ascii: "x") {
            position += 1
        } else {
            return nil
        }
        while octet(text, position) == 0x20 { position += 1 }
        guard let hours = octet(text, position), hours &- 0x30 < 10, !isWord(text, position + 1) else { return nil }
        index = position + 1
        return Word(
            start: word.start, end: index, extent: index, hash: 0, code: [text[word.start], UInt8(ascii: "x"), hours])
    }

    private mutating func dotNet(_ text: Span<UInt8>) -> Word? {
        guard text[index] == UInt8(ascii: "."), index + 4 <= text.count, !isWord(text, index + 4),
            index == 0 || !isWord(text, index - 1), Self.lower(text[index + 1]) == UInt8(ascii: "n"),
            Self.lower(text[index + 2]) == UInt8(ascii: "e"), Self.lower(text[index + 3]) == UInt8(ascii: "t")
        else { return nil }
        let start = index
        index += 4
        return Word(start: start, end: index, extent: index, hash: 0, code: Array(".net".utf8))
    }

    private func digits(_ text: Span<UInt8>, from start: Int, exactly count: Int) -> Int? {
        guard start + count <= text.count, !isWord(text, start + count) else { return nil }
        for position in start..<start + count where text[position] &- 0x30 >= 10 { return nil }
        return start + count
    }

    private static func lower(_ octet: UInt8) -> UInt8 {
        octet >= 0x41 && octet <= 0x5A ? octet + 32 : octet
    }
}
