/// What can be written as a JSON value.
public protocol JSONWritable {
    /// Appends one complete value.
    func appendJSON(to bytes: inout [UInt8])
}

extension String: JSONWritable {
    public func appendJSON(to bytes: inout [UInt8]) {
        var copy = self
        bytes.append(UInt8(ascii: "\""))
        copy.withUTF8 { octets in
            // Runs that need no escape are copied whole: each is a part of the buffer, which outlives the copy.
            var start = 0
            var index = 0
            while index < octets.count {
                guard let escape = unsafe Self.escape(octets.span, at: index) else {
                    index += 1
                    continue
                }
                unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: octets[start..<index]))
                bytes += escape.text.utf8
                index += escape.length
                start = index
            }
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: octets[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// What is written in place of the `length` octets at `index`; nil where they stay.
    private static func escape(_ octets: Span<UInt8>, at index: Int) -> (text: String, length: Int)? {
        let octet = octets[index]
        switch octet {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case UInt8(ascii: "\n"): return ("\\n", 1)
        case UInt8(ascii: "\r"): return ("\\r", 1)
        case UInt8(ascii: "\t"): return ("\\t", 1)
        case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F:
            let digits = String(octet, radix: 16)
            return (octet < 0x10 ? "\\u000\(digits)" : "\\u00\(digits)", 1)
        case 0xE2:
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9 in UTF-8.
            guard index + 2 < octets.count, octets[index + 1] == 0x80 else { return nil }
            return octets[index + 2] == 0xA8 ? ("\\u2028", 3) : octets[index + 2] == 0xA9 ? ("\\u2029", 3) : nil
        default: return nil
        }
    }
}

extension Bool: JSONWritable {
    public func appendJSON(to bytes: inout [UInt8]) { bytes += self ? "true".utf8 : "false".utf8 }
}

extension Int: JSONWritable {
    public func appendJSON(to bytes: inout [UInt8]) { bytes += String(self).utf8 }
}

extension Double: JSONWritable {
    /// The shortest text that reads back as the number, whole numbers without `.0`; null for NaN and infinity.
    public func appendJSON(to bytes: inout [UInt8]) {
        if let whole = Int(exactly: self), magnitude <= 9_007_199_254_740_992 {
            whole.appendJSON(to: &bytes)
        } else {
            bytes += isFinite ? description.utf8 : "null".utf8
        }
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    public func appendJSON(to bytes: inout [UInt8]) {
        if let self { self.appendJSON(to: &bytes) } else { bytes += "null".utf8 }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    public func appendJSON(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            element.appendJSON(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}
