public import HTTPTypes

/// The methods this server tells apart (RFC 9110 §9.3, RFC 5789). Case matters.
public enum Method: UInt8, Sendable {
    case get, head, post, put, delete, patch, options, trace, connect
    case unknown

    init(_ token: Span<UInt8>) {
        for method in [Method.get, .head, .post, .put, .delete, .patch, .options, .trace, .connect] {
            if token.equals(method.token) {
                self = method
                return
            }
        }
        self = .unknown
    }

    private var token: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .delete: "DELETE"
        case .patch: "PATCH"
        case .options: "OPTIONS"
        case .trace: "TRACE"
        case .connect: "CONNECT"
        case .unknown: ""
        }
    }

    /// The same method in the vocabulary of HTTPTypes; an unknown one never reaches an application.
    public var name: HTTPRequest.Method {
        switch self {
        case .get, .unknown: .get
        case .head: .head
        case .post: .post
        case .put: .put
        case .delete: .delete
        case .patch: .patch
        case .options: .options
        case .trace: .trace
        case .connect: .connect
        }
    }
}

extension Span<UInt8> {
    /// Whether the octets are exactly those of `text`.
    func equals(_ text: String) -> Bool {
        let expected = text.utf8
        guard expected.count == count else { return false }
        var index = 0
        for octet in expected {
            if self[index] != octet { return false }
            index += 1
        }
        return true
    }
}
