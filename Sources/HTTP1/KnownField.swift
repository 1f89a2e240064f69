/// The request fields that the server itself reads, recognised while the head is parsed.
public enum KnownField: UInt8, Sendable {
    case host, connection, contentLength, transferEncoding, expect
    case accept, acceptEncoding, cookie, authorization, range
    case ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince, ifRange
    case forwarded, xForwardedFor, xForwardedProto, userAgent
    case other

    static let count = Int(KnownField.other.rawValue) + 1

    /// The field that `name` means, whatever its case.
    init(_ name: Span<UInt8>) {
        self = Self.candidate(name)
        guard self != .other else { return }
        if !name.equalsIgnoringCase(self.name) { self = .other }
    }

    /// Length and first letter leave one candidate, but for If-Match and If-Range.
    @inline(__always)
    private static func candidate(_ name: Span<UInt8>) -> KnownField {
        guard !name.isEmpty else { return .other }
        return switch (name.count, Octets.lowercase(name[0])) {
        case (4, UInt8(ascii: "h")): .host
        case (5, UInt8(ascii: "r")): .range
        case (6, UInt8(ascii: "a")): .accept
        case (6, UInt8(ascii: "c")): .cookie
        case (6, UInt8(ascii: "e")): .expect
        case (8, UInt8(ascii: "i")): Octets.lowercase(name[3]) == UInt8(ascii: "m") ? .ifMatch : .ifRange
        case (9, UInt8(ascii: "f")): .forwarded
        case (10, UInt8(ascii: "c")): .connection
        case (10, UInt8(ascii: "u")): .userAgent
        case (13, UInt8(ascii: "a")): .authorization
        case (13, UInt8(ascii: "i")): .ifNoneMatch
        case (14, UInt8(ascii: "c")): .contentLength
        case (15, UInt8(ascii: "a")): .acceptEncoding
        case (15, UInt8(ascii: "x")): .xForwardedFor
        case (17, UInt8(ascii: "t")): .transferEncoding
        case (17, UInt8(ascii: "i")): .ifModifiedSince
        case (17, UInt8(ascii: "x")): .xForwardedProto
        case (19, UInt8(ascii: "i")): .ifUnmodifiedSince
        default: .other
        }
    }

    /// In lower case.
    private var name: String {
        switch self {
        case .host: "host"
        case .connection: "connection"
        case .contentLength: "content-length"
        case .transferEncoding: "transfer-encoding"
        case .expect: "expect"
        case .accept: "accept"
        case .acceptEncoding: "accept-encoding"
        case .cookie: "cookie"
        case .authorization: "authorization"
        case .range: "range"
        case .ifMatch: "if-match"
        case .ifNoneMatch: "if-none-match"
        case .ifModifiedSince: "if-modified-since"
        case .ifUnmodifiedSince: "if-unmodified-since"
        case .ifRange: "if-range"
        case .forwarded: "forwarded"
        case .xForwardedFor: "x-forwarded-for"
        case .xForwardedProto: "x-forwarded-proto"
        case .userAgent: "user-agent"
        case .other: ""
        }
    }
}

extension Span<UInt8> {
    /// Whether the octets are `lowercase` in any case; ASCII only.
    func equalsIgnoringCase(_ lowercase: String) -> Bool {
        let expected = lowercase.utf8
        guard expected.count == count else { return false }
        var index = 0
        for octet in expected {
            if Octets.lowercase(self[index]) != octet { return false }
            index += 1
        }
        return true
    }
}
