/// An establishment's number in the Sirene register: fourteen digits, the first nine its firm's SIREN.
public struct SIRET: Sendable, Hashable, LosslessStringConvertible {
    public let description: String

    /// Accepts spaces between the digits. Refuses numbers whose Luhn check fails on the fourteen digits or on the SIREN;
    /// La Poste's establishments (SIREN 356000000) may instead have digits that sum to a multiple of five.
    public init?(_ text: String) {
        let octets = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard octets.count == 14, octets.allSatisfy(DecimalDigits.contains) else { return nil }
        let digits = octets.map { Int($0 - UInt8(ascii: "0")) }
        let isLaPoste = octets.starts(with: "356000000".utf8) && digits.reduce(0, +) % 5 == 0
        guard isLaPoste || (Self.passesLuhn(digits) && Self.passesLuhn(digits.prefix(9))) else { return nil }
        description = String(decoding: octets, as: UTF8.self)
    }

    public var siren: String { String(description.prefix(9)) }

    private static func passesLuhn(_ digits: some BidirectionalCollection<Int>) -> Bool {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let weighted = position % 2 == 0 ? digit : digit * 2
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return sum % 10 == 0
    }
}
