/// An offer's stable public identity: a number in the database, six characters for people.
///
/// The six characters are what stands in addresses (`/offres/7K2M4P`) and what one reads aloud over the telephone.
/// They are a fixed permutation of the number, so that each form gives the other without a table, no two offers share
/// a code, and codes of offers that came in together do not look alike.
public struct OfferID: Sendable, Hashable, Comparable {
    /// 1 ..< 2^30.
    public let number: UInt32

    public static let numbers: Range<UInt32> = 1..<(1 << 30)

    public init?(number: Int64) {
        guard let number = UInt32(exactly: number), Self.numbers.contains(number) else { return nil }
        self.number = number
    }

    /// Reads a code in either case, with or without spaces and hyphens, taking O for 0 and I or L for 1 as Crockford's
    /// base 32 does. Refuses codes of another length and those no number has.
    public init?(code: String) {
        var bits: UInt32 = 0
        var count = 0
        for octet in code.utf8 where octet != UInt8(ascii: " ") && octet != UInt8(ascii: "-") {
            guard count < Self.length, let value = Self.value(octet) else { return nil }
            bits = bits << 5 | value
            count += 1
        }
        guard count == Self.length else { return nil }
        self.init(number: Int64(Self.unscramble(bits)))
    }

    /// Six characters of Crockford's base 32: digits and capitals without I, L, O and U.
    public var code: String {
        let bits = Self.scramble(number)
        let octets = (0..<Self.length).map { Self.alphabet[Int(bits >> UInt32(25 - 5 * $0) & 31)] }
        return String(decoding: octets, as: UTF8.self)
    }

    public static func < (left: OfferID, right: OfferID) -> Bool { left.number < right.number }

    private static let length = 6
    private static let mask: UInt32 = (1 << 30) - 1
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private static func value(_ octet: UInt8) -> UInt32? {
        let upper = octet >= UInt8(ascii: "a") && octet <= UInt8(ascii: "z") ? octet - 32 : octet
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: upper).map { UInt32($0) }
        }
    }

    // Multiplication by an odd number and a shifted exclusive or are both reversible modulo 2^30.
    private static let factor: UInt32 = 0x2C1B_3C6D
    private static let inverse: UInt32 = {
        // Newton's iteration doubles the number of right bits each time: 3, 6, 12, 24, 48.
        var inverse = factor
        for _ in 0..<5 { inverse = inverse &* (2 &- factor &* inverse) }
        return inverse & mask
    }()

    private static func scramble(_ number: UInt32) -> UInt32 {
        var bits = number &* factor & mask
        bits ^= bits >> 15
        return bits &* factor & mask
    }

    private static func unscramble(_ code: UInt32) -> UInt32 {
        var bits = code &* inverse & mask
        bits ^= bits >> 15
        return bits &* inverse & mask
    }
}

extension OfferID: CustomStringConvertible {
    public var description: String { code }
}
