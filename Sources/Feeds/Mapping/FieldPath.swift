/// Where in a record a value stands: `title`, `salary/min`, `workplace/locations/location@lat`, `@id`, or a fixed text
/// `"CDD"`.
public struct FieldPath: Sendable, Hashable, LosslessStringConvertible {
    enum Kind: Sendable, Hashable {
        case fixed(String)
        case node(steps: [String], attribute: String?)
    }

    let kind: Kind

    /// Refuses empty steps and names, quotation marks that do not close, and more than 12 steps.
    public init?(_ text: String) {
        let text = text.trimmed
        if text.hasPrefix("\"") {
            guard text.utf8.count > 2, text.hasSuffix("\""), !text.dropFirst().dropLast().contains("\"") else {
                return nil
            }
            kind = .fixed(String(text.dropFirst().dropLast()))
            return
        }
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let steps =
            parts[0].isEmpty ? [] : parts[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count <= 12, steps.allSatisfy({ !$0.isEmpty && !$0.contains("\"") }),
            !steps.isEmpty || parts.count == 2
        else { return nil }
        if parts.count == 2, parts[1].isEmpty || parts[1].contains("/") { return nil }
        kind = .node(steps: steps, attribute: parts.count == 2 ? String(parts[1]) : nil)
    }

    public var description: String {
        switch kind {
        case .fixed(let text): "\"\(text)\""
        case .node(let steps, let attribute): steps.joined(separator: "/") + (attribute.map { "@\($0)" } ?? "")
        }
    }

    /// Every value of a record at this path, blank ones left out.
    func values(in record: FeedNode) -> [String] {
        guard case .node(let steps, let attribute) = kind else {
            if case .fixed(let text) = kind { return [text] }
            return []
        }
        var nodes = [record]
        for step in steps { nodes = nodes.flatMap { $0.children.filter { $0.name == step } } }
        let values =
            if let attribute {
                nodes.compactMap { node in node.attributes.first { $0.name == attribute }?.value }
            } else {
                nodes.map(\.content)
            }
        return values.filter { !$0.isBlank }
    }
}
