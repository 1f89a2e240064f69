/// What can be written as a JSON value.
public protocol JSONWritable {
    /// Appends one complete value.
    func appendJSON(to bytes: inout [UInt8])
}

extension String: JSONWritable {
    public func appendJSON(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var copy = self
        copy.withUTF8 { octets in
            unsafe Self.appendEscaped(octets.span, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies what needs no escape in runs.
    private static func appendEscaped(_ octets: Span<UInt8>, to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + octets.count)
        for index in octets.indices {
            let octet = octets[index]
            switch octet {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(octet)
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case UInt8(ascii: "\r"): bytes += "\\r".utf8
            case UInt8(ascii: "\t"): bytes += "\\t".utf8
            case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F:
                bytes += "\\u00".utf8
                bytes.append(hexadecimal(octet >> 4))
                bytes.append(hexadecimal(octet & 15))
            case 0xA8, 0xA9:
                // The third octet of U+2028 and U+2029 in UTF-8: E2 80 A8, E2 80 A9.
                if index >= 2, octets[index - 1] == 0x80, octets[index - 2] == 0xE2 {
                    bytes.removeLast(2)
                    bytes += octet == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8
                } else {
                    bytes.append(octet)
                }
            default: bytes.append(octet)
            }
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
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
