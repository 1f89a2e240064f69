/// A commune's code in the Code officiel géographique: `03310`, `2A004`. Not a postcode: 03310 is Vichy, whose postcode is
/// 03200, and 03200 is the code of Neuvy.
public struct INSEECode: Sendable, Hashable, Comparable, LosslessStringConvertible {
    public let description: String

    /// Refuses anything but two characters of a département (01–95, 2A, 2B, 97) and three digits. Whether the commune
    /// exists is for the table of communes to say.
    public init?(_ text: String) {
        let octets = text.utf8.span
        guard octets.count == 5, DecimalDigits.contains(octets[0]), DecimalDigits.are(octets, from: 2),
            DecimalDigits.contains(octets[1])
                || (octets[0] == UInt8(ascii: "2")
                    && (octets[1] == UInt8(ascii: "A") || octets[1] == UInt8(ascii: "B")))
        else { return nil }
        description = text
    }

    public var departement: String { String(description.prefix(description.hasPrefix("97") ? 3 : 2)) }

    public static func < (left: INSEECode, right: INSEECode) -> Bool { left.description < right.description }
}
