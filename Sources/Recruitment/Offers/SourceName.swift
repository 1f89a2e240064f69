/// The name of where an offer came from: `france-travail`, `site-employeur`.
public struct SourceName: Sendable, Hashable, Comparable, LosslessStringConvertible {
    public static let longest = 40

    public let description: String

    /// Refuses anything but 1 to 40 lowercase letters a–z, digits and inner hyphens.
    public init?(_ text: String) {
        let isAllowed: (UInt8) -> Bool = { octet in
            DecimalDigits.contains(octet) || octet == UInt8(ascii: "-")
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet)
        }
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy(isAllowed), !text.hasPrefix("-"),
            !text.hasSuffix("-")
        else { return nil }
        description = text
    }

    public static let franceTravail = SourceName(known: "france-travail")
    /// Offers posted on this site.
    public static let ownSite = SourceName(known: "emploi-allier")

    private init(known: String) { description = known }

    public static func < (left: SourceName, right: SourceName) -> Bool { left.description < right.description }
}
