/// Which addresses a request may reach. It is asked about the address of each socket that is about to connect, after name
/// resolution and for every redirect, so a name that changes its address between two look-ups gains nothing.
public struct AddressPolicy: Sendable, Hashable {
    /// Public addresses only: what a URL that a stranger gave may reach.
    public static let publicOnly = AddressPolicy()

    private let exceptions: [IPNetwork]

    /// Public addresses, and those of `exceptions`: a partner inside the Département's own network.
    public init(allowing exceptions: [IPNetwork] = []) {
        self.exceptions = exceptions
    }

    public func allows(_ address: IPAddress) -> Bool {
        if exceptions.contains(where: { $0.contains(address) }) { return true }
        if let embedded = address.embedded { return allows(embedded) }
        if address.octets.count == 16, !Self.globalUnicast.contains(where: { $0.contains(address) }) { return false }
        return !Self.special.contains { $0.contains(address) }
    }

    /// RFC 4291, section 2.4: what IANA has given out.
    private static let globalUnicast = networks("2000::/3")

    /// Special-purpose addresses that are not globally reachable, or lead elsewhere (IANA registries of RFC 6890):
    /// this host, private, shared, loopback, link-local, protocol assignments, documentation, 6to4, benchmarks, multicast,
    /// reserved; in IPv6 Teredo and its neighbours, documentation, 6to4.
    private static let special = networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")

    private static func networks(_ texts: String...) -> [IPNetwork] {
        texts.compactMap(IPNetwork.init)
    }
}
