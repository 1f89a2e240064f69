internal import Curl

/// Bounds on what a provider sends, and how long is waited for it.
enum OpenIDLimits {
    /// A person waits: three requests of this at most.
    static let transfer = TransferLimits(connect: 3_000, total: 6_000, body: 256 << 10)
    /// Octets of a token.
    static let token = 16 << 10
    /// Keys of a provider.
    static let keys = 50
    /// Seconds its document and keys are believed; a key that is not among them is asked for once more after a minute.
    static let secondsKept: Int64 = 3_600
    static let secondsBetweenKeyRequests: Int64 = 60
    /// Seconds the clocks of both sides may differ, and the age of an ID token that is taken.
    static let clockSkew: Int64 = 60
    static let tokenAge: Int64 = 600
    /// Characters of a subject (OpenID Connect Core §2).
    static let subject = 255
}
