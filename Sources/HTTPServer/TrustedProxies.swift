/// The reverse proxies whose word on the client's address and scheme is taken.
///
/// A proxy usually writes one family of fields and passes the other through as the client sent it, so only the configured
/// family is read (docs/decisions/0102-forwarded.md).
public struct TrustedProxies: Sendable, Hashable {
    /// The fields that the proxies write.
    public enum Family: Sendable, Hashable {
        /// `X-Forwarded-For` and `X-Forwarded-Proto`.
        case xForwarded
        /// `Forwarded` (RFC 7239).
        case forwarded
    }

    public var family = Family.xForwarded
    var blocks: [Block] = []

    struct Block: Sendable, Hashable {
        let address: PeerAddress
        let bits: Int
    }

    /// Trusts nobody.
    public init() {}

    /// - Parameter texts: Addresses or CIDR blocks: `127.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`.
    /// - Returns: nil where one of them is neither.
    public init?(_ texts: [String], family: Family = .xForwarded) {
        self.family = family
        for text in texts {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard let first = parts.first, parts.count <= 2, let address = PeerAddress(String(first)) else {
                return nil
            }
            let width = address.isIPv4 ? 32 : 128
            var bits = width
            if parts.count == 2 {
                guard let given = Int(parts[1]), (0...width).contains(given) else { return nil }
                bits = given
            }
            blocks.append(Block(address: address, bits: bits + 128 - width))
        }
    }

    func contains(_ address: PeerAddress) -> Bool {
        blocks.contains { $0.address.shares($0.bits, with: address) }
    }
}
