import Curl

/// Where the mail server listens, as `smtp://host:port` or `smtps://host:port`.
struct SMTPAddress {
    let server: MailServer

    /// Over `smtp` STARTTLS is demanded, but of this machine itself. Without a port: 587 and 465 (RFC 8314).
    init?(_ text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        var authority = text[colon.upperBound...]
        if authority.last == "/" { authority.removeLast() }
        let isTLS: Bool
        switch text[..<colon.lowerBound] {
        case "smtp": isTLS = false
        case "smtps": isTLS = true
        default: return nil
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty,
            parts[0].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"/@?#".utf8.contains($0) }),
            let port = parts.count == 2 ? UInt16(parts[1]) : isTLS ? 465 : 587, port > 0
        else { return nil }
        let host = String(parts[0])
        let isHere = host == "localhost" || host.hasPrefix("127.")
        server = MailServer(host: host, port: port, security: isTLS ? .tls : isHere ? .none : .startTLS)
    }
}
