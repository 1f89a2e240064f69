/// Escaping for text and for attribute values between double quotes.
enum Escaping {
    /// Appends `text` so that it reads the same in both places: `& < > " '` become references (HTML Living Standard
    /// §13.1.2.3, §13.1.3), and NUL, which HTML cannot carry, becomes U+FFFD.
    static func append(_ text: String, to octets: inout [UInt8]) {
        var text = text
        text.withUTF8 { unsafe append($0, to: &octets) }
    }

    static func append(_ text: ArraySlice<UInt8>, to octets: inout [UInt8]) {
        unsafe text.withUnsafeBufferPointer { unsafe append($0, to: &octets) }
    }

    private static func append(_ source: UnsafeBufferPointer<UInt8>, to octets: inout [UInt8]) {
        var start = 0
        for index in 0..<source.count {
            guard unsafe isEscaped(source[index]) else { continue }
            let reference: StaticString
            switch unsafe source[index] {
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<"): reference = "&lt;"
            case UInt8(ascii: ">"): reference = "&gt;"
            case UInt8(ascii: "\""): reference = "&quot;"
            case UInt8(ascii: "'"): reference = "&#39;"
            default: reference = "\u{FFFD}"
            }
            unsafe octets.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            reference.withUTF8Buffer { unsafe octets.append(contentsOf: $0) }
            start = index + 1
        }
        unsafe octets.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }

    /// A bit for each octet that cannot stand as it is, NUL and `" & ' < >`; all of them are below 64.
    private static let escaped: UInt64 = 1 | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    @inline(__always)
    private static func isEscaped(_ octet: UInt8) -> Bool { octet < 64 && escaped >> UInt64(octet) & 1 != 0 }
}
