import HTML
import Recruitment
import Secrets
import Storage

/// A mail in French, as plain text and as HTML of the same words.
struct Letter {
    enum Piece {
        case text(String)
        /// A page to open; `action` says what for. It opens a page with a button: mail programs follow links unasked.
        case link(action: String, url: String)
        case items([String])
    }

    var subject: String
    var pieces: [Piece]

    /// The mail, of which every try has the same Message-ID.
    func mail(
        to recipient: EmailAddress, name: String? = nil, key: String? = nil, expiresAt: Instant? = nil,
        settings: SiteSettings
    ) -> OutgoingMail {
        OutgoingMail(
            key: key, message: String(hexadecimal: Random.bytes(16)), to: recipient, name: name,
            subject: Self.prefix + subject, text: text(settings), html: html(settings).description,
            expiresAt: expiresAt)
    }

    private static let prefix = "Emploi Allier : "

    private func text(_ settings: SiteSettings) -> String {
        var blocks = ["Bonjour,"]
        for piece in pieces {
            switch piece {
            case .text(let text): blocks.append(text)
            case .link(let action, let url): blocks.append("\(action) :\n\(url)")
            case .items(let items): blocks.append(items.map { "- " + $0 }.joined(separator: "\n"))
            }
        }
        blocks.append("-- \nEmploi Allier, \(settings.baseURL)\nMessage automatique : \(settings.contact)")
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func html(_ settings: SiteSettings) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="fr"><head><meta charset="utf-8"><title>\(Self.prefix)\(subject)</title></head>
        <body>
        <p>Bonjour,</p>
        \(each: pieces, { piece in
            switch piece {
            case .text(let text): "<p>\(text)</p>\n"
            case .link(let action, let url): "<p><a href=\"\(url)\">\(action)</a></p>\n<p>\(url)</p>\n"
            case .items(let items): "<ul>\n\(each: items, { "<li>\($0)</li>\n" })</ul>\n"
            }
        })<hr>
        <p>Emploi Allier, \(settings.baseURL)<br>Message automatique : \(settings.contact)</p>
        </body></html>

        """
    }
}
