/// Folding of letters for the matching of French words: lower case, no accents, ligatures undone.
enum LatinFolding {
    enum Kind: Equatable {
        /// One or two ASCII letters; the second is 0 where there is one only.
        case letters(UInt8, UInt8)
        case digit(UInt8)
        case apostrophe
        /// Combining marks, soft hyphens and zero-width characters: as if they were not there.
        case invisible
        case other
    }

    /// A letter of another script counts as one letter that no French word holds.
    static let foreignLetter = UInt8(ascii: "_")

    static func kind(of scalar: Unicode.Scalar) -> Kind {
        let value = scalar.value
        switch value {
        case 0x61...0x7A: return .letters(UInt8(value), 0)
        case 0x41...0x5A: return .letters(UInt8(value) + 32, 0)
        case 0x30...0x39: return .digit(UInt8(value))
        case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019: return .apostrophe
        case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: return .invisible
        case 0...0xBF: return .other
        case 0xD7, 0xF7: return .other
        case 0xC0...0x17F: return latin(value)
        case 0xFF10...0xFF19: return .digit(UInt8(value - 0xFF10 + 0x30))
        case 0xFF21...0xFF3A: return .letters(UInt8(value - 0xFF21 + 0x61), 0)
        case 0xFF41...0xFF5A: return .letters(UInt8(value - 0xFF41 + 0x61), 0)
        case 0x20AC: return .other
        case 0x2000...0x2BFF, 0x3000...0x303F, 0xE000...0xF8FF, 0xFE10...0xFFFF, 0x1F000...: return .other
        default: return .letters(foreignLetter, 0)
        }
    }

    private static func latin(_ value: UInt32) -> Kind {
        let base: String =
            switch value {
            case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
            case 0xC6, 0xE6: "ae"
            case 0xC7, 0xE7, 0x106...0x10D: "c"
            case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
            case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
            case 0xD0, 0xF0, 0x10E...0x111: "d"
            case 0xD1, 0xF1, 0x143...0x14B: "n"
            case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
            case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
            case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
            case 0xDF: "ss"
            case 0x11C...0x123: "g"
            case 0x124...0x127: "h"
            case 0x134...0x135: "j"
            case 0x136...0x138: "k"
            case 0x139...0x142: "l"
            case 0x152, 0x153: "oe"
            case 0x154...0x159: "r"
            case 0x15A...0x161, 0x17F: "s"
            case 0x162...0x167: "t"
            case 0x174...0x175: "w"
            case 0x179...0x17E: "z"
            default: "_"
            }
        let octets = Array(base.utf8)
        return .letters(octets[0], octets.count > 1 ? octets[1] : 0)
    }

    /// `text` folded, with everything but letters and digits left out.
    static func word(_ text: some StringProtocol) -> String {
        var octets: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch kind(of: scalar) {
            case .letters(let first, let second):
                octets.append(first)
                if second != 0 { octets.append(second) }
            case .digit(let digit): octets.append(digit)
            case .apostrophe, .invisible, .other: break
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
