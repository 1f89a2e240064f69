public import HTTPTypes

/// Why a message is refused. Each case knows the status to answer with; after any of them the connection closes, since
/// where the next message begins is in doubt (RFC 9112 §9.6, §11.2).
public enum ParseError: Error, Hashable, Sendable {
    /// The request line breaks the grammar of RFC 9112 §3, or holds an octet no target may.
    case malformedRequestLine
    /// The request target is longer than the limit (RFC 9110 §15.5.15).
    case targetTooLong
    /// A well-formed version other than HTTP/1.0 and HTTP/1.1 (RFC 9110 §15.6.6).
    case unsupportedVersion
    /// A method this server does not implement, CONNECT among them: it is no proxy (RFC 9110 §9.1, §9.3.6).
    case unknownMethod
    /// A field line breaks the grammar of RFC 9112 §5, or is folded.
    case malformedField
    /// The field section is larger than the limit, or has too many lines (RFC 6585 §5).
    case fieldsTooLarge
    /// HTTP/1.1 without Host, or with an empty or invalid one, or more than one (RFC 9112 §3.2).
    case invalidHost
    /// Content-Length is no number, is too large a number, or stands twice (RFC 9112 §6.3).
    case invalidContentLength
    /// Transfer-Encoding beside Content-Length, on HTTP/1.0, or not ending in one `chunked` (RFC 9112 §6.1, §6.3).
    case invalidTransferEncoding
    /// A transfer coding this server does not implement (RFC 9112 §6.1).
    case unknownTransferCoding
    /// The chunked coding is broken, or spends more octets on extensions than the limit (RFC 9112 §7.1).
    case malformedChunk
    /// The trailer section is larger than the limit.
    case trailersTooLarge
    /// The content is longer than the handler admits (RFC 9110 §15.5.14).
    case contentTooLarge
    /// An expectation other than `100-continue` (RFC 9110 §10.1.1).
    case unknownExpectation
    /// The client ended its side of the connection inside a message (RFC 9112 §8).
    case incompleteMessage
    /// The message did not arrive in time (RFC 9110 §15.5.9).
    case timeout

    /// What to answer with.
    public var status: HTTPResponse.Status {
        switch self {
        case .malformedRequestLine, .malformedField, .invalidHost, .invalidContentLength, .invalidTransferEncoding,
            .malformedChunk, .incompleteMessage:
            .badRequest
        case .targetTooLong: .uriTooLong
        case .unsupportedVersion: .httpVersionNotSupported
        case .unknownMethod, .unknownTransferCoding: .notImplemented
        case .fieldsTooLarge, .trailersTooLarge: .requestHeaderFieldsTooLarge
        case .contentTooLarge: .contentTooLarge
        case .unknownExpectation: .expectationFailed
        case .timeout: .requestTimeout
        }
    }
}
