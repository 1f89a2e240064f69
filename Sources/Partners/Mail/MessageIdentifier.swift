import Recruitment

/// The unique name of a message, `local@domain` (RFC 5322, section 3.6.4).
public struct MessageIdentifier: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// Refuses a local part that is not 1 to 64 ASCII letters, digits, hyphens and inner points, and a domain that no address
    /// could have.
    public init?(local: String, domain: String) {
        let isAllowed: (UInt8) -> Bool = { octet in
            (0x30...0x39).contains(octet) || (0x61...0x7A).contains(octet | 0x20) || octet == UInt8(ascii: "-")
                || octet == UInt8(ascii: ".")
        }
        guard local.utf8.allSatisfy(isAllowed), let address = EmailAddress(local + "@" + domain) else { return nil }
        description = address.description
    }
}
