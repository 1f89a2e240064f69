/// Percent-encoding (RFC 3986 §2.1) and its form variant, where `+` is a space (WHATWG URL, application/x-www-form-urlencoded).
///
/// No decoded text contains NUL: nothing this site reads may hold it, and C libraries below would cut the text there.
public enum PercentEncoding {
    /// The text of one path segment: strict.
    /// - Returns: nil for `%` without two hexadecimal digits, octets that are not UTF-8, and NUL.
    public static func decodeSegment(_ encoded: some Collection<UInt8>) -> String? {
        var octets: [UInt8] = []
        octets.reserveCapacity(encoded.count)
        guard decode(encoded, plusIsSpace: false, into: &octets), !octets.contains(0) else { return nil }
        return String(validating: octets, as: UTF8.self)
    }

    /// The text of a name or value in an urlencoded body: strict, `+` is a space.
    /// - Returns: nil for `%` without two hexadecimal digits, octets that are not UTF-8, and NUL.
    public static func decodeFormComponent(_ encoded: some Collection<UInt8>) -> String? {
        var octets: [UInt8] = []
        octets.reserveCapacity(encoded.count)
        guard decode(encoded, plusIsSpace: true, into: &octets), !octets.contains(0) else { return nil }
        return String(validating: octets, as: UTF8.self)
    }

    /// The text of a name or value in a query, which people type and cut: never refused. `+` is a space, a `%` without two
    /// hexadecimal digits stands for itself, octets that are not UTF-8 and NUL become U+FFFD.
    public static func decodeQueryComponent(_ encoded: some Collection<UInt8>) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(encoded.count)
        _ = decode(encoded, plusIsSpace: true, into: &octets)
        guard octets.contains(0) else { return String(decoding: octets, as: UTF8.self) }
        return String(
            String.UnicodeScalarView(
                String(decoding: octets, as: UTF8.self).unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }

    /// `decodeSegment` of a part of a text, which is UTF-8 already: nothing is copied twice where nothing is encoded.
    static func decodeSegment(_ encoded: Substring.UTF8View) -> String? {
        for octet in encoded where octet == UInt8(ascii: "%") || octet == 0 {
            return decodeSegment(Array(encoded))
        }
        return String(Substring(encoded))
    }

    /// `decodeQueryComponent` of a part of a text, alike.
    static func decodeQueryComponent(_ encoded: Substring.UTF8View) -> String {
        for octet in encoded where octet == UInt8(ascii: "%") || octet == UInt8(ascii: "+") || octet == 0 {
            return decodeQueryComponent(Array(encoded))
        }
        return String(Substring(encoded))
    }

    /// `text` as one path segment: everything but unreserved characters, sub-delims, `:` and `@` is encoded (RFC 3986 §3.3).
    public static func encodeSegment(_ text: String) -> String {
        if text.utf8.allSatisfy(isSegmentCharacter) { return text }
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count * 3)
        for octet in text.utf8 {
            if isSegmentCharacter(octet) { octets.append(octet) } else { append(encoded: octet, to: &octets) }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    /// `text` as a name or value of a query or an urlencoded body: letters, digits and `*-._` stay, space becomes `+`.
    public static func encodeFormComponent(_ text: String) -> String {
        if text.utf8.allSatisfy(isFormCharacter) { return text }
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count * 3)
        appendFormComponent(text, to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    /// Appends `encodeFormComponent(text)`.
    static func appendFormComponent(_ text: String, to octets: inout [UInt8]) {
        // Most values stand as they are: they are copied first and looked at then.
        let start = octets.count
        octets.append(contentsOf: text.utf8)
        guard let first = octets[start...].firstIndex(where: { !isFormCharacter($0) }) else { return }
        let rest = Array(octets[first...])
        octets.removeLast(rest.count)
        for octet in rest {
            if isFormCharacter(octet) {
                octets.append(octet)
            } else if octet == UInt8(ascii: " ") {
                octets.append(UInt8(ascii: "+"))
            } else {
                append(encoded: octet, to: &octets)
            }
        }
    }

    /// Appends the decoded octets; malformed escapes stand for themselves.
    /// - Returns: whether every escape was well-formed.
    private static func decode(
        _ encoded: some Collection<UInt8>, plusIsSpace: Bool, into octets: inout [UInt8]
    ) -> Bool {
        var wellFormed = true
        var index = encoded.startIndex
        while index != encoded.endIndex {
            let octet = encoded[index]
            index = encoded.index(after: index)
            guard octet == UInt8(ascii: "%") else {
                octets.append(plusIsSpace && octet == UInt8(ascii: "+") ? UInt8(ascii: " ") : octet)
                continue
            }
            if index != encoded.endIndex, let high = hexadecimalDigit(encoded[index]) {
                let second = encoded.index(after: index)
                if second != encoded.endIndex, let low = hexadecimalDigit(encoded[second]) {
                    octets.append(high << 4 | low)
                    index = encoded.index(after: second)
                    continue
                }
            }
            octets.append(octet)
            wellFormed = false
        }
        return wellFormed
    }

    private static func append(encoded octet: UInt8, to octets: inout [UInt8]) {
        octets.append(UInt8(ascii: "%"))
        octets.append(hexadecimal(octet >> 4))
        octets.append(hexadecimal(octet & 15))
    }

    private static func hexadecimal(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func isSegmentCharacter(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"),
            UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: ":"), UInt8(ascii: "@"):
            true
        default: false
        }
    }

    private static func isFormCharacter(_ octet: UInt8) -> Bool {
        // A bit for each octet below 128.
        octet < 64
            ? formCharacters.low >> UInt64(octet) & 1 != 0
            : octet < 128 && formCharacters.high >> UInt64(octet - 64) & 1 != 0
    }

    /// `* - .` and digits; capitals, `_` and small letters.
    private static let formCharacters: (low: UInt64, high: UInt64) = (0x03FF_6400_0000_0000, 0x07FF_FFFE_87FF_FFFE)
}

/// The value of a hexadecimal digit of either case.
func hexadecimalDigit(_ octet: UInt8) -> UInt8? {
    switch octet {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
    default: nil
    }
}
