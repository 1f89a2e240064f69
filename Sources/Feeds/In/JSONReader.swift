/// Reads JSON (RFC 8259) that may be cut short or damaged: what stands whole before the place where it breaks is kept.
struct JSONReader {
    enum Reading {
        case whole(JSONValue)
        /// Lists end before their first element that is not whole; objects around such a list are kept.
        case cut(JSONValue)
        case tooDeep
        case unreadable
    }

    /// Deepest nesting read.
    static let deepest = 256

    private let octets: [UInt8]
    private var position = 0
    private var isBroken = false
    private var isTooDeep = false

    static func read(_ octets: [UInt8]) -> Reading {
        var reader = JSONReader(octets: octets)
        let value = reader.value(depth: 1)
        reader.skipSpace()
        if reader.isTooDeep { return .tooDeep }
        guard let value else { return .unreadable }
        return reader.isBroken || reader.position < octets.count ? .cut(value) : .whole(value)
    }

    private init(octets: [UInt8]) { self.octets = octets }

    /// The value at the position; nil, and `isBroken`, where none begins. A list or an object that breaks inside is returned
    /// as far as it is whole, with `isBroken`.
    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard depth <= Self.deepest else {
            isTooDeep = true
            return broken()
        }
        switch peek {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""): return string().map { .text($0) }
        case UInt8(ascii: "t"): return word("true", .text("true"))
        case UInt8(ascii: "f"): return word("false", .text("false"))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        position += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard let name = string() else { break }
            skipSpace()
            guard take(UInt8(ascii: ":")) else {
                isBroken = true
                break
            }
            if let value = value(depth: depth + 1) {
                switch value {
                case .list, .object: members[name] = value
                case .null, .text: if !isBroken { members[name] = value }
                }
            }
            skipSpace()
        } while !isBroken && take(UInt8(ascii: ","))
        if !isBroken, !take(UInt8(ascii: "}")) { isBroken = true }
        return .object(members)
    }

    private mutating func list(depth: Int) -> JSONValue? {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .list(elements) }
        repeat {
            let element = value(depth: depth + 1)
            if let element, !isBroken { elements.append(element) }
            skipSpace()
        } while !isBroken && take(UInt8(ascii: ","))
        if !isBroken, !take(UInt8(ascii: "]")) { isBroken = true }
        return .list(elements)
    }

    private mutating func string() -> String? {
        guard take(UInt8(ascii: "\"")) else { return broken() }
        var text: [UInt8] = []
        while let octet = peek {
            position += 1
            switch octet {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return broken() }
                text += Array(String(scalar).utf8)
            default: text.append(octet)
            }
        }
        return broken()
    }

    /// The character behind a backslash. Half a surrogate pair is U+FFFD.
    private mutating func escaped() -> Unicode.Scalar? {
        guard let octet = peek else { return nil }
        position += 1
        switch octet {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(octet)
        case UInt8(ascii: "u"):
            guard let unit = hexadecimal() else { return nil }
            guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
            guard octets[position...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
            let start = position
            position += 2
            guard let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) else {
                position = start
                return "\u{FFFD}"
            }
            return Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        default: return nil
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= octets.count,
            let unit = UInt32(String(decoding: octets[position..<position + 4], as: UTF8.self), radix: 16)
        else { return nil }
        position += 4
        return unit
    }

    private mutating func number() -> JSONValue? {
        let start = position
        while let octet = peek, (0x30...0x39).contains(octet) || "+-.eE".utf8.contains(octet) { position += 1 }
        let text = String(decoding: octets[start..<position], as: UTF8.self)
        // A number at the very end may have been longer.
        guard position < octets.count || start == 0, position - start <= 64, Double(text) != nil else {
            return broken()
        }
        return .text(text)
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
        guard octets[position...].starts(with: word.description.utf8) else { return broken() }
        position += word.utf8CodeUnitCount
        return value
    }

    private mutating func broken<Value>() -> Value? {
        isBroken = true
        return nil
    }

    private var peek: UInt8? { position < octets.count ? octets[position] : nil }

    private mutating func take(_ octet: UInt8) -> Bool {
        guard peek == octet else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let octet = peek, octet == 0x20 || octet == 0x0A || octet == 0x0D || octet == 0x09 { position += 1 }
    }
}
