import Web

/// A parameter of an address that cannot be used, and what could be.
struct ParameterProblem: Sendable, Hashable {
    let parameter: String
    let value: String
    let accepted: [String]
    /// What is wrong and what to do, for a person.
    let message: String
    /// The accepted word that is most like what was given.
    var nearest: String?

    init(_ item: QueryItems.Item, accepted: [String]) {
        parameter = item.name
        value = item.value
        self.accepted = accepted
        nearest = Self.nearest(to: item.value, among: accepted)
        message = "« \(Self.shown(item.value)) » n’est pas une valeur de « \(item.name) »."
    }

    init(unknownParameter item: QueryItems.Item, accepted: [String]) {
        parameter = Self.shown(item.name)
        value = item.value
        self.accepted = accepted
        nearest = Self.nearest(to: item.name, among: accepted)
        message = "Le paramètre « \(Self.shown(item.name)) » n’existe pas."
    }

    init(tooLong item: QueryItems.Item, limit: Int) {
        parameter = item.name
        value = Self.shown(item.value)
        accepted = ["un texte de \(limit) octets au plus"]
        message = "Le texte de « \(item.name) » est trop long."
    }

    private static func shown(_ text: String) -> String {
        text.count > 60 ? text.prefix(60) + "…" : text
    }

    /// The word at the least edit distance, if that is at most a third of its length.
    private static func nearest(to text: String, among words: [String]) -> String? {
        guard text.utf8.count <= 40 else { return nil }
        let best = words.map { ($0, distance(Array(text.lowercased().utf8), Array($0.lowercased().utf8))) }
            .min { $0.1 < $1.1 }
        guard let (word, edits) = best, edits * 3 <= max(3, word.utf8.count) else { return nil }
        return word
    }

    /// Levenshtein's distance, over octets.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, octet) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (octet == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
