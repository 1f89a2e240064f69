import HTML

/// What is wrong with a form, field by field, in the order of the page (RGAA 11.10, 11.11).
struct FormProblems {
    private(set) var items: [(field: String, message: String)] = []

    var isEmpty: Bool { items.isEmpty }

    /// `field` is the name of the control, which is its id too. The first message of a field counts.
    mutating func add(_ field: String, _ message: String) {
        if self[field] == nil { items.append((field, message)) }
    }

    subscript(field: String) -> String? {
        items.first { $0.field == field }?.message
    }

    /// Says at the top of the page how much is wrong, with a link to each field; nothing when all is right.
    var summary: HTML? {
        guard !items.isEmpty else { return nil }
        let heading =
            items.count == 1 ? "Il y a une erreur à corriger" : "Il y a \(items.count) erreurs à corriger"
        return """
            <div class="notice problem" role="alert">
            <h2>\(heading)</h2>
            <ul>
            \(each: items, { "<li><a href=\"#\($0.field)\">\($0.message)</a></li>\n" })</ul>
            </div>

            """
    }
}
