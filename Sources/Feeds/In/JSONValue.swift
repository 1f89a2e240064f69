import FoundationEssentials

/// Any JSON value, numbers in the shortest decimal form that reads back the same.
package enum JSONValue: Decodable, Sendable, Hashable {
    case null
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    package init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Name.self) {
            var members: [String: JSONValue] = [:]
            for name in object.allKeys { members[name.stringValue] = try object.decode(JSONValue.self, forKey: name) }
            self = .object(members)
        } else if var list = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !list.isAtEnd { elements.append(try list.decode(JSONValue.self)) }
            self = .list(elements)
        } else {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let flag = try? value.decode(Bool.self) {
                self = .text(String(flag))
            } else if let number = try? value.decode(Int64.self) {
                self = .text(String(number))
            } else {
                self = .text(String(try value.decode(Double.self)))
            }
        }
    }

    /// Reads a whole text; nil where it is no JSON.
    package init?(_ text: String) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else { return nil }
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

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
