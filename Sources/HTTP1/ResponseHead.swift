public import HTTPTypes

/// The head of a response as octets, without what changes from one answer to the next: `Date`, `Connection` and the empty
/// line, which the server adds when it sends.
public struct ResponseHead: Sendable {
    /// How the content is delimited (RFC 9112 §6.3).
    public enum Delimiting: Sendable, Hashable {
        /// By its length, or by there being none.
        case length
        case chunked
        /// By the end of the connection: a stream to an HTTP/1.0 client.
        case close
    }

    public let octets: [UInt8]
    public let delimiting: Delimiting

    /// Fields that are the server's own are left out of what the handler gave; a status below 200 becomes 500, since only
    /// the server sends interim answers.
    public init(_ response: Response, version: Version) {
        let status = response.status.code < 200 || response.status.code > 999 ? .internalServerError : response.status
        var octets: [UInt8] = []
        octets.reserveCapacity(512)
        octets.append(contentsOf: "HTTP/1.1 ".utf8)
        octets.append(contentsOf: String(status.code).utf8)
        octets.append(UInt8(ascii: " "))
        octets.append(contentsOf: status.reasonPhrase.utf8)
        octets.append(contentsOf: "\r\n".utf8)
        for field in response.fields where !Self.isReserved(field.name) {
            octets.append(contentsOf: field.name.rawName.utf8)
            octets.append(contentsOf: ": ".utf8)
            octets.append(contentsOf: field.value.utf8)
            octets.append(contentsOf: "\r\n".utf8)
        }
        delimiting = Self.delimiting(response.body, status: status, version: version)
        switch delimiting {
        case .length:
            // RFC 9110 §8.6: none with 204; with 304 it would speak of the content of a 200.
            if status != .noContent, status != .notModified {
                octets.append(contentsOf: "Content-Length: ".utf8)
                octets.append(contentsOf: String(response.body.length ?? 0).utf8)
                octets.append(contentsOf: "\r\n".utf8)
            }
        case .chunked: octets.append(contentsOf: "Transfer-Encoding: chunked\r\n".utf8)
        case .close: break
        }
        self.octets = octets
    }

    private static func delimiting(
        _ body: ResponseBody, status: HTTPResponse.Status, version: Version
    ) -> Delimiting {
        guard case .stream = body, status != .noContent, status != .notModified else { return .length }
        return version == .http11 ? .chunked : .close
    }

    private static func isReserved(_ name: HTTPField.Name) -> Bool {
        switch name.canonicalName {
        case "connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade", "trailer": true
        default: false
        }
    }
}

extension HTTPResponse.Status {
    /// Whether a response with this status never has content (RFC 9110 §6.4.1).
    public var hasNoContent: Bool {
        self == .noContent || self == .notModified
    }
}

extension ResponseBody {
    /// Octets of the content; nil for a stream.
    public var length: Int? {
        switch self {
        case .empty: 0
        case .bytes(let bytes): bytes.count
        case .file(_, offset: _, let length): length
        case .stream: nil
        }
    }
}
