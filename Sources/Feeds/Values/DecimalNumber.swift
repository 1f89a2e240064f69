/// A number as people write it in a text, and where it stands.
struct DecimalNumber: Sendable, Hashable {
    let value: Double
    /// What follows it up to the next number, folded to small letters.
    let following: String

    /// The numbers of a text, at most 20. Spaces, no-break spaces and points may part the thousands, a comma or a point the
    /// decimals; `k` multiplies by a thousand.
    static func all(in text: String) -> [DecimalNumber] {
        let scalars = Array(text.unicodeScalars.prefix(2_000))
        var found: [(value: Double, end: Int, start: Int)] = []
        var index = 0
        while index < scalars.count, found.count < 20 {
            guard isDigit(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            var digits = ""
            while index < scalars.count {
                if isDigit(scalars[index]) {
                    digits.unicodeScalars.append(scalars[index])
                    index += 1
                } else if isSeparator(scalars[index]), isGroup(scalars, index + 1) {
                    digits.unicodeScalars.append(scalars[index] == "." ? "." : " ")
                    index += 1
                } else if scalars[index] == "." || scalars[index] == ",", index + 1 < scalars.count,
                    isDigit(scalars[index + 1])
                {
                    digits += ","
                    index += 1
                } else {
                    break
                }
            }
            if let value = value(digits) { found.append((value, index, start)) }
        }
        return found.enumerated().map { position, number in
            let end = position + 1 < found.count ? found[position + 1].start : scalars.count
            var rest = String(String.UnicodeScalarView(scalars[number.end..<end])).lowercased()
            var value = number.value
            let unit = rest.drop { $0.isWhitespace }
            if unit.first == "k", unit.dropFirst().first?.isLetter != true || unit.hasPrefix("keur") {
                value *= 1_000
                rest = String(unit.dropFirst())
            }
            return DecimalNumber(value: value, following: rest)
        }
    }

    /// `1 950,5` and `1.950,5`: a point before exactly three digits parts thousands.
    private static func value(_ digits: String) -> Double? {
        let plain = digits.replacing(" ", with: "").replacing(".", with: "").replacing(",", with: ".")
        guard plain.utf8.count <= 15 else { return nil }
        return Double(plain)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "." || scalar == "'"
    }

    /// Three digits, then none.
    private static func isGroup(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
        start + 3 <= scalars.count && scalars[start..<start + 3].allSatisfy(isDigit)
            && (start + 3 == scalars.count || !isDigit(scalars[start + 3]))
    }
}
