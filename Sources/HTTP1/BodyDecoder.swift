/// Takes the content of a request out of its framing (RFC 9112 §6.3, §7.1), in as many pieces as the network brings. No
/// octet is read twice. Chunk extensions and trailers are checked, bounded and dropped.
public struct BodyDecoder: Sendable {
    /// What the octets at hand yield.
    public enum Event: Hashable, Sendable {
        /// They are used up and the body goes on.
        case incomplete
        /// Content stands here.
        case content(Range<Int>)
        /// The body is complete; what follows belongs to the next request.
        case end
    }

    private var state: State
    /// Content octets still to come, of the body or of the current chunk.
    private var remaining = 0
    /// Content octets delivered so far.
    public private(set) var received = 0
    private let limit: Int
    private let limits: MessageLimits
    private var digits = 0
    private var extensionOctets = 0
    private var trailerOctets = 0

    private enum State {
        case counted
        case size, spaceBeforeExtension, chunkExtension, sizeLineFeed, data, dataReturn, dataLineFeed
        case trailerStart, trailerName, trailerValue, trailerLineFeed, lastLineFeed
        case complete
    }

    /// - Parameter limit: Octets of content admitted.
    /// - Throws: `ParseError.contentTooLarge` where the announced length is already beyond it.
    public init(_ framing: MessageFraming, limit: Int, limits: MessageLimits) throws(ParseError) {
        self.limit = limit
        self.limits = limits.countable
        switch framing {
        case .none: state = .complete
        case .length(let length):
            guard length <= limit else { throw .contentTooLarge }
            remaining = length
            state = .counted
        case .chunked: state = .size
        }
    }

    /// Reads on from `position`, which it moves behind what it has used.
    ///
    /// - Throws: `ParseError` where the framing is broken or content or a bound is exceeded; do not go on then.
    public mutating func next(_ input: Span<UInt8>, at position: inout Int) throws(ParseError) -> Event {
        while true {
            switch state {
            case .complete: return .end
            case .counted, .data:
                guard remaining > 0 else {
                    state = state == .data ? .dataReturn : .complete
                    continue
                }
                guard position < input.count else { return .incomplete }
                let length = min(remaining, input.count - position)
                let content = position..<position + length
                position += length
                remaining -= length
                received += length
                return .content(content)
            default:
                guard position < input.count else { return .incomplete }
                try step(input[position])
                position += 1
            }
        }
    }

    private mutating func step(_ octet: UInt8) throws(ParseError) {
        switch state {
        case .size: try readSize(octet)
        case .spaceBeforeExtension, .chunkExtension: try readExtension(octet)
        case .sizeLineFeed:
            guard octet == LF else { throw .malformedChunk }
            guard remaining <= limit - received else { throw .contentTooLarge }
            digits = 0
            state = remaining > 0 ? .data : .trailerStart
        case .dataReturn:
            guard octet == CR else { throw .malformedChunk }
            state = .dataLineFeed
        case .dataLineFeed:
            guard octet == LF else { throw .malformedChunk }
            state = .size
        default: try readTrailer(octet)
        }
    }

    private mutating func readSize(_ octet: UInt8) throws(ParseError) {
        if let digit = Octets.hexDigit(octet) {
            guard digits < limits.chunkSizeDigits else { throw .malformedChunk }
            digits += 1
            remaining = remaining << 4 | Int(digit)
            return
        }
        guard digits > 0 else { throw .malformedChunk }
        switch octet {
        case CR: state = .sizeLineFeed
        case UInt8(ascii: ";"): try countExtension(.chunkExtension)
        case UInt8(ascii: " "), UInt8(ascii: "\t"): try countExtension(.spaceBeforeExtension)
        default: throw .malformedChunk
        }
    }

    private mutating func readExtension(_ octet: UInt8) throws(ParseError) {
        if state == .spaceBeforeExtension {
            // Bad white space is for the semicolon alone: after the size itself it could hide another length.
            guard Octets.isSpace(octet) || octet == UInt8(ascii: ";") else { throw .malformedChunk }
            try countExtension(octet == UInt8(ascii: ";") ? .chunkExtension : .spaceBeforeExtension)
        } else if octet == CR {
            state = .sizeLineFeed
        } else {
            guard Octets.isFieldValue(octet) else { throw .malformedChunk }
            try countExtension(.chunkExtension)
        }
    }

    private mutating func countExtension(_ next: State) throws(ParseError) {
        guard extensionOctets < limits.chunkExtensions else { throw .malformedChunk }
        extensionOctets += 1
        state = next
    }

    private mutating func readTrailer(_ octet: UInt8) throws(ParseError) {
        guard trailerOctets < limits.trailerSection else { throw .trailersTooLarge }
        trailerOctets += 1
        switch state {
        case .trailerStart:
            if octet == CR {
                state = .lastLineFeed
            } else {
                guard Octets.isToken(octet) else { throw .malformedField }
                state = .trailerName
            }
        case .trailerName:
            if octet == UInt8(ascii: ":") {
                state = .trailerValue
            } else {
                guard Octets.isToken(octet) else { throw .malformedField }
            }
        case .trailerValue:
            if octet == CR {
                state = .trailerLineFeed
            } else {
                guard Octets.isFieldValue(octet) else { throw .malformedField }
            }
        case .trailerLineFeed:
            guard octet == LF else { throw .malformedField }
            state = .trailerStart
        default:
            guard octet == LF else { throw .malformedField }
            state = .complete
        }
    }
}
