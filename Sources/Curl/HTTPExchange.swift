/// A field of a request or an answer.
public struct HTTPField: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// RFC 9110, section 5: a token, and a value without line ends or NUL.
    var isValid: Bool {
        let isToken = name.utf8.allSatisfy { octet in
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "!#$%&'*+-.^_`|~".utf8.contains(octet)
            }
        }
        return !name.isEmpty && isToken && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}

/// What a cache remembers of an answer, to ask whether it changed (RFC 9110, section 8.8).
public struct HTTPValidators: Sendable, Hashable {
    /// The `ETag`, with its quotes.
    public var etag: String?
    /// The `Last-Modified` date as the server wrote it.
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// One request. Sent as it stands: nothing is added but `Host`, `Accept-Encoding`, `User-Agent` and the body's length.
public struct HTTPRequest: Sendable, Hashable {
    public enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    public var method: Method
    /// Absolute, of an allowed scheme, without user name or password.
    public var url: String
    public var fields: [HTTPField]
    /// Sent with POST and PUT only.
    public var body: [UInt8]
    /// Those of an earlier answer: the server may then answer 304 without a body.
    public var validators: HTTPValidators

    public init(
        _ method: Method = .get, _ url: String, fields: [HTTPField] = [], body: [UInt8] = [],
        validators: HTTPValidators = HTTPValidators()
    ) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        self.validators = validators
    }
}

/// The last answer of an exchange, redirects followed.
public struct HTTPAnswer: Sendable, Hashable {
    public var status: Int
    /// In the order they came; names as the server wrote them.
    public var fields: [HTTPField]
    /// Content codings are undone. Empty where it was streamed.
    public var body: [UInt8]
    /// Where the answer came from after redirects.
    public var url: String

    public init(status: Int, fields: [HTTPField], body: [UInt8], url: String) {
        self.status = status
        self.fields = fields
        self.body = body
        self.url = url
    }

    /// The value of the first field of that name, in any case.
    public subscript(name: String) -> String? {
        let wanted = name.lowercased()
        return fields.first { $0.name.lowercased() == wanted }?.value
    }

    public var validators: HTTPValidators {
        HTTPValidators(etag: self["ETag"], lastModified: self["Last-Modified"])
    }
}
