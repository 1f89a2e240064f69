/// Reads the head of a request (RFC 9112 §2–§5), in as many pieces as the network brings. No octet is read twice: each
/// call goes on where the last one stopped.
///
/// Anything doubtful is refused: bare CR or LF, controls, white space out of place, folded lines. What a whole head
/// yields never depends on how it was cut into pieces.
public struct RequestParser: Sendable {
    /// What has been read so far; complete once `parse` has returned a length.
    public private(set) var index = HeadIndex()
    /// Octets of the head already read.
    public private(set) var cursor = 0

    private let limits: MessageLimits
    private var state = State.lineStart
    private var emptyLines = 0
    /// Where the part being read began.
    private var start = 0
    /// Where the field section began.
    private var fieldsStart = 0
    private var name: Range<UInt16> = 0..<0
    private var field = KnownField.other

    private enum State {
        case lineStart, emptyLineFeed, method, target, version, requestLineFeed
        case fieldStart, fieldName, beforeValue, value, fieldLineFeed, lastLineFeed
    }

    public init(limits: MessageLimits) {
        self.limits = limits.countable
    }

    /// Whether a request line has begun (leading empty lines do not count).
    public var hasBegun: Bool {
        switch state {
        case .lineStart, .emptyLineFeed: false
        default: true
        }
    }

    /// Makes the parser ready for the next request.
    public mutating func reset() {
        index.reset()
        cursor = 0
        state = .lineStart
        emptyLines = 0
    }

    /// Reads on. `input` holds every octet from the first of this head on: those of the last call, and new ones after.
    ///
    /// - Returns: The length of the head with its empty line once it is complete; nil where more octets are needed.
    /// - Throws: `ParseError` where no valid head can begin like this. The parser then stays as it is; do not go on.
    public mutating func parse(_ input: Span<UInt8>) throws(ParseError) -> Int? {
        while cursor < input.count {
            let octet = input[cursor]
            switch state {
            case .lineStart:
                if octet == CR {
                    emptyLines += 1
                    guard emptyLines <= limits.leadingEmptyLines else { throw .malformedRequestLine }
                    state = .emptyLineFeed
                    cursor += 1
                } else {
                    start = cursor
                    state = .method
                }
            case .emptyLineFeed:
                guard octet == LF else { throw .malformedRequestLine }
                state = .lineStart
                cursor += 1
            case .method: try readMethod(input)
            case .target: try readTarget(input)
            case .version: try readVersion(octet)
            case .requestLineFeed:
                guard octet == LF else { throw .malformedRequestLine }
                cursor += 1
                try index.readTarget(input)
                guard index.method != .unknown, index.method != .connect else {
                    throw .unknownMethod
                }
                fieldsStart = cursor
                state = .fieldStart
            case .fieldStart:
                if octet == CR {
                    state = .lastLineFeed
                    try advance()
                } else {
                    start = cursor
                    state = .fieldName
                }
            case .fieldName: try readFieldName(input)
            case .beforeValue:
                if Octets.isSpace(octet) {
                    try advance()
                } else {
                    start = cursor
                    state = .value
                }
            case .value: try readValue(input)
            case .fieldLineFeed:
                guard octet == LF else { throw .malformedField }
                state = .fieldStart
                try advance()
            case .lastLineFeed:
                guard octet == LF else { throw .malformedField }
                cursor += 1
                try index.finish(input)
                return cursor
            }
        }
        return nil
    }

    private mutating func readMethod(_ input: Span<UInt8>) throws(ParseError) {
        var cursor = self.cursor
        while cursor < input.count {
            let octet = input[cursor]
            if octet == UInt8(ascii: " "), cursor > start {
                index.method = Method(input.extracting(start..<cursor))
                start = cursor + 1
                state = .target
                cursor += 1
                break
            }
            guard Octets.isToken(octet) else { throw .malformedRequestLine }
            guard cursor - start < limits.method else { throw .unknownMethod }
            cursor += 1
        }
        self.cursor = cursor
    }

    private mutating func readTarget(_ input: Span<UInt8>) throws(ParseError) {
        var cursor = self.cursor
        let end = min(input.count, start + limits.target)
        while cursor < end, Octets.isTarget(input[cursor]) { cursor += 1 }
        self.cursor = cursor
        guard cursor < input.count else { return }
        if Octets.isTarget(input[cursor]) { throw .targetTooLong }
        guard input[cursor] == UInt8(ascii: " "), cursor > start else { throw .malformedRequestLine }
        index.target = start..<cursor
        self.cursor = cursor + 1
        start = self.cursor
        state = .version
    }

    /// `HTTP/` digit `.` digit CR (RFC 9112 §2.3).
    private mutating func readVersion(_ octet: UInt8) throws(ParseError) {
        switch cursor - start {
        case 0, 1, 2, 3, 4, 6:
            guard octet == Self.versionPattern[cursor - start] else { throw .malformedRequestLine }
        case 5:
            guard Octets.isDigit(octet) else { throw .malformedRequestLine }
            majorVersion = octet
        case 7:
            guard Octets.isDigit(octet) else { throw .malformedRequestLine }
            index.version = octet == UInt8(ascii: "0") ? .http10 : .http11
            minorVersion = octet
        default:
            guard octet == CR else { throw .malformedRequestLine }
            guard majorVersion == UInt8(ascii: "1"),
                minorVersion == UInt8(ascii: "0") || minorVersion == UInt8(ascii: "1")
            else { throw .unsupportedVersion }
            state = .requestLineFeed
        }
        cursor += 1
    }

    private static let versionPattern: InlineArray<7, UInt8> = [0x48, 0x54, 0x54, 0x50, 0x2F, 0, 0x2E]
    private var majorVersion: UInt8 = 0
    private var minorVersion: UInt8 = 0

    private mutating func readFieldName(_ input: Span<UInt8>) throws(ParseError) {
        var cursor = self.cursor
        let end = min(input.count, fieldsStart + limits.fieldSection)
        while cursor < end, Octets.isToken(input[cursor]) { cursor += 1 }
        self.cursor = cursor
        guard cursor < input.count else { return }
        guard cursor < fieldsStart + limits.fieldSection else { throw .fieldsTooLarge }
        guard input[cursor] == UInt8(ascii: ":"), cursor > start else { throw .malformedField }
        guard index.lines.count < limits.fieldLines else { throw .fieldsTooLarge }
        name = UInt16(start)..<UInt16(cursor)
        field = KnownField(input.extracting(start..<cursor))
        state = .beforeValue
        self.cursor = cursor + 1
    }

    private mutating func readValue(_ input: Span<UInt8>) throws(ParseError) {
        var cursor = self.cursor
        let end = min(input.count, fieldsStart + limits.fieldSection)
        while cursor < end, Octets.isFieldValue(input[cursor]) { cursor += 1 }
        self.cursor = cursor
        guard cursor < input.count else { return }
        guard cursor < fieldsStart + limits.fieldSection else { throw .fieldsTooLarge }
        guard input[cursor] == CR else { throw .malformedField }
        var last = cursor
        while last > start, Octets.isSpace(input[last - 1]) { last -= 1 }
        index.add(HeadIndex.Line(field: field, name: name, value: UInt16(start)..<UInt16(last)))
        state = .fieldLineFeed
        self.cursor = cursor + 1
    }

    /// One octet further inside the field section.
    private mutating func advance() throws(ParseError) {
        guard cursor - fieldsStart < limits.fieldSection else { throw .fieldsTooLarge }
        cursor += 1
    }
}

let CR = UInt8(ascii: "\r")
let LF = UInt8(ascii: "\n")
