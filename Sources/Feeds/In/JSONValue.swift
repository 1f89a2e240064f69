/// Any JSON value. Numbers are kept as they are written, `true` and `false` as those words.
package enum JSONValue: Sendable, Hashable {
    case null
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads a whole text; nil where it is no JSON.
    package init?(_ text: String) {
        guard case .whole(let value) = JSONReader.read(Array(text.utf8)) else { return nil }
        self = value
    }

    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The value as nodes of that name: a list gives one a value, `null` none.
    func nodes(_ name: String, depth: Int) -> [FeedNode] {
        guard depth > 0 else { return [] }
        switch self {
        case .null: return []
        case .text(let text): return [FeedNode(name, text: text)]
        case .list(let elements): return elements.flatMap { $0.nodes(name, depth: depth - 1) }
        case .object(let members):
            let children = members.sorted { $0.key < $1.key }.flatMap { $0.value.nodes($0.key, depth: depth - 1) }
            return [FeedNode(name, children: children)]
        }
    }
}
