/// How a French word sounds, roughly: spellings that are read alike share a code (« chofeur », « chauffeur »).
enum Sound {
    static func of(_ word: [UInt8]) -> [UInt8] {
        var text = word
        for (from, to) in replacements { replace(&text, from, to) }
        var result: [UInt8] = []
        for octet in nasal(text) where octet != result.last { result.append(octet) }
        return heard(result)
    }

    /// Without the end that is not heard: `s` or `z`, then `e`, or else one consonant. Taking off more would leave of
    /// « secrétaire » what it has in common with half the dictionary.
    private static func heard(_ sound: [UInt8]) -> [UInt8] {
        var result = sound
        func drop(_ letters: Set<UInt8>) -> Bool {
            guard result.count > 3, let last = result.last, letters.contains(last) else { return false }
            result.removeLast()
            return true
        }
        _ = drop(plural)
        if !drop(mute) { _ = drop(closing) }
        return result
    }

    /// A vowel and `n` or `m` before a consonant or the end are one sound.
    private static func nasal(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            result.append(text[index])
            let isNasal = vowels.contains(text[index]) && index + 1 < text.count && nasals.contains(text[index + 1])
            let isClosed =
                index + 2 >= text.count || !vowels.contains(text[index + 2]) && !nasals.contains(text[index + 2])
            if isNasal, isClosed {
                result[result.count - 1] = text[index] == UInt8(ascii: "e") ? UInt8(ascii: "A") : text[index] - 0x20
                index += 1
            }
            index += 1
        }
        return result
    }

    private static let vowels = Set("aeiouy".utf8)
    private static let nasals = Set("nm".utf8)
    private static let plural = Set("sz".utf8)
    private static let mute = Set("e".utf8)
    private static let closing = Set("tdp".utf8)

    private static let replacements: [(from: [UInt8], to: [UInt8])] = [
        ("ph", "f"), ("mpt", "nt"), ("eaux", "o"), ("eau", "o"), ("aux", "o"), ("au", "o"), ("oeu", "e"), ("eux", "e"),
        ("eu", "e"),
        ("qu", "k"),
        ("ck", "k"), ("ch", "C"), ("sch", "C"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("ge", "je"),
        ("gi", "ji"), ("gu", "g"), ("gn", "N"), ("ill", "Y"), ("y", "i"), ("ai", "e"), ("ei", "e"), ("er", "e"),
        ("ez", "e"), ("et", "e"), ("tion", "sion"), ("h", ""), ("z", "s"), ("w", "v"), ("x", "ks"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    private static func replace(_ text: inout [UInt8], _ from: [UInt8], _ to: [UInt8]) {
        var start = 0
        while start + from.count <= text.count {
            if text[start] == from[0], text[start..<start + from.count].elementsEqual(from) {
                text.replaceSubrange(start..<start + from.count, with: to)
                start += to.count
            } else {
                start += 1
            }
        }
    }
}
