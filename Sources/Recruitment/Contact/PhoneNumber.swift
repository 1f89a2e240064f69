/// A French telephone number, as published on an offer or typed by a candidate.
public struct PhoneNumber: Sendable, Hashable, LosslessStringConvertible {
    public enum Kind: Sendable, Hashable {
        case landline
        /// 06 and 07.
        case mobile
        /// 09.
        case overInternet
        /// 0800 to 0805, 30 and 31: free.
        case freephone
        /// 0806 to 0809 and the short numbers of public services: the price of a call.
        case standardRate
        /// 081, 082, 089, 118 and the other short numbers: dearer than a call (Arcep, decision n° 2018-0881).
        case premiumRate
    }

    /// Ten digits beginning with 0, or a short number of four or six digits.
    public let digits: String

    /// Accepts ten digits with the usual separators, `+33`, `0033` and `(0)`, and short numbers in 30 to 39 and 118.
    /// Refuses everything else: numbers of other countries have no place on this board.
    public init?(_ text: String) {
        var digits: [UInt8] = []
        var isInternational = false
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value))
            case "+" where index == 0: isInternational = true
            case " ", ".", "-", "/", "(", ")", "\u{A0}", "\u{202F}", "‑", "–": break
            default: return nil
            }
            if digits.count > 15 { return nil }
        }
        if digits.starts(with: "0033".utf8) {
            digits.removeFirst(2)
            isInternational = true
        }
        if isInternational {
            guard digits.starts(with: "33".utf8) else { return nil }
            digits.removeFirst(2)
            if digits.first != UInt8(ascii: "0") { digits.insert(UInt8(ascii: "0"), at: 0) }
        }
        let isShort =
            !isInternational
            && ((digits.count == 4 && digits[0] == UInt8(ascii: "3"))
                || (digits.count == 6 && digits.starts(with: "118".utf8)))
        let isLong = digits.count == 10 && digits[0] == UInt8(ascii: "0") && digits[1] != UInt8(ascii: "0")
        guard isShort || isLong else { return nil }
        self.digits = String(decoding: digits, as: UTF8.self)
    }

    public var kind: Kind {
        if digits.utf8.count != 10 {
            if digits.hasPrefix("30") || digits.hasPrefix("31") || Self.freeShortNumbers.contains(digits) {
                return .freephone
            }
            return Self.publicServices.contains(digits) ? .standardRate : .premiumRate
        }
        switch digits.prefix(2) {
        case "06", "07": return .mobile
        case "09": return .overInternet
        case "08":
            return digits.prefix(4) <= "0805" ? .freephone : digits.prefix(4) <= "0809" ? .standardRate : .premiumRate
        default: return .landline
        }
    }

    /// Digits in pairs with no-break spaces, `04 70 34 40 03`; a short number as it is.
    public var description: String {
        guard digits.utf8.count == 10 else { return digits }
        let octets = Array(digits.utf8)
        return stride(from: 0, to: 10, by: 2).map { String(decoding: octets[$0..<$0 + 2], as: UTF8.self) }
            .joined(separator: "\u{A0}")
    }

    /// For `tel:` links: `+33470344003`; a short number as it is.
    public var international: String {
        digits.utf8.count == 10 ? "+33" + digits.dropFirst() : digits
    }

    private static let freeShortNumbers: Set<String> = ["3919"]
    /// France Travail (two), service public, retraite, Assurance maladie, CAF, maltraitance.
    private static let publicServices: Set<String> = ["3949", "3995", "3939", "3960", "3646", "3230", "3977"]
}
