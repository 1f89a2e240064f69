/// The SMTP server that takes our mail, as the operator configures it.
public struct MailServer: Sendable, Hashable {
    public enum Security: Sendable, Hashable {
        /// Plain: for a server on the same machine.
        case none
        /// STARTTLS (RFC 3207), refused where the server does not offer it.
        case startTLS
        /// TLS from the first octet (RFC 8314).
        case tls
    }

    public struct Credentials: Sendable, Hashable {
        public let user: String
        public let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    public var host: String
    public var port: UInt16
    public var security: Security
    public var credentials: Credentials?
    /// A file of certificates (PEM) to trust instead of the system's: for a server with its own authority.
    public var trustedCertificates: String?

    public init(
        host: String, port: UInt16, security: Security, credentials: Credentials? = nil,
        trustedCertificates: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
        self.trustedCertificates = trustedCertificates
    }
}
