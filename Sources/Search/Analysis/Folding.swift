/// Lower case without accents: what two spellings of one French word have in common.
enum Folding {
    /// What a scalar becomes.
    enum Folded: Equatable {
        /// One to three ASCII letters or digits, low octet first.
        case ascii(UInt32)
        /// A letter of another script, in lower case.
        case other(Unicode.Scalar)
        /// Combining marks, soft hyphens and zero-width characters: they vanish inside a word.
        case nothing
        /// Not part of any word.
        case separator
    }

    static func fold(_ scalar: Unicode.Scalar) -> Folded {
        let value = scalar.value
        if value < 0x80 { return foldASCII(UInt8(value)) }
        if value >= 0xC0, value < 0x180 {
            let packed = latin[Int(value - 0xC0)]
            return packed == 0 ? .separator : .ascii(packed)
        }
        switch value {
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0x300...0x36F: return .nothing
        case 0xFB01: return .ascii(pack("fi"))
        case 0xFB02: return .ascii(pack("fl"))
        case 0xFB00: return .ascii(pack("ff"))
        case 0xFB03: return .ascii(pack("ffi"))
        case 0xFB04: return .ascii(pack("ffl"))
        case 0xFF10...0xFF19: return .ascii(value - 0xFF10 + 0x30)
        case 0xFF21...0xFF3A: return .ascii(value - 0xFF21 + 0x61)
        case 0xFF41...0xFF5A: return .ascii(value - 0xFF41 + 0x61)
        case 0x180...0x10FFFF where scalar.properties.isAlphabetic:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return .other(lower.count == 1 ? lower.first ?? scalar : scalar)
        default: return .separator
        }
    }

    static func foldASCII(_ octet: UInt8) -> Folded {
        switch octet {
        case 0x30...0x39, 0x61...0x7A: .ascii(UInt32(octet))
        case 0x41...0x5A: .ascii(UInt32(octet) + 32)
        default: .separator
        }
    }

    /// The words of `text` as they compare: lower case without accents, anything else a space.
    static func folded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch fold(scalar) {
            case .ascii(let packed): append(packed, to: &result)
            case .other(let other): result.append(contentsOf: Array(String(Character(other)).utf8))
            case .nothing: break
            case .separator: if result.last != 0x20, !result.isEmpty { result.append(0x20) }
            }
        }
        if result.last == 0x20 { result.removeLast() }
        return result
    }

    static func append(_ packed: UInt32, to octets: inout [UInt8]) {
        var rest = packed
        while rest != 0 {
            octets.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    private static func pack(_ text: StaticString) -> UInt32 {
        text.withUTF8Buffer { buffer in
            unsafe buffer.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    /// U+00C0 to U+017F, written out: Latin-1 Supplement and Latin Extended-A.
    private static let latin: [UInt32] = {
        let table =
            "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss "
            + "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y "
            + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i "
            + "ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r "
            + "s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s"
        return table.split(separator: " ").map { entry in
            entry == "-" ? 0 : entry.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }()
}
