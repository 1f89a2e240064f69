import HTML

/// A control with its label, its hint and what is wrong with it. Its name is its id.
struct FormField {
    enum Kind {
        /// A value of the `type` attribute.
        case input(HTML)
        case area(rows: Int)
        /// Value and label of each option; the first is chosen where none has the value.
        case choice([(value: String, label: String)])
    }

    let name: String
    let label: String
    var kind = Kind.input("text")
    var value = ""
    var hint: String?
    /// A token of the HTML standard (autofill); RGAA 11.13.
    var autocomplete: String?
    var inputMode: String?
    var isOptional = false
    /// Kinds of suggestions that complete what is typed, where scripts run (`js/suggestions.js`).
    var suggests: String?

    /// Before the fields of a form without an optional one (RGAA 11.10).
    static let allRequired: HTML = "<p class=\"hint\">Tous les champs sont obligatoires.</p>\n"
    /// Before a single field.
    static let oneRequired: HTML = "<p class=\"hint\">Ce champ est obligatoire.</p>\n"

    func html(_ problems: FormProblems) -> HTML {
        let problem = problems[name]
        return """
            <div class="field"\(if: problem != nil, " data-problem")>
            <label for="\(name)">\(label)\(if: isOptional, " <span class=\"hint\">(facultatif)</span>")</label>
            \(hint.map { "<p class=\"hint\" id=\"\(name)-aide\">\($0)</p>\n" } as HTML?)\
            \(problem.map { "<p class=\"problem-text\" id=\"\(name)-erreur\">\($0)</p>\n" } as HTML?)\
            \(control(describedBy: description(problem)))
            </div>

            """
    }

    private func description(_ problem: String?) -> HTML {
        let ids = [hint == nil ? nil : "\(name)-aide", problem == nil ? nil : "\(name)-erreur"].compactMap { $0 }
        return """
            \(if: !ids.isEmpty, " aria-describedby=\"\(ids.joined(separator: " "))\"")\
            \(if: problem != nil, " aria-invalid=\"true\"")\
            \(if: !isOptional, " required")
            """
    }

    private func control(describedBy: HTML) -> HTML {
        let common: HTML = """
            id="\(name)" name="\(name)"\(describedBy)\
            \(autocomplete.map { " autocomplete=\"\($0)\"" } as HTML?)
            """
        switch kind {
        case .input(let type):
            let mode: HTML? = inputMode.map { " inputmode=\"\($0)\"" }
            let suggestions: HTML? = suggests.map { " data-suggest=\"\($0)\"" }
            return "<input type=\"\(type)\" \(common)\(mode)\(suggestions)\(if: !value.isEmpty, " value=\"\(value)\"")>"
        case .area(let rows):
            // The line end after the tag is left out by parsers: a value may begin with one of its own.
            return "<textarea rows=\"\(rows)\" \(common)>\n\(value)</textarea>"
        case .choice(let options):
            return """
                <select \(common)>
                \(each: options, { option in
                    """
                    <option value="\(option.value)"\(if: option.value == value, " selected")>\(option.label)</option>

                    """
                })</select>
                """
        }
    }
}
