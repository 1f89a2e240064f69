/// A French postcode: five digits. Often shared by several communes.
public struct Postcode: Sendable, Hashable, Comparable, LosslessStringConvertible {
    public let description: String

    /// Accepts five digits, and the four that a spreadsheet leaves of `03410`.
    public init?(_ text: String) {
        let octets = text.utf8.span
        guard octets.count == 5 || octets.count == 4, DecimalDigits.are(octets) else { return nil }
        description = octets.count == 4 ? "0" + text : text
    }

    public static func < (left: Postcode, right: Postcode) -> Bool { left.description < right.description }
}
