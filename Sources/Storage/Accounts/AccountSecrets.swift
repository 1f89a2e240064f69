/// What an account proves itself by.
public struct AccountSecrets: Sendable {
    /// PHC string.
    public let password: String?
    /// Sealed; nil without a generator.
    public let totp: [UInt8]?
    /// The step used last.
    public let totpStep: Int64?
    public let recoveryCodes: Int
}
