/// A place's name as two writings of it compare: small letters without accents, one space for hyphens and apostrophes,
/// `st` and `ste` written out.
public struct FoldedName: Hashable, Sendable {
    public let text: String

    public init(_ name: some StringProtocol) {
        var words: [String] = []
        var word = ""
        for scalar in name.unicodeScalars {
            if let letters = Self.letters(scalar) {
                word.unicodeScalars.append(contentsOf: letters.unicodeScalars)
            } else if !(0x300...0x36F).contains(scalar.value), !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        text = words.map { $0 == "st" ? "saint" : $0 == "ste" ? "sainte" : $0 }.joined(separator: " ")
    }

    /// The name without its article: people look for « Pin », not « Le Pin ».
    var withoutArticle: FoldedName {
        for article in ["le ", "la ", "les ", "l "] where text.hasPrefix(article) {
            return FoldedName(text.dropFirst(article.count))
        }
        return self
    }

    /// What a letter or digit folds to; nil for anything between words.
    private static func letters(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "0"..."9": String(Character(scalar))
        case "A"..."Z": String(Character(scalar)).lowercased()
        case "à", "â", "ä", "á", "À", "Â", "Ä", "Á": "a"
        case "ç", "Ç": "c"
        case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": "e"
        case "î", "ï", "í", "Î", "Ï", "Í": "i"
        case "ô", "ö", "ó", "Ô", "Ö", "Ó": "o"
        case "û", "ü", "ù", "ú", "Û", "Ü", "Ù", "Ú": "u"
        case "ÿ", "Ÿ": "y"
        case "ñ", "Ñ": "n"
        case "œ", "Œ": "oe"
        case "æ", "Æ": "ae"
        default: nil
        }
    }
}
