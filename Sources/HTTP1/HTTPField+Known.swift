import HTTPTypes

extension HTTPField.Name {
    /// The name of a known field; nil for `other`.
    init?(_ field: KnownField) {
        switch field {
        case .host: self = .host
        case .connection: self = .connection
        case .contentLength: self = .contentLength
        case .transferEncoding: self = .transferEncoding
        case .expect: self = .expect
        case .accept: self = .accept
        case .acceptEncoding: self = .acceptEncoding
        case .cookie: self = .cookie
        case .authorization: self = .authorization
        case .range: self = .range
        case .ifMatch: self = .ifMatch
        case .ifNoneMatch: self = .ifNoneMatch
        case .ifModifiedSince: self = .ifModifiedSince
        case .ifUnmodifiedSince: self = .ifUnmodifiedSince
        case .ifRange: self = .ifRange
        case .userAgent: self = .userAgent
        case .forwarded, .xForwardedFor, .xForwardedProto, .other: return nil
        }
    }
}

extension HTTPField.Name {
    /// `Host`, which HTTPTypes leaves to the authority pseudo-field.
    static var host: Self {
        guard let name = Self("Host") else { preconditionFailure("Host is a field name") }
        return name
    }
}
