import MarkupText
import Recruitment

/// What both formats check alike.
enum OfferReading {
    /// Text or HTML as one line.
    static func line(_ text: String) -> String {
        MarkupText.plainText(from: text).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    /// Required; one line.
    static func title(_ fields: Fields, _ name: String) throws(Rejection) -> String {
        let title = line(try fields.string(name) ?? "")
        guard !title.isEmpty else { throw fields.rejection(name, "intitulé absent") }
        guard title.unicodeScalars.count <= OfferText.longestTitle else {
            throw fields.rejection(name, "intitulé de plus de \(OfferText.longestTitle) caractères")
        }
        return title
    }

    static func description(_ fields: Fields, _ name: String) throws(Rejection) -> String {
        let text = MarkupText.plainText(from: try fields.string(name) ?? "")
        guard text.unicodeScalars.count <= OfferText.longestDescription else {
            throw fields.rejection(name, "texte de plus de \(OfferText.longestDescription) caractères")
        }
        return text
    }

    /// A short text: a name, a note; nil when empty.
    static func note(_ fields: Fields, _ name: String, longest: Int = OfferText.longestName) throws(Rejection)
        -> String?
    {
        let text = line(try fields.string(name) ?? "")
        guard text.unicodeScalars.count <= longest else {
            throw fields.rejection(name, "texte de plus de \(longest) caractères")
        }
        return text.isEmpty ? nil : text
    }

    /// `given` is the identifier where it is told apart from the record.
    static func identity(
        _ fields: Fields, _ name: String, source: SourceName, given: String? = nil
    ) throws(Rejection) -> OfferIdentity {
        let own = try fields.string(name)
        if let given, let own, own != given {
            throw fields.rejection(name, "l’identifiant n’est pas celui de l’adresse : \(given)")
        }
        let id = own ?? given ?? ""
        guard let identity = OfferIdentity(source: source, sourceID: id) else {
            throw fields.rejection(
                name,
                "identifiant absent, de plus de \(OfferIdentity.longestSourceID) octets ou avec un caractère de contrôle"
            )
        }
        return identity
    }

    /// Any type that reads itself from a text; nil when absent or empty.
    static func parsed<Value>(
        _ fields: Fields, _ name: String, _ reason: String, _ parse: (String) -> Value?
    ) throws(Rejection) -> Value? {
        guard let text = try fields.string(name), !text.isEmpty else { return nil }
        guard let value = parse(text) else { throw fields.rejection(name, reason) }
        return value
    }

    static func coordinate(_ fields: Fields) throws(Rejection) -> Coordinate? {
        guard let latitude = try fields.number("latitude"), let longitude = try fields.number("longitude") else {
            return nil
        }
        guard let coordinate = Coordinate.untangled(latitude: latitude, longitude: longitude) else {
            throw fields.rejection("latitude", "coordonnées hors du globe")
        }
        return coordinate
    }

    static func positions(_ fields: Fields, _ name: String) throws(Rejection) -> Int {
        let positions = try fields.integer(name) ?? 1
        guard (1...mostPositions).contains(positions) else {
            throw fields.rejection(name, "nombre de postes entre 1 et \(mostPositions) attendu")
        }
        return positions
    }

    static func cents(_ euros: Double) -> Int64? {
        let cents = (euros * 100).rounded()
        return cents > 0 && cents <= Double(Salary.highest) ? Int64(cents) : nil
    }

    /// An http or https address without spaces or control characters.
    static func webAddress(_ text: String) -> String? {
        let lower = text.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), text.utf8.count <= OfferText.longestURL,
            text.utf8.count > 10, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        return text
    }

    /// One @, something on both sides, a dot in the domain, nothing that could end a header or an address.
    static func emailAddress(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let forbidden = "<>()[],;:\"\\ ".utf8
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
            !parts[1].hasSuffix("."), text.utf8.count <= 254,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) })
        else { return nil }
        return text
    }

    /// 4 to 20 digits with the signs people put between them.
    static func phoneNumber(_ text: String) -> String? {
        let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (4...20).contains(digits.count), text.utf8.allSatisfy({ "0123456789+ .-()/".utf8.contains($0) }) else {
            return nil
        }
        return text
    }

    private static let mostPositions = 9_999
}
