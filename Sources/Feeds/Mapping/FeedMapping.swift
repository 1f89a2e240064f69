/// How a source's records become offers: where the records stand, and for each field where its value does. Agents edit it as
/// text, one `field = rule` a line.
public struct FeedMapping: Sendable, Hashable {
    public static let longestText = 20_000

    /// Path of an XML element or a JSON member that holds one record each; `*` stands for any name. Without meaning in CSV.
    public var records: [String]
    public var rules: [FeedField: FieldRule]

    public init(records: [String], rules: [FeedField: FieldRule]) {
        self.records = records
        self.rules = rules
    }

    /// Reads the text form. Empty lines and those that begin with `#` are passed over.
    public init(parsing text: String) throws(MappingError) {
        guard text.utf8.count <= Self.longestText else { throw MappingError(line: 0, problem: .tooLong) }
        records = []
        rules = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line).trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                String($0).trimmed
            }
            guard parts.count == 2 else { throw MappingError(line: index + 1, problem: .noEqualsSign) }
            if parts[0] == "offres" {
                records = parts[1].split(separator: "/").map(String.init)
                continue
            }
            guard let field = FeedField(rawValue: parts[0]) else {
                throw MappingError(line: index + 1, problem: .unknownField(parts[0]))
            }
            guard let rule = FieldRule(parts[1]) else {
                throw MappingError(line: index + 1, problem: .notARule(parts[1]))
            }
            guard rules.updateValue(rule, forKey: field) == nil else {
                throw MappingError(line: index + 1, problem: .repeatedField(parts[0]))
            }
        }
        for field in [FeedField.title, .description] where rules[field] == nil {
            throw MappingError(line: 0, problem: .missingField(field.rawValue))
        }
    }

    /// The text form, fields in a fixed order.
    public var text: String {
        var lines = records.isEmpty ? [] : ["offres = " + records.joined(separator: "/")]
        for field in FeedField.allCases {
            if let rule = rules[field] { lines.append("\(field.rawValue) = \(rule)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether an element at `path` (root first) is a record.
    func isRecord(_ path: [String]) -> Bool {
        path.count == records.count && zip(path, records).allSatisfy { $1 == "*" || $0 == $1 }
    }
}
