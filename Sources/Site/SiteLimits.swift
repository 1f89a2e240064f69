/// Bounds on what people send.
struct SiteLimits: Sendable {
    /// Octets of a form.
    static let form = 256 << 10
    /// Octets of an address to come back to after signing in.
    static let nextPath = 500
    /// Passwords checked at once; each takes a core for a quarter of a second.
    static let hashing = 2
    /// Pending establishments on an agent's page.
    static let pendingMemberships = 100
}
