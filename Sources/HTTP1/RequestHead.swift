public import HTTPTypes

/// Where the parts of a valid request head stand, counted in octets from its first one. It refers to octets that the
/// parser's caller holds, so that a request answered from a cache costs no allocation.
public struct HeadIndex: Sendable {
    /// One field line.
    public struct Line: Sendable {
        public internal(set) var field: KnownField
        public internal(set) var name: Range<UInt16>
        /// Without the white space around it.
        public internal(set) var value: Range<UInt16>
    }

    public internal(set) var method = Method.unknown
    public internal(set) var version = Version.http11
    /// The whole request target as sent.
    public internal(set) var target: Range<Int> = 0..<0
    /// Begins with a slash, or is `*`; empty where an absolute target has no path.
    public internal(set) var path: Range<Int> = 0..<0
    /// Without the question mark.
    public internal(set) var query: Range<Int>?
    /// The authority of an absolute target.
    public internal(set) var targetAuthority: Range<Int>?
    /// Whether the target is the server itself: `OPTIONS *`, or OPTIONS with an absolute target without path and query
    /// (RFC 9112 §3.2.4).
    public internal(set) var isServer = false
    public internal(set) var lines: [Line] = []
    public internal(set) var framing = MessageFraming.none
    /// Whether the client allows another request on this connection (RFC 9112 §9.3).
    public internal(set) var isPersistent = true
    /// Whether the client waits for `100 (Continue)` before it sends the content.
    public internal(set) var expectsContinue = false

    // For each known field: the number of its first line plus one, and whether it has several.
    var first = InlineArray<20, UInt8>(repeating: 0)
    var repeated: UInt32 = 0

    init() {}

    /// Whether the request has this field.
    public func has(_ field: KnownField) -> Bool {
        first[Int(field.rawValue)] != 0
    }

    /// Whether the request has more than one line of this field.
    public func repeats(_ field: KnownField) -> Bool {
        repeated >> UInt32(field.rawValue) & 1 == 1
    }

    /// Where the value of the first line of this field stands.
    public func value(_ field: KnownField) -> Range<Int>? {
        let number = Int(first[Int(field.rawValue)])
        guard number > 0 else { return nil }
        let value = lines[number - 1].value
        return Int(value.lowerBound)..<Int(value.upperBound)
    }

    mutating func add(_ line: Line) {
        lines.append(line)
        let field = Int(line.field.rawValue)
        if first[field] == 0 {
            first[field] = UInt8(lines.count)
        } else {
            repeated |= 1 << UInt32(field)
        }
    }

    mutating func reset() {
        method = .unknown
        version = .http11
        target = 0..<0
        path = 0..<0
        query = nil
        targetAuthority = nil
        isServer = false
        lines.removeAll(keepingCapacity: true)
        framing = .none
        isPersistent = true
        expectsContinue = false
        first = InlineArray(repeating: 0)
        repeated = 0
    }
}

/// A valid request head on its own: the octets and where its parts stand in them.
public struct RequestHead: Sendable {
    public let octets: [UInt8]
    public let index: HeadIndex

    /// - Precondition: `index` was made by a parser from exactly these octets.
    public init(octets: [UInt8], index: HeadIndex) {
        self.octets = octets
        self.index = index
    }

    /// The request's authority: the target's if it has one, else the Host field's (RFC 9112 §3.3).
    public var authority: String? {
        if let authority = index.targetAuthority { return text(authority) }
        return index.value(.host).map(text)
    }

    /// The target as an application sees it: an absolute target without its scheme and authority.
    public var target: RequestTarget {
        if index.path.isEmpty {
            // RFC 9112 §3.2.4: without a path, OPTIONS means the server and every other method its root.
            return RequestTarget(path: index.method == .options ? "*" : "/", query: index.query.map(text))
        }
        return RequestTarget(path: text(index.path), query: index.query.map(text))
    }

    /// The fields in the order they came.
    public var fields: HTTPFields {
        var fields = HTTPFields()
        for line in index.lines {
            guard let name = HTTPField.Name(line.field) ?? HTTPField.Name(text(line.name.octets)) else { continue }
            fields.append(HTTPField(name: name, lenientValue: octets[line.value.octets]))
        }
        return fields
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: octets[range], as: UTF8.self)
    }
}

extension Range<UInt16> {
    var octets: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
