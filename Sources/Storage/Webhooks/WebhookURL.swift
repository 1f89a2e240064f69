/// Where a partner wants to be called: an absolute `http` or `https` URL (RFC 3986) in ASCII, with neither credentials nor
/// fragment. Which addresses its host may stand for is decided when it is called, on the socket.
public struct WebhookURL: Sendable, Hashable, LosslessStringConvertible {
    public static let longest = 500

    public let description: String

    public init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !text.utf8.contains(where: Self.unwise.contains)
        else { return nil }
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
        let authority = lower.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
        var host = authority[...]
        if let bracket = authority.lastIndex(of: "]") {
            let port = authority[authority.index(after: bracket)...]
            guard authority.hasPrefix("["), port.isEmpty || Self.isPort(port.dropFirst()) && port.hasPrefix(":") else {
                return nil
            }
        } else if let colon = authority.lastIndex(of: ":") {
            guard Self.isPort(authority[authority.index(after: colon)...]) else { return nil }
            host = authority[..<colon]
        }
        guard !host.isEmpty, host.contains("[") || host.utf8.allSatisfy(Self.isHostOctet) else { return nil }
        description = text
    }

    /// Fragment, credentials, and what no URL has unescaped (RFC 3986, 2).
    private static let unwise = Array("#@\\\"<>^`{|}".utf8)

    private static func isPort(_ text: Substring) -> Bool {
        UInt16(text).map { $0 > 0 } ?? false && !text.hasPrefix("+")
    }

    private static func isHostOctet(_ octet: UInt8) -> Bool {
        octet >= 0x61 && octet <= 0x7A || octet >= 0x30 && octet <= 0x39 || octet == UInt8(ascii: "-")
            || octet == UInt8(ascii: ".") || octet == UInt8(ascii: "_")
    }
}
