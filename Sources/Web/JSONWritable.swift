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
                index = unsafe Self.nextSpecial(octets, from: index)
                guard index < octets.count else { break }
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

    /// Where the next octet stands that an escape may begin with; the count if there is none. Eight are looked at together:
    /// most text needs no escape. Loads stay inside the buffer.
    private static func nextSpecial(_ octets: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(octets)
        while index + 8 <= octets.count {
            if hasSpecial(unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { break }
            index += 8
        }
        while index < octets.count, unsafe isPlain(octets[index]) { index += 1 }
        return index
    }

    /// Whether any of eight octets is special (Hacker's Delight §6-1: a borrow runs into the high bit of an octet that is zero).
    private static func hasSpecial(_ octets: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        var found = (octets &- ones &* 0x20) & ~octets
        found |= zeros(octets ^ ones &* 0x22) | zeros(octets ^ ones &* 0x5C)
        found |= zeros(octets ^ ones &* 0x3C) | zeros(octets ^ ones &* 0x3E)
        found |= zeros(octets ^ ones &* 0x26) | zeros(octets ^ ones &* 0x7F) | zeros(octets ^ ones &* 0xE2)
        return found & high != 0

        func zeros(_ octets: UInt64) -> UInt64 { (octets &- ones) & ~octets }
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet != 0x22 && octet != 0x5C && octet != 0x3C && octet != 0x3E && octet != 0x26
            && octet != 0x7F && octet != 0xE2
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
    public func appendJSON(to bytes: inout [UInt8]) { bytes.append(self ? "true" : "false") }
}

extension Int: JSONWritable {
    public func appendJSON(to bytes: inout [UInt8]) {
        guard self >= 0 else {
            bytes += String(self).utf8
            return
        }
        var unit = 1
        while self / unit > 9 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: self / unit % 10))
            unit /= 10
        }
    }
}

extension Double: JSONWritable {
    /// The shortest text that reads back as the number, whole numbers without `.0`; null for NaN and infinity.
    public func appendJSON(to bytes: inout [UInt8]) {
        if let whole = Int(exactly: self), magnitude <= 9_007_199_254_740_992 {
            whole.appendJSON(to: &bytes)
        } else {
            if isFinite { bytes += description.utf8 } else { bytes.append("null") }
        }
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    @inlinable public func appendJSON(to bytes: inout [UInt8]) {
        if let self { self.appendJSON(to: &bytes) } else { bytes.append("null") }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    @inlinable public func appendJSON(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            element.appendJSON(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}

extension [UInt8] {
    /// The octets of a text of the program's own; a third of the time that those of a `String` take.
    @usableFromInline mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }
}
