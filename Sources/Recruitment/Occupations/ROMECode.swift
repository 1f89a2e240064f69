/// A code of the Répertoire opérationnel des métiers et des emplois (France Travail): a letter A–N and four digits.
/// ROME 4 codes and their ROME 3 parents look alike; feeds give either.
public struct ROMECode: Sendable, Hashable, Comparable, LosslessStringConvertible {
    public let description: String

    /// Refuses other shapes; whether the code exists is for the table of occupations to say.
    public init?(_ text: String) {
        let octets = text.utf8.span
        guard octets.count == 5, (UInt8(ascii: "A")...UInt8(ascii: "N")).contains(octets[0]),
            DecimalDigits.are(octets, from: 1)
        else { return nil }
        description = text
    }

    /// The letter of its professional domain.
    public var domain: Character { description.first ?? "A" }

    public static func < (left: ROMECode, right: ROMECode) -> Bool { left.description < right.description }
}
