/// An e-mail address one can send to: the practical part of RFC 5321 (no quoted local part, no address literal).
public struct EmailAddress: Sendable, Hashable, LosslessStringConvertible {
    public static let longest = 254
    public static let longestLocalPart = 64

    /// The local part as written, the domain in lower case.
    public let description: String

    /// Trims white space at both ends. Refuses other alphabets (an internationalised domain must come as `xn--…`), a domain
    /// without a point, labels longer than 63 octets, and anything that could end a header line.
    public init?(_ text: String) {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        let end =
            scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) } ?? scalars.startIndex
        let octets = Array(String(scalars[..<end]).utf8)
        guard octets.count <= Self.longest, let at = octets.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let local = octets[..<at]
        let domain = octets[(at + 1)...]
        guard Self.isLocalPart(local), Self.isDomain(domain) else { return nil }
        description =
            String(decoding: local, as: UTF8.self) + "@" + String(decoding: domain.map(Self.lowercase), as: UTF8.self)
    }

    public var domain: String {
        String(description[description.index(after: description.lastIndex(of: "@") ?? description.startIndex)...])
    }

    /// What tells two accounts apart: all in lower case, since no mailbox provider in use distinguishes case.
    public var key: String { description.lowercased() }

    static func isLocalOctet(_ octet: UInt8) -> Bool {
        isAlphanumeric(octet) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(octet)
    }

    static func isDomainOctet(_ octet: UInt8) -> Bool {
        isAlphanumeric(octet) || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
    }

    private static func isLocalPart(_ octets: ArraySlice<UInt8>) -> Bool {
        (1...longestLocalPart).contains(octets.count)
            && octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.allSatisfy(isLocalOctet)
            }
    }

    private static func isDomain(_ octets: ArraySlice<UInt8>) -> Bool {
        let labels = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, top.count >= 2, !top.allSatisfy(DecimalDigits.contains) else {
            return false
        }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
                && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        }
    }

    private static func isAlphanumeric(_ octet: UInt8) -> Bool {
        DecimalDigits.contains(octet) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercase(octet))
    }

    private static func lowercase(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
    }
}
