/// An activity code of the NAF, kept as free text of the known shape (`84.11Z`): the NAF 2025 replaces revision 2 on
/// 1 January 2027, so no table may refuse a code.
public struct NAFCode: Sendable, Hashable, LosslessStringConvertible {
    public let description: String

    /// Accepts `84.11Z` and `8411Z`; keeps the form with the point.
    public init?(_ text: String) {
        let octets = text.utf8.filter { $0 != UInt8(ascii: ".") }
        guard octets.count == 5, octets[..<4].allSatisfy(DecimalDigits.contains),
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octets[4])
        else { return nil }
        let bare = String(decoding: octets, as: UTF8.self)
        description = bare.prefix(2) + "." + bare.dropFirst(2)
    }
}
