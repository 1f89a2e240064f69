/// The endings that French job titles hang on a word to name both genders: « infirmier·ère », « vendeur(se) »,
/// « conducteur/trice », « agent·e·s ».
enum InclusiveForms {
    /// Octets an inclusive ending takes from `start` (where a word has just ended); nil where none is there.
    static func length(in text: Span<UInt8>, at start: Int) -> Int? {
        guard let mark = Mark(text, at: start) else { return nil }
        var index = start + mark.length
        var ending: [UInt8] = []
        while index < text.count, ending.count <= longest {
            let octet = text[index]
            if octet < 0x80 {
                guard case .ascii(let letter) = Folding.foldASCII(octet), letter >= 0x61 else { break }
                ending.append(UInt8(letter))
                index += 1
            } else if octet == 0xC3, index + 1 < text.count, [0xA8, 0x88, 0xA9, 0x89].contains(text[index + 1]) {
                ending.append(UInt8(ascii: "e"))
                index += 2
            } else {
                break
            }
        }
        guard endings.contains(ending), mark.allows(ending) else { return nil }
        if mark == .parenthesis {
            guard index < text.count, text[index] == UInt8(ascii: ")") else { return nil }
            index += 1
            if index < text.count, text[index] | 0x20 == UInt8(ascii: "s"), !isLetter(text, index + 1) { index += 1 }
        } else if let plural = Mark(text, at: index), plural == mark,
            index + plural.length < text.count, text[index + plural.length] | 0x20 == UInt8(ascii: "s"),
            !isLetter(text, index + plural.length + 1)
        {
            index += plural.length + 1
        }
        return isLetter(text, index) ? nil : index - start
    }

    private enum Mark: Equatable {
        case parenthesis
        case slash
        case middleDot(Int)
        case stop
        case hyphen

        init?(_ text: Span<UInt8>, at index: Int) {
            guard index < text.count else { return nil }
            switch text[index] {
            case UInt8(ascii: "("): self = .parenthesis
            case UInt8(ascii: "/"): self = .slash
            case UInt8(ascii: "."): self = .stop
            case UInt8(ascii: "-"): self = .hyphen
            case 0xC2 where index + 1 < text.count && text[index + 1] == 0xB7: self = .middleDot(2)
            case 0xE2 where index + 2 < text.count:
                let tail = (text[index + 1], text[index + 2])
                // • ‧ ∙ ⋅
                guard tail == (0x80, 0xA2) || tail == (0x80, 0xA7) || tail == (0x88, 0x99) || tail == (0x8B, 0x85)
                else { return nil }
                self = .middleDot(3)
            default: return nil
            }
        }

        var length: Int {
            if case .middleDot(let length) = self { return length }
            return 1
        }

        /// After a full stop or a hyphen only endings that are no words of their own.
        func allows(_ ending: [UInt8]) -> Bool {
            switch self {
            case .stop, .hyphen: InclusiveForms.unmistakable.contains(ending)
            default: true
            }
        }
    }

    private static let longest = 7

    private static let endings = words(
        "e es ere eres iere ieres trice trices rice rices euse euses se ses ne nes enne ennes ienne iennes onne onnes le "
            + "les elle elles te tes sse sses esse esses ve ves ive ives ale ales fe fes ee ees re he que s eur eurs teur "
            + "teurs er ier iers if ifs x")

    private static let unmistakable = words(
        "e es ere eres iere ieres trice trices rice rices euse euses ne nes enne ienne onne sse esse ive ee ees")

    private static func words(_ list: String) -> Set<[UInt8]> {
        Set(list.split(separator: " ").map { Array($0.utf8) })
    }

    private static func isLetter(_ text: Span<UInt8>, _ index: Int) -> Bool {
        guard index < text.count else { return false }
        let octet = text[index]
        if octet < 0x80 { return Folding.foldASCII(octet) != .separator }
        return octet == 0xC3 || octet == 0xC5
    }
}
