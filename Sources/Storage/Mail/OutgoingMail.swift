public import Recruitment

/// A mail to be sent.
public struct OutgoingMail: Sendable, Hashable {
    /// Names what the mail is about, once and for ever (`offre-345-rappel-7:2026-12-01`): a second one of that key is not
    /// written. nil where every one counts.
    public var key: String?
    /// Before the `@` of the Message-ID, the same at every try: random, letters, digits and hyphens.
    public let message: String
    public var recipient: EmailAddress
    public var recipientName: String?
    public var subject: String
    public var text: String
    public var html: String
    /// After this moment it is of no use to its reader, and is not sent.
    public var expiresAt: Instant?

    public init(
        key: String? = nil, message: String, to recipient: EmailAddress, name: String? = nil, subject: String,
        text: String, html: String, expiresAt: Instant? = nil
    ) {
        self.key = key
        self.message = message
        self.recipient = recipient
        recipientName = name
        self.subject = subject
        self.text = text
        self.html = html
        self.expiresAt = expiresAt
    }
}
