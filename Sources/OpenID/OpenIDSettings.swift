public import Curl

/// How this site is known to an OpenID provider, and what it asks of it.
public struct OpenIDSettings: Sendable {
    /// The issuer's identifier, as its discovery document and its tokens have it, without a trailing slash.
    public var issuer: String
    public var clientID: String
    public var clientSecret: String
    /// Where the provider sends people back to, as it was told when the site was enrolled.
    public var redirectURL: String
    /// Where it sends them after signing out.
    public var signedOutURL: String
    /// Levels of assurance asked for, of which a token has to have one; empty where any will do.
    public var levels: [String]
    public var scopes = ["openid", "email", "given_name", "usual_name", "siret"]
    /// Whether an e-mail address counts as verified where the provider says nothing of it: only for one that vouches for that.
    public var trustsAddresses: Bool
    /// What its endpoints may be reached at.
    public var policy: AddressPolicy

    public init(
        issuer: String, clientID: String, clientSecret: String, redirectURL: String, signedOutURL: String,
        levels: [String] = [], trustsAddresses: Bool = false, policy: AddressPolicy = .publicOnly
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirectURL = redirectURL
        self.signedOutURL = signedOutURL
        self.levels = levels
        self.trustsAddresses = trustsAddresses
        self.policy = policy
    }
}
