import Feeds
public import Recruitment

/// One message to one person: plain text, and the same as HTML where there is some (RFC 5322, 2045–2047, 2369, 8058).
public struct MailMessage: Sendable, Hashable {
    /// How to stop these messages, for the reader's mail program.
    public struct Unsubscription: Sendable, Hashable {
        /// A page of ours over https that takes the POST of RFC 8058, and shows a button to a GET.
        public let url: String

        /// Refuses what is not an https URL of visible ASCII without angle brackets.
        public init?(url: String) {
            guard url.hasPrefix("https://"), url.utf8.count <= 900,
                url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
            else { return nil }
            self.url = url
        }
    }

    public var from: Mailbox
    public var to: Mailbox
    public var replyTo: Mailbox?
    public var subject: String
    public var text: String
    public var html: String?
    /// What stands before the `@` of the Message-ID: the same for every try, so that copies are known as such.
    public var identifier: MessageIdentifier
    public var date: Instant
    public var unsubscription: Unsubscription?

    public init(
        from: Mailbox, to: Mailbox, replyTo: Mailbox? = nil, subject: String, text: String, html: String? = nil,
        identifier: MessageIdentifier, date: Instant, unsubscription: Unsubscription? = nil
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.html = html
        self.identifier = identifier
        self.date = date
        self.unsubscription = unsubscription
    }

    /// The message with CRLF line ends, in ASCII, no line over 76 octets but for one long URL in a field. Whatever the texts
    /// hold, they add no field and no line begins with a dot.
    public func octets() -> [UInt8] {
        var message = ""
        func field(_ name: String, _ value: String) { message += name + (value.isEmpty ? ":" : ": ") + value + "\r\n" }
        field("Date", InternetDate.text(date))
        field("From", HeaderText.mailbox(from))
        field("To", HeaderText.mailbox(to))
        if let replyTo { field("Reply-To", HeaderText.mailbox(replyTo)) }
        field("Message-ID", "<\(identifier)>")
        field("Subject", HeaderText.unstructured(subject, after: "Subject: ".utf8.count))
        // RFC 3834: no vacation notice in return.
        field("Auto-Submitted", "auto-generated")
        if let unsubscription {
            field("List-Unsubscribe", "<\(unsubscription.url)>")
            field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        }
        field("MIME-Version", "1.0")
        if let html {
            // `=_` never stands in quoted-printable text, so no part can hold the boundary.
            let boundary = "=_emploi"
            field("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
            message += "\r\n--\(boundary)\r\n" + Self.part("plain", text)
            message += "--\(boundary)\r\n" + Self.part("html", html)
            message += "--\(boundary)--\r\n"
        } else {
            message += Self.part("plain", text)
        }
        return Array(message.utf8)
    }

    private static func part(_ subtype: String, _ text: String) -> String {
        "Content-Type: text/\(subtype); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + QuotedPrintable.encode(text)
    }
}
