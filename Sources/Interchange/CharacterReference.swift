/// HTML character references: numbers, and the names French texts use (HTML Living Standard, 13.5).
enum CharacterReference {
    /// The bytes of the reference that begins at `start` with `&`, and where it ends; nil when there is none.
    static func read(_ bytes: [UInt8], _ start: Int) -> (character: [UInt8], end: Int)? {
        let limit = min(bytes.count, start + 12)
        guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        guard let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : named[name] else { return nil }
        return (Array(String(Character(scalar)).utf8), end + 1)
    }

    private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        return Unicode.Scalar(number)
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "euro": "€", "deg": "°",
        "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "hellip": "…",
        "ndash": "–", "mdash": "—", "bull": "•", "middot": "·", "sup2": "²", "oelig": "œ", "OElig": "Œ", "aelig": "æ",
        "agrave": "à", "acirc": "â", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë",
        "icirc": "î", "iuml": "ï", "ocirc": "ô", "ugrave": "ù", "ucirc": "û", "uuml": "ü", "Agrave": "À", "Acirc": "Â",
        "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Icirc": "Î", "Ocirc": "Ô", "Ugrave": "Ù",
    ]
}
