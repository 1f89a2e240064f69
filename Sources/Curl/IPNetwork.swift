/// A range of addresses in CIDR notation: `10.0.0.0/8`, `fd00::/8`.
public struct IPNetwork: Sendable, Hashable {
    let address: IPAddress
    let length: Int

    /// Refuses a prefix longer than the address. An address alone is a network of one.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else { return nil }
        let longest = address.octets.count * 8
        guard let length = parts.count == 1 ? longest : Int(parts[1]), (0...longest).contains(length) else {
            return nil
        }
        self.address = address
        self.length = length
    }

    public func contains(_ other: IPAddress) -> Bool {
        guard other.octets.count == address.octets.count else { return false }
        for (index, octet) in other.octets.enumerated() {
            let bits = min(8, max(0, length - index * 8))
            let mask = bits == 0 ? 0 : UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            if octet & mask != address.octets[index] & mask { return false }
        }
        return true
    }
}
