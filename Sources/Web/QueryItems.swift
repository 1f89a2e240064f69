/// The name-value pairs of a query or an urlencoded body, in order, names repeated as they came.
public struct QueryItems: Sendable, Hashable {
    public struct Item: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public private(set) var items: [Item] = []

    public init() {}

    /// Reads the query of a request target, forgiving what people type: see `PercentEncoding.decodeQueryComponent`.
    /// An item without `=` has an empty value; empty items (`a&&b`) are left out. nil is a target without query.
    /// - Throws: `FormError.tooManyItems` beyond `limits.queryItems`.
    public init(query: String?, limits: InputLimits = .standard) throws(FormError) {
        guard let query, !query.isEmpty else { return }
        try read(query.utf8, limits: limits) { octets in PercentEncoding.decodeQueryComponent(octets) }
    }

    /// Reads an urlencoded body, which a program made: whatever is malformed is refused.
    /// - Throws: `FormError.tooManyItems`, `.malformedEncoding` (`%XX`, UTF-8, NUL), `.nameTooLong`, `.valueTooLong`.
    public init(urlencoded body: [UInt8], limits: InputLimits = .standard) throws(FormError) {
        try read(body, limits: limits) { octets throws(FormError) in
            guard let text = PercentEncoding.decodeFormComponent(octets) else { throw .malformedEncoding }
            return text
        }
        for item in items {
            if item.name.utf8.count > limits.name { throw .nameTooLong }
            if item.value.utf8.count > limits.value { throw .valueTooLong }
        }
    }

    private mutating func read<Octets: Collection<UInt8>>(
        _ octets: Octets, limits: InputLimits, decode: (Octets.SubSequence) throws(FormError) -> String
    ) throws(FormError) {
        var rest = octets[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
            let pair = rest[..<end]
            rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
            if pair.isEmpty { continue }
            guard items.count < limits.queryItems else { throw .tooManyItems }
            if let equals = pair.firstIndex(of: UInt8(ascii: "=")) {
                items.append(
                    Item(name: try decode(pair[..<equals]), value: try decode(pair[pair.index(after: equals)...])))
            } else {
                items.append(Item(name: try decode(pair), value: ""))
            }
        }
    }

    /// The first value with that name.
    public subscript(name: String) -> String? {
        items.first { $0.name == name }?.value
    }

    /// Every value with that name, in order.
    public func values(_ name: String) -> [String] {
        items.compactMap { $0.name == name ? $0.value : nil }
    }

    public var isEmpty: Bool { items.isEmpty }

    public mutating func append(_ name: String, _ value: String) {
        items.append(Item(name: name, value: value))
    }

    /// Replaces every item of that name by one at the place of the first, or takes them away for nil.
    public mutating func set(_ name: String, to value: String?) {
        guard let value else {
            items.removeAll { $0.name == name }
            return
        }
        guard let first = items.firstIndex(where: { $0.name == name }) else { return append(name, value) }
        items[first].value = value
        let kept = items[...first]
        items = kept + items[(first + 1)...].filter { $0.name != name }
    }

    /// The items urlencoded, without a question mark; reading it again gives the same items.
    public var encoded: String {
        var text = QueryText()
        for item in items { text.append(item.name, item.value) }
        return text.description
    }
}

extension QueryItems: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        items = elements.map { Item(name: $0.0, value: $0.1) }
    }
}
