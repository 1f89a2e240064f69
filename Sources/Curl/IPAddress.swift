import Glibc

/// An IPv4 or IPv6 address, in network order.
public struct IPAddress: Sendable, Hashable {
    /// Four octets or sixteen.
    let octets: [UInt8]

    /// Reads dotted decimal and the forms of RFC 4291, section 2.2; no zone, no brackets.
    public init?(_ text: String) {
        var octets = [UInt8](repeating: 0, count: 16)
        // inet_pton writes 4 octets for AF_INET and 16 for AF_INET6, both fit.
        if unsafe inet_pton(AF_INET, text, &octets) == 1 {
            self.octets = Array(octets[..<4])
        } else if unsafe inet_pton(AF_INET6, text, &octets) == 1 {
            self.octets = octets
        } else {
            return nil
        }
    }

    init?(octets: [UInt8]) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        self.octets = octets
    }

    /// The IPv4 address inside a mapped (`::ffff:0:0/96`) or NAT64 (`64:ff9b::/96`) one: what is really reached.
    var embedded: IPAddress? {
        guard octets.count == 16 else { return nil }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        guard octets.starts(with: mapped) || octets.starts(with: translated) else { return nil }
        return IPAddress(octets: Array(octets[12...]))
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String {
        if octets.count == 4 { return octets.map(String.init).joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2).map {
            String(UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]), radix: 16)
        }.joined(separator: ":")
    }
}
