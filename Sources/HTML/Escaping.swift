/// Escaping for text and for attribute values between double quotes.
enum Escaping {
    /// Appends `text` so that it reads the same in both places: `& < > " '` become references (HTML Living Standard
    /// §13.1.2.3, §13.1.3), and NUL, which HTML cannot carry, becomes U+FFFD.
    static func append(_ text: String, to octets: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in 0..<source.count {
                let reference: StaticString
                switch unsafe source[index] {
                case UInt8(ascii: "&"): reference = "&amp;"
                case UInt8(ascii: "<"): reference = "&lt;"
                case UInt8(ascii: ">"): reference = "&gt;"
                case UInt8(ascii: "\""): reference = "&quot;"
                case UInt8(ascii: "'"): reference = "&#39;"
                case 0: reference = "\u{FFFD}"
                default: continue
                }
                unsafe octets.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                reference.withUTF8Buffer { unsafe octets.append(contentsOf: $0) }
                start = index + 1
            }
            unsafe octets.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
        }
    }
}
