/// A text as two writings of it compare: small letters without accents, ligatures undone, one space for everything that is
/// neither letter nor digit. `Électricien bâtiment (H/F)` and `ELECTRICIEN BATIMENT H/F` are equal.
public struct FoldedText: Sendable, Hashable {
    public let text: String

    public init(_ text: some StringProtocol) {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count)
        var isBetweenWords = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
                if isBetweenWords, !octets.isEmpty { octets.append(0x20) }
                isBetweenWords = false
                let octet = UInt8(scalar.value)
                octets.append(octet >= 0x41 && octet <= 0x5A ? octet | 0x20 : octet)
            // A combining mark belongs to the letter before it.
            case 0x300...0x36F: break
            default:
                guard let letters = Self.letters(scalar) else {
                    isBetweenWords = true
                    continue
                }
                if isBetweenWords, !octets.isEmpty { octets.append(0x20) }
                isBetweenWords = false
                octets += letters.utf8
            }
        }
        self.text = String(decoding: octets, as: UTF8.self)
    }

    public var words: [Substring] { text.split(separator: " ") }

    /// Whether the words of `other` stand in this text one after the other.
    public func contains(_ other: String) -> Bool {
        (" " + text + " ").contains(" " + other + " ")
    }

    private static func letters(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "à", "á", "â", "ã", "ä", "å", "À", "Á", "Â", "Ã", "Ä", "Å": "a"
        case "ç", "Ç": "c"
        case "è", "é", "ê", "ë", "È", "É", "Ê", "Ë": "e"
        case "ì", "í", "î", "ï", "Ì", "Í", "Î", "Ï": "i"
        case "ñ", "Ñ": "n"
        case "ò", "ó", "ô", "õ", "ö", "Ò", "Ó", "Ô", "Õ", "Ö": "o"
        case "ù", "ú", "û", "ü", "Ù", "Ú", "Û", "Ü": "u"
        case "ý", "ÿ", "Ý", "Ÿ": "y"
        case "œ", "Œ": "oe"
        case "æ", "Æ": "ae"
        default: nil
        }
    }
}
