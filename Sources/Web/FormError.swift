public import HTTPTypes

/// Why a request's query or body cannot be read as a form or as JSON.
public enum FormError: Error, Sendable, Hashable {
    /// The content type is neither `application/x-www-form-urlencoded` nor `multipart/form-data`, or has a charset that is not UTF-8.
    case unsupportedMediaType
    /// A `multipart/form-data` content type without a valid boundary (RFC 2046 §5.1.1: 1 to 70 characters).
    case missingBoundary
    /// The body ends before the closing boundary.
    case endsEarly
    /// A part's head that is not RFC 7578: no `Content-Disposition: form-data`, no name, a malformed line.
    case malformedPart
    /// A malformed `%XX`, octets that are not UTF-8, or NUL.
    case malformedEncoding
    /// A body that is not JSON, or nested too deep; the offset of what is wrong, in octets.
    case malformedJSON(offset: Int)
    case tooManyItems
    case nameTooLong
    case valueTooLong
    case fileTooLarge
    case bodyTooLarge
    /// The operating system could not give the body back.
    case unreadable(errno: Int32)

    /// What to answer.
    public var status: HTTPResponse.Status {
        switch self {
        case .unsupportedMediaType: .unsupportedMediaType
        case .missingBoundary, .endsEarly, .malformedPart, .malformedEncoding, .malformedJSON, .nameTooLong: .badRequest
        case .tooManyItems, .valueTooLong, .fileTooLarge, .bodyTooLarge: .contentTooLarge
        case .unreadable: .internalServerError
        }
    }
}
