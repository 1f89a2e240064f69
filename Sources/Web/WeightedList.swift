/// A list field whose members have parameters and a weight: `Accept`, `Accept-Encoding` (RFC 9110 §12.4.2).
struct WeightedList: Sendable {
    struct Member: Sendable, Hashable {
        /// Lower-case.
        var value: String
        /// Without `q`, names lower-case, values unquoted and lower-case.
        var parameters: [String: String]
        /// In thousandths.
        var weight: Int
    }

    /// Malformed members are left out.
    let members: [Member]

    init(_ field: String, limits: InputLimits) {
        members = Self.split(field.utf8[...], at: UInt8(ascii: ","), limit: limits.listMembers).compactMap(Self.member)
    }

    private static func member(_ text: Substring.UTF8View) -> Member? {
        let pieces = split(text, at: UInt8(ascii: ";"), limit: 16)
        guard let first = pieces.first?.trimmingBlanks(), !first.isEmpty else { return nil }
        var member = Member(value: Substring(first).lowercased(), parameters: [:], weight: 1000)
        for piece in pieces.dropFirst() {
            let parameter = piece.trimmingBlanks()
            if parameter.isEmpty { continue }
            guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = Substring(parameter[..<equals]).lowercased()
            let value = parameter[parameter.index(after: equals)...]
            if name == "q" {
                guard let weight = weight(value) else { return nil }
                member.weight = weight
                // What follows a weight are extensions of no meaning here.
                break
            }
            member.parameters[name] = unquoted(value).lowercased()
        }
        return member
    }

    /// `0`, `1`, and up to three decimals.
    private static func weight(_ text: Substring.UTF8View) -> Int? {
        var octets = text[...]
        guard let whole = octets.popFirst(), whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1") else {
            return nil
        }
        var weight = Int(whole - UInt8(ascii: "0")) * 1000
        guard let point = octets.popFirst() else { return weight }
        guard point == UInt8(ascii: "."), octets.count <= 3 else { return nil }
        var unit = 100
        for octet in octets {
            guard octet >= UInt8(ascii: "0"), octet <= UInt8(ascii: "9") else { return nil }
            weight += Int(octet - UInt8(ascii: "0")) * unit
            unit /= 10
        }
        return weight <= 1000 ? weight : nil
    }

    /// Splits where the separator stands outside a quoted string.
    static func split(_ text: Substring.UTF8View, at separator: UInt8, limit: Int) -> [Substring.UTF8View] {
        var pieces: [Substring.UTF8View] = []
        var start = text.startIndex
        var isQuoted = false
        var index = start
        while index != text.endIndex {
            let octet = text[index]
            if octet == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if octet == UInt8(ascii: "\\"), isQuoted {
                index = text.index(after: index)
                if index == text.endIndex { break }
            } else if octet == separator, !isQuoted {
                pieces.append(text[start..<index])
                start = text.index(after: index)
                if pieces.count == limit { return pieces }
            }
            index = text.index(after: index)
        }
        pieces.append(text[start...])
        return pieces
    }

    /// The content of a quoted string, or the token itself.
    static func unquoted(_ text: Substring.UTF8View) -> String {
        guard text.count >= 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") else {
            return String(Substring(text))
        }
        var octets: [UInt8] = []
        var isEscaped = false
        for octet in text.dropFirst().dropLast() {
            if octet == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
            } else {
                octets.append(octet)
                isEscaped = false
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
