public import HTTP1

extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly: UTF-8 without byte order mark, each name of an object once (RFC 7493 §2.3),
    /// no lone surrogate, no NUL in texts, no number beyond a double's range, nothing after the value.
    /// A whole number that fits is `.integer`, however it is written, any other `.number`.
    /// - Throws: `FormError.malformedJSON` with the offset in octets; also for more than `limits.jsonDepth` arrays and objects
    ///   inside one another.
    public init(_ octets: [UInt8], limits: InputLimits = .standard) throws(FormError) {
        var parser = JSONParser(octets: octets, depth: limits.jsonDepth)
        self = try parser.text()
    }
}

extension JSONValue {
    /// Reads the content of a request whose type is `application/json` or ends with `+json`.
    /// - Throws: `FormError.unsupportedMediaType` for another type, `.bodyTooLarge`, `.unreadable`, `.malformedJSON`.
    public init(_ request: Request, limits: InputLimits = .standard) throws(FormError) {
        let type = try ContentTypeField(of: request).essence
        guard type == MediaType.json.essence || type.hasSuffix("+json") else { throw .unsupportedMediaType }
        try self.init(request.body.inMemory(limits: limits), limits: limits)
    }
}

/// One pass over the octets; recursion is bounded by `depth`.
private struct JSONParser {
    private let octets: [UInt8]
    private var index = 0
    private var depth: Int

    init(octets: [UInt8], depth: Int) {
        self.octets = octets
        self.depth = depth
    }

    private var malformed: FormError { .malformedJSON(offset: index) }

    private var next: UInt8? { index < octets.count ? octets[index] : nil }

    mutating func text() throws(FormError) -> JSONValue {
        let value = try value()
        skipBlanks()
        if index < octets.count { throw malformed }
        return value
    }

    private mutating func skipBlanks() {
        while let octet = next, octet == 0x20 || octet == 0x0A || octet == 0x0D || octet == 0x09 { index += 1 }
    }

    private mutating func take(_ octet: UInt8) -> Bool {
        guard next == octet else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ word: StaticString, _ value: JSONValue) throws(FormError) -> JSONValue {
        guard octets[index...].starts(with: word.description.utf8) else { throw malformed }
        index += word.utf8CodeUnitCount
        return value
    }

    private mutating func value() throws(FormError) -> JSONValue {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"):
            return try nested { (parser: inout JSONParser) throws(FormError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { (parser: inout JSONParser) throws(FormError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try expect("true", .bool(true))
        case UInt8(ascii: "f"): return try expect("false", .bool(false))
        case UInt8(ascii: "n"): return try expect("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(FormError) -> JSONValue
    ) throws(FormError) -> JSONValue {
        guard depth > 0 else { throw malformed }
        depth -= 1
        index += 1
        let value = try read(&self)
        depth += 1
        return value
    }

    private mutating func array() throws(FormError) -> JSONValue {
        var values: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            values.append(try value())
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(values) }
            guard take(UInt8(ascii: ",")) else { throw malformed }
        }
    }

    private mutating func object() throws(FormError) -> JSONValue {
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            let name = try string()
            guard names.insert(name).inserted else { throw malformed }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw malformed }
            members.append(JSONValue.Member(name: name, value: try value()))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw malformed }
        }
    }

    private mutating func string() throws(FormError) -> String {
        guard take(UInt8(ascii: "\"")) else { throw malformed }
        let start = index
        var text: [UInt8] = []
        while let octet = next {
            index += 1
            switch octet {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    index = start
                    throw malformed
                }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw malformed
            default: text.append(octet)
            }
        }
        throw malformed
    }

    private mutating func escape(into text: inout [UInt8]) throws(FormError) {
        guard let octet = next else { throw malformed }
        index += 1
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(octet)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try codeUnit()
            if (0xD800..<0xDC00).contains(code) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw malformed }
                let low = try codeUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw malformed }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard code != 0, let scalar = Unicode.Scalar(code) else { throw malformed }
            text += String(Character(scalar)).utf8
        default: throw malformed
        }
    }

    private mutating func codeUnit() throws(FormError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap(hexadecimalDigit) else { throw malformed }
            code = code << 4 | UInt32(digit)
            index += 1
        }
        return code
    }

    private mutating func number() throws(FormError) -> JSONValue {
        let start = index
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        let text = String(decoding: octets[start..<index], as: UTF8.self)
        if isWhole, let whole = Int(text) { return .integer(whole) }
        guard let number = Double(text), number.isFinite else {
            index = start
            throw malformed
        }
        // `1e3` is the number that `1000` is.
        if number.magnitude <= 9_007_199_254_740_992, let whole = Int(exactly: number) { return .integer(whole) }
        return .number(number)
    }

    private mutating func digits() throws(FormError) {
        let start = index
        while let octet = next, octet >= UInt8(ascii: "0"), octet <= UInt8(ascii: "9") { index += 1 }
        if index == start { throw malformed }
    }
}
