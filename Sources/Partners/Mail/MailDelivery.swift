public import Curl
import Recruitment

/// Where messages go: the operator's server, or a folder when none is set up.
public enum MailDelivery: Sendable, Hashable {
    case server(MailServer, limits: TransferLimits)
    case directory(MailDirectory)

    /// Returns once the server has taken the message or the file is on disk. Blocking.
    ///
    /// A message may be delivered twice where the program dies, or the connection breaks, between the server's acceptance and
    /// the caller's note of it; never is one lost that the caller still holds. Its Message-ID is the same both times.
    public func deliver(_ message: MailMessage) throws(MailError) {
        switch self {
        case .server(let server, let limits):
            try SMTPClient(server, limits: limits).send(
                message.octets(), from: message.from.address.description, to: message.to.address.description)
        case .directory(let directory):
            try directory.write(message.octets(), named: message.identifier.description)
        }
    }
}
