import CLinux
import Glibc

/// An IPv4 or IPv6 address without port; IPv4 inside IPv6 counts as IPv4, so that each client has one name.
public struct PeerAddress: Hashable, Sendable {
    /// The address as IPv6, in network order: IPv4 as `::ffff:a.b.c.d`.
    private let high: UInt64
    private let low: UInt64

    var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads `192.0.2.1`, `2001:db8::1` or `::ffff:192.0.2.1`; nil for anything else.
    public init?(_ text: String) {
        var four = in_addr()
        if unsafe inet_pton(AF_INET, text, &four) == 1 {
            self.init(four)
            return
        }
        var six = in6_addr()
        guard unsafe inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        self.init(six)
    }

    init(_ address: in_addr) {
        high = 0
        low = 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: address.s_addr))
    }

    init(_ address: in6_addr) {
        (high, low) = unsafe withUnsafeBytes(of: address) { octets in
            unsafe (
                UInt64(bigEndian: octets.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                UInt64(bigEndian: octets.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// The address of a socket that `accept4` filled in.
    init(_ storage: sockaddr_storage) {
        self = unsafe withUnsafeBytes(of: storage) { octets in
            if Int32(storage.ss_family) == AF_INET {
                return unsafe PeerAddress(octets.loadUnaligned(as: sockaddr_in.self).sin_addr)
            }
            return unsafe PeerAddress(octets.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
        }
    }

    /// What one subscriber has at his disposal, as one address: an IPv4 address, or the /64 network of an IPv6 address.
    var subscriber: PeerAddress {
        isIPv4 ? self : PeerAddress(high: high, low: 0)
    }

    /// Whether the first `bits` (0…128) of both are the same.
    func shares(_ bits: Int, with other: PeerAddress) -> Bool {
        let highMask: UInt64 = bits >= 64 ? .max : ~(UInt64.max >> UInt64(bits))
        let lowMask: UInt64 = bits <= 64 ? 0 : ~(UInt64.max >> UInt64(bits - 64))
        return (high ^ other.high) & highMask == 0 && (low ^ other.low) & (bits == 128 ? .max : lowMask) == 0
    }
}

extension PeerAddress: CustomStringConvertible {
    /// As RFC 5952 writes it.
    public var description: String {
        if isIPv4 {
            return [24, 16, 8, 0].map { String(low >> UInt64($0) & 0xFF) }.joined(separator: ".")
        }
        var address = in6_addr()
        unsafe withUnsafeMutableBytes(of: &address) { octets in
            unsafe octets.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
            unsafe octets.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
            guard unsafe inet_ntop(AF_INET6, &address, buffer.baseAddress, socklen_t(buffer.count)) != nil,
                let start = buffer.baseAddress
            else { return "::" }
            return unsafe String(cString: start)
        }
    }
}
