/// Why an HTTP exchange gave no answer. An answer of any status is no error.
public enum TransferError: Error, Sendable, Hashable {
    case invalidURL
    /// The scheme, of the URL or of a redirect, is not allowed; an https URL may not lead to an http one.
    case refusedScheme
    /// A field name or value that HTTP does not allow.
    case invalidField(String)
    /// Every address of the host is outside the `AddressPolicy`; the one refused last.
    case refusedAddress(IPAddress?)
    case hostNotFound
    case notConnected(String)
    /// The certificate or the handshake.
    case tls(String)
    case timedOut
    /// The connection broke after it stood; the answer is not whole.
    case interrupted(String)
    /// Over `TransferLimits.body` or `fields`.
    case tooLarge
    case tooManyRedirects
    /// The receiver of a streamed body asked to stop.
    case stopped
    /// Bytes that are not HTTP, or a content coding that cannot be undone.
    case malformedAnswer(String)
    case failed(String)

    /// Whether the same request may succeed later.
    public var isTemporary: Bool {
        switch self {
        case .hostNotFound, .notConnected, .timedOut, .interrupted, .tls, .malformedAnswer, .failed: true
        case .invalidURL, .refusedScheme, .invalidField, .refusedAddress, .tooLarge, .tooManyRedirects, .stopped: false
        }
    }
}
