/// Numbers as French people type them: `12,50 €`, `1 900`, `35h`.
enum TypedNumber {
    /// In hundredths. Refuses signs, more than two decimals and anything over ten million.
    static func hundredths(_ text: String) -> Int64? {
        var whole: Int64 = 0
        var decimals: [Int64] = []
        var isFraction = false
        var digits = 0
        let trimmed = text.drop { $0.isWhitespace }
        let number = trimmed.prefix { $0 != "€" && $0 != "h" && $0 != "H" }
        let unit = trimmed.dropFirst(number.count)
        guard unit.count <= 1 else { return nil }
        for scalar in number.unicodeScalars {
            switch scalar {
            case "0"..."9":
                let digit = Int64(scalar.value - 48)
                digits += 1
                if isFraction { decimals.append(digit) } else { whole = whole * 10 + digit }
                guard whole <= 10_000_000, decimals.count <= 2 else { return nil }
            case ",", ".":
                guard !isFraction, digits > 0 else { return nil }
                isFraction = true
            case " ", "\u{A0}", "\u{202F}": break
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        let tenths = decimals.first ?? 0
        let rest = decimals.count > 1 ? decimals[1] : 0
        return whole * 100 + tenths * 10 + rest
    }
}
