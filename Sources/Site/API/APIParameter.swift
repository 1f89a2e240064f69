import Web

/// A parameter of the API: what it is called, which values it takes, and what a reader needs to know of it. Requests are
/// checked against it and the OpenAPI document is written from it, so that the two cannot differ.
struct APIParameter: Sendable {
    enum Values: Sendable {
        /// Any text of so many Unicode scalars at most.
        case text(longest: Int)
        case whole(ClosedRange<Int>)
        case choice([String])
        /// A text that matches `expression`, which is for documents; `accepts` decides, and accepts nothing else.
        case form(expression: String, example: String, accepts: @Sendable (String) -> Bool)
    }

    let name: String
    let summary: String
    let values: Values
    /// Whether it may come several times.
    var isList = false
    var isRequired = false
    /// Said besides where a value is refused: why a value that others know is none here.
    var hint: String?
    /// For a name of France Travail's: our own items that a value of it stands for; nil for a value it does not have.
    var alias: (@Sendable (String) -> [QueryItems.Item]?)?

    /// What is wrong with an item of this name; nil for nothing.
    func problem(with item: QueryItems.Item) -> ParameterProblem? {
        var problem = refusal(of: item)
        if let hint { problem?.message += " " + hint }
        return problem
    }

    private func refusal(of item: QueryItems.Item) -> ParameterProblem? {
        switch values {
        case .text(let longest):
            return item.value.unicodeScalars.count <= longest ? nil : ParameterProblem(tooLong: item, limit: longest)
        case .whole(let range):
            // `Int` reads a plus sign too, which JSON's integers have not.
            if let number = Int(item.value), range.contains(number), item.value.first != "+" { return nil }
            return ParameterProblem(
                item, accepted: ["un nombre entier de \(range.lowerBound) à \(range.upperBound)"])
        case .choice(let codes):
            return codes.contains(item.value) ? nil : ParameterProblem(item, accepted: codes)
        case .form(_, let example, let accepts):
            return accepts(item.value) ? nil : ParameterProblem(item, accepted: ["une valeur comme \(example)"])
        }
    }

    /// JSON Schema of one value.
    var schema: JSONValue {
        switch values {
        case .text(let longest): ["type": "string", "maxLength": .integer(longest)]
        case .whole(let range):
            [
                "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
            ]
        case .choice(let codes): ["type": "string", "enum": .array(codes.map { .string($0) })]
        case .form(let expression, let example, _):
            ["type": "string", "pattern": .string("^(?:\(expression))$"), "examples": [.string(example)]]
        }
    }
}
