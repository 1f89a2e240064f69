public import Recruitment

/// Someone signed in, or half-way there.
public struct Session: Sendable, Hashable {
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case full
        /// Has given the password, owes a one-time password.
        case code
        /// Has given the password, has no generator yet.
        case enrolment
    }

    public enum Method: String, Sendable, Hashable {
        case link
        case password
        case openID = "openid"
    }

    public let id: Int64
    public let account: Account
    public let level: Level
    public let method: Method
    public let createdAt: Instant
    /// To within ``SessionLifetime/secondsBetweenNotes``.
    public let seenAt: Instant
    public let expiresAt: Instant
    /// "Firefox, Windows".
    public let device: String
    /// Sealed: the secret of a generator that is being set up.
    public let pendingTOTP: [UInt8]?
    /// Sealed: what the OpenID provider takes for signing out there.
    public let idToken: [UInt8]?
}
