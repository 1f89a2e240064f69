import CLinux
import Glibc

/// A listening socket, one an event loop: the kernel spreads connections over those of the same port (SO_REUSEPORT).
final class Listener: Sendable {
    let socket: Descriptor
    /// The port taken, also where 0 was asked for.
    let port: UInt16

    /// - Parameter isShared: Whether further listeners may take the same port. The first one of a server asks without, to
    ///   find out whether another process has the port already.
    /// - Throws: `ServerError`.
    init(host: String, port: UInt16, isShared: Bool) throws(ServerError) {
        guard let address = SocketAddress(host: host, port: port) else { throw .invalidHost(host) }
        socket = try Descriptor(
            "socket", Glibc.socket(address.family, Int32(SOCK_STREAM.rawValue) | 0o2004000, 0))
        try Self.set(socket.number, SOL_SOCKET, SO_REUSEADDR, 1)
        if isShared { try Self.set(socket.number, SOL_SOCKET, SO_REUSEPORT, 1) }
        // Accepted sockets inherit both. Unsent octets are bounded because the kernel's memory for all sockets is: a
        // thousand readers that stall would otherwise take it from everybody.
        try Self.set(socket.number, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        try Self.set(socket.number, Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, UnsentOctets.usual)
        let number = socket.number
        let result = unsafe address.withPointer { unsafe bind(number, $0, $1) }
        guard result == 0 else {
            if errno == EADDRINUSE { throw .addressInUse(host: host, port: port) }
            throw .system(call: "bind", code: errno)
        }
        try check("listen", listen(socket.number, 4_096))
        self.port = try SocketAddress.port(of: socket.number)
    }

    /// Takes no more connections; others may listen on the port.
    func stop() {
        shutdown(socket.number, Int32(SHUT_RD))
    }

    private static func set(_ socket: Int32, _ level: Int32, _ option: Int32, _ value: Int32) throws(ServerError) {
        var value = value
        try check("setsockopt", unsafe setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size)))
    }
}

/// Octets that may wait unsent in one socket.
enum UnsentOctets {
    static let usual: Int32 = 131_072
    /// Fewer and longer turns for a long file, where few connections are open.
    static let few: Int32 = 4 << 20
    /// Connections of a loop that count as few.
    static let fewConnections = 64
    /// Octets of a file that count as long.
    static let longFile = 1 << 20

    static func raise(_ socket: Int32) {
        var value = few
        unsafe setsockopt(
            socket, Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, &value, socklen_t(MemoryLayout<Int32>.size))
    }
}

/// An address to bind to.
struct SocketAddress {
    private var storage = sockaddr_storage()
    private let length: socklen_t
    let family: Int32

    /// nil where `host` is no literal address.
    init?(host: String, port: UInt16) {
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            length = socklen_t(MemoryLayout<sockaddr_in>.size)
            family = AF_INET
            unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.storeBytes(of: four, as: sockaddr_in.self) }
        } else if unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            family = AF_INET6
            unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.storeBytes(of: six, as: sockaddr_in6.self) }
        } else {
            return nil
        }
    }

    func withPointer(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var storage = storage
        return unsafe withUnsafePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
        }
    }

    static func port(of socket: Int32) throws(ServerError) -> UInt16 {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(socket, $0, &length)
            }
        }
        try check("getsockname", result)
        // The port stands at the same place in both families.
        return unsafe withUnsafeBytes(of: storage) {
            unsafe UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
        }
    }
}
