import Recruitment
import Web

/// A parameter of an address that cannot be used, and what could be.
struct ParameterProblem: Sendable, Hashable {
    let parameter: String
    let value: String
    let accepted: [String]
    /// What is wrong and what to do, for a person.
    var message: String
    /// The accepted word that is most like what was given.
    var nearest: String?

    init(_ item: QueryItems.Item, accepted: [String]) {
        parameter = item.name
        value = Self.shown(item.value)
        self.accepted = accepted
        nearest = Self.nearest(to: item.value, among: accepted)
        message = "« \(Self.shown(item.value)) » n’est pas une valeur de « \(item.name) »."
    }

    init(unknownParameter item: QueryItems.Item, accepted: [String]) {
        parameter = Self.shown(item.name)
        value = Self.shown(item.value)
        self.accepted = accepted
        nearest = Self.nearest(to: item.name, among: accepted)
        message = "Le paramètre « \(Self.shown(item.name)) » n’existe pas."
    }

    /// A name that others know, and why it is none here.
    init(_ item: QueryItems.Item, because reason: String) {
        parameter = item.name
        value = Self.shown(item.value)
        accepted = []
        message = "« \(item.name) » n’est pas un paramètre de ce site : \(reason)"
    }

    init(tooMany item: QueryItems.Item, limit: Int) {
        parameter = item.name
        value = Self.shown(item.value)
        accepted = ["\(limit) valeurs au plus"]
        message = "« \(item.name) » a plus de \(limit) valeurs."
    }

    init(tooLong item: QueryItems.Item, limit: Int) {
        parameter = item.name
        value = Self.shown(item.value)
        accepted = ["un texte de \(limit) octets au plus"]
        message = "Le texte de « \(item.name) » est trop long."
    }

    init(repeated item: QueryItems.Item) {
        parameter = item.name
        value = Self.shown(item.value)
        accepted = ["une seule valeur"]
        message = "Le paramètre « \(item.name) » ne peut être donné qu’une fois."
    }

    init(missing name: String) {
        parameter = name
        value = ""
        accepted = []
        message = "Le paramètre « \(name) » est obligatoire."
    }

    /// Content that is JSON, but no object.
    static let noObject = ParameterProblem(content: "Le contenu n’est pas un objet JSON.")

    private init(content: String) {
        parameter = ""
        value = ""
        accepted = []
        message = content
    }

    init(_ name: String, cannotJoin other: String) {
        parameter = name
        value = ""
        accepted = []
        message = "« \(name) » et « \(other) » ne vont pas ensemble."
    }

    init(_ name: String, isAbove other: String) {
        parameter = name
        value = ""
        accepted = []
        message = "« \(name) » dépasse « \(other) »."
    }

    init(_ name: String, needs other: String) {
        parameter = name
        value = ""
        accepted = []
        message = "« \(name) » ne veut rien dire sans « \(other) »."
    }

    /// A place that is no commune, or several.
    init(place: String, suggestions: [String]) {
        parameter = "commune"
        value = Self.shown(place)
        accepted =
            suggestions.isEmpty
            ? ["un nom de commune, un code postal ou un code Insee de l’Allier ou des environs"] : suggestions
        nearest = suggestions.first
        message = "« \(Self.shown(place)) » n’est pas une commune connue, ou en désigne plusieurs."
    }

    private static func shown(_ text: String) -> String {
        text.count > 60 ? text.prefix(60) + "…" : text
    }

    /// The word at the least edit distance, if that is at most a third of its length.
    private static func nearest(to text: String, among words: [String]) -> String? {
        let letters = Array(text.lowercased().utf8)
        guard letters.count <= 40 else { return nil }
        var best: (word: String, edits: Int)?
        for word in words {
            let most = max(1, word.utf8.count / 3)
            let edits = EditDistance.between(letters, Array(word.lowercased().utf8), atMost: most)
            if edits <= most, edits < best?.edits ?? .max { best = (word, edits) }
        }
        return best?.word
    }
}
