/// Reads the labels of the ROME: « Agent administratif / Agente administrative de mairie (AAM) » holds a masculine title,
/// a feminine one and an abbreviation.
struct OccupationLabel {
    private(set) var titles: [String] = []
    private(set) var abbreviations: [String] = []

    init(_ label: String) {
        var bare = ""
        var inside = ""
        var depth = 0
        for character in label {
            switch character {
            case "(":
                depth += 1
            case ")" where depth > 0:
                depth -= 1
                if depth == 0 {
                    let isAbbreviation = (2...6).contains(inside.count) && inside.allSatisfy { $0.isUppercase }
                    if isAbbreviation, !abbreviations.contains(inside) { abbreviations.append(inside) }
                    inside = ""
                }
            default:
                if depth > 0 { inside.append(character) } else { bare.append(character) }
            }
        }
        let words = bare.split(separator: " ").map(String.init)
        guard let slash = words.firstIndex(of: "/") else {
            titles = [words.joined(separator: " ")]
            return
        }
        let masculine = Array(words[..<slash])
        let rest = Array(words[(slash + 1)...])
        let shared = rest.dropFirst(masculine.count)
        titles = [
            (masculine + shared).joined(separator: " "),
            rest.joined(separator: " "),
        ]
    }
}
