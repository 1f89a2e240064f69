import Recruitment

/// A city field in the forms partners give it: « 83126 LA SEYNE SUR MER », « Puteaux, Hauts-de-Seine », « Moulins (03) »,
/// « 03 - Moulins », « Vichy Cedex ».
struct FeedCity: Sendable, Hashable {
    var name: String?
    var postcode: Postcode?
    var departement: String?

    init(_ text: String) {
        var rest = text.trimmed[...]
        let digits = rest.prefix { ("0"..."9").contains($0) }
        if digits.utf8.count == 5 {
            postcode = Postcode(String(digits))
            rest = rest.dropFirst(5)
        } else if digits.utf8.count == 2, rest.dropFirst(2).hasPrefix(" - ") {
            departement = String(digits)
            rest = rest.dropFirst(5)
        }
        if let open = rest.lastIndex(of: "("), let close = rest.lastIndex(of: ")"), open < close {
            let inside = String(rest[rest.index(after: open)..<close])
            if inside.utf8.count == 5 {
                postcode = postcode ?? Postcode(inside)
            } else {
                departement = departement ?? inside
            }
            rest = rest[..<open]
        }
        let parts = rest.split(separator: ",", maxSplits: 1)
        if parts.count == 2 {
            rest = parts[0]
            let other = String(parts[1]).trimmed
            if departement == nil, !other.isEmpty { departement = other }
        }
        var words = rest.split(separator: " ")
        if let index = words.firstIndex(where: { $0.lowercased() == "cedex" }), index > 0 {
            words = Array(words[..<index])
        }
        let name = words.joined(separator: " ")
        self.name = name.isEmpty ? nil : name
    }
}
