public import OpenID
internal import Synchronization

/// Signing in at an OpenID provider, where the operator has set one up.
public final class OpenIDSignIn: Sendable {
    let provider: OpenIDProvider
    /// For the button: "ProConnect".
    let name: String
    /// People whose code is being exchanged: each holds a worker while the provider answers.
    private let exchanges = Atomic(0)

    public init(_ provider: OpenIDProvider, name: String) {
        self.provider = provider
        self.name = name
    }

    /// Runs `body`, which asks the provider, unless too many do already.
    func asking<Result>(_ body: () throws(OpenIDError) -> Result) throws -> Result {
        defer { exchanges.subtract(1, ordering: .relaxed) }
        guard exchanges.add(1, ordering: .relaxed).newValue <= SiteLimits.openIDExchanges else {
            throw PageError.tooManyRequests(seconds: 5)
        }
        return try body()
    }
}
