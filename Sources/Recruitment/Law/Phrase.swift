/// A phrase that rules look for, written in French with a few signs:
///
/// - `homme|femme` either word; `jeune+s` the word with or without the ending; `candidat+e+s+es`;
/// - `?de` a word that may be missing; `_` any word; `_3` up to three words of any kind;
/// - `#` a number, `#16-70` a number between two bounds.
///
/// Accents, capitals and elided articles do not count: « limite d'âge » is `limite`, `age`. The first element is a word or
/// a number. Reading never fails: a phrase of nothing matches nothing.
struct Phrase {
    enum Element: Equatable {
        case words(Set<String>)
        case number(ClosedRange<Int>)
        /// So many words of any kind.
        case any(ClosedRange<Int>)
    }

    struct Step: Equatable {
        let element: Element
        let isOptional: Bool
    }

    let steps: [Step]

    init(_ source: String) {
        steps = source.split(separator: " ").compactMap(Self.step)
    }

    private static func step(_ source: Substring) -> Step? {
        let isOptional = source.hasPrefix("?")
        let body = isOptional ? source.dropFirst() : source
        guard let sign = body.first else { return nil }
        switch sign {
        case "_":
            guard let most = Int(body.dropFirst()) else { return Step(element: .any(1...1), isOptional: isOptional) }
            return Step(element: .any(0...max(0, most)), isOptional: isOptional)
        case "#":
            let bounds = body.dropFirst().split(separator: "-").compactMap { Int($0) }
            let range = bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : 0...999_999_999
            return Step(element: .number(range), isOptional: isOptional)
        default:
            let words = Set(body.split(separator: "|").flatMap(forms))
            return words.isEmpty ? nil : Step(element: .words(words), isOptional: isOptional)
        }
    }

    private static func forms(_ source: Substring) -> [String] {
        let afterElision = source.split(whereSeparator: { $0 == "'" || $0 == "’" }).last ?? source
        let parts = afterElision.split(separator: "+").map { LatinFolding.word($0) }
        guard let base = parts.first, !base.isEmpty else { return [] }
        return [base] + parts.dropFirst().map { base + $0 }
    }
}
