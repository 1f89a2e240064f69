/// Why a message was not handed to the mail server.
public enum MailError: Error, Sendable, Hashable {
    /// The server refused this message or recipient for good (5xx): do not try again. Its code and words.
    case permanent(code: Int, text: String)
    /// The server asks to come later (4xx), could not be reached, or the connection broke. Try again. If it broke after the
    /// whole message was sent, the server may have taken it: the second try then is a second copy with the same Message-ID.
    case temporary(code: Int?, text: String)
    /// The user name or password: every message will fail until the operator puts it right.
    case refusedCredentials(text: String)
    /// The certificate, the handshake, or STARTTLS not offered: nothing was sent in clear.
    case insecure(text: String)
    /// An address that cannot stand in an SMTP command.
    case invalidAddress(String)
}
