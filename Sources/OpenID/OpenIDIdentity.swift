/// Who a provider says someone is.
public struct OpenIDIdentity: Sendable, Hashable {
    public let subject: String
    /// As sent; to be read as an address by who uses it.
    public let email: String?
    /// Whether the provider, or what the operator knows of it, vouches that the address is this person's.
    public let isEmailVerified: Bool
    public let name: String?
    public let siret: String?
    /// Whether the person proved himself at a level that was asked for; false where none was.
    public let hasLevel: Bool
    /// To be given back at signing out. Secret.
    public let idToken: String
}
