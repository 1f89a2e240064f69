/// An address from outside that may stand in a link: `http`, `https`, `mailto` or `tel`, nothing that runs.
public struct SafeURL: Sendable, Hashable, LosslessStringConvertible {
    public static let longest = 2_000

    public let description: String

    /// Refuses other schemes, addresses without one, control characters and spaces, an empty host, and over-long ones.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let rest = text[text.utf8.index(after: colon)...]
        switch text[..<colon].lowercased() {
        case "http", "https":
            guard rest.hasPrefix("//"), let first = rest.utf8.dropFirst(2).first,
                first != UInt8(ascii: "/"), first != UInt8(ascii: "?"), first != UInt8(ascii: "#")
            else { return nil }
        case "mailto", "tel":
            guard !rest.isEmpty else { return nil }
        default:
            return nil
        }
        description = text
    }

    /// The host of an http or https address, without `www.`: what a reader recognises the site by.
    public var site: String? {
        guard let start = description.utf8.firstRange(of: "//".utf8)?.upperBound else { return nil }
        let authority = description[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@").last.map(String.init) ?? ""
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
