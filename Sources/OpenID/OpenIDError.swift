/// Why nobody was identified. The texts are for the operator's log; none holds a token or a secret.
public enum OpenIDError: Error, Sendable, Equatable {
    /// The provider does not answer, or not in time.
    case unavailable(String)
    /// Its document or keys cannot be used.
    case misconfigured(String)
    /// It says no: `access_denied`, `invalid_grant`.
    case refused(String)
    /// What it sent is not to be believed.
    case invalid(Fault)

    public enum Fault: String, Sendable, Hashable {
        case malformed
        /// `none`, or another algorithm than the key's.
        case algorithm
        case unknownKey
        case signature
        case issuer
        case audience
        case expired
        case tooOld
        case nonce
        case subject
        /// Not one of the levels of assurance asked for.
        case level
    }
}
