import HTML

/// Boxes to tick under one question, or buttons of which one is chosen.
struct ChoiceGroup {
    let name: String
    let legend: String
    var hint: String?
    let options: [(value: String, label: String)]
    var chosen: Set<String> = []
    var isSingle = false

    func html(_ problems: FormProblems) -> HTML {
        let problem = problems[name]
        return """
            <fieldset id="\(name)"\(if: problem != nil, " data-problem")\(description(problem))>
            <legend>\(legend)</legend>
            \(hint.map { "<p class=\"hint\" id=\"\(name)-aide\">\($0)</p>\n" } as HTML?)\
            \(problem.map { "<p class=\"problem-text\" id=\"\(name)-erreur\">\($0)</p>\n" } as HTML?)\
            \(each: options, { option in
                """
                <label class="choice"><input type="\(isSingle ? "radio" : "checkbox")" name="\(name)" value="\(option.value)"\
                \(if: chosen.contains(option.value), " checked")> <span>\(option.label)</span></label>

                """
            })</fieldset>

            """
    }

    private func description(_ problem: String?) -> HTML? {
        let ids = [hint == nil ? nil : "\(name)-aide", problem == nil ? nil : "\(name)-erreur"].compactMap { $0 }
        return ids.isEmpty ? nil : " aria-describedby=\"\(ids.joined(separator: " "))\""
    }
}
