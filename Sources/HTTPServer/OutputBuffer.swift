import CLinux
import Glibc

/// Where an event loop puts the answers to one connection together before it sends them by one system call. It is shared by
/// all connections of the loop: what a socket does not take goes to that connection's own queue.
@safe struct OutputBuffer: ~Copyable {
    private let start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    /// Longer content follows the copied octets uncopied.
    private(set) var tail: [UInt8]?
    private static let capacity = 65_536
    /// Content of at most so many octets is copied: cheaper than a second buffer for the kernel.
    private static let copied = 4_096

    init() {
        unsafe start = .allocate(capacity: Self.capacity)
    }

    deinit {
        unsafe start.deallocate()
    }

    var isEmpty: Bool { count == 0 && tail == nil }

    /// Whether a head and short content still fit.
    var hasRoom: Bool { tail == nil && count < Self.capacity / 2 }

    /// - Returns: false where there is no room: send first.
    mutating func append(_ octets: [UInt8]) -> Bool {
        guard tail == nil, octets.count <= Self.capacity - count else { return false }
        unsafe octets.withUnsafeBufferPointer { buffer in
            guard let source = buffer.baseAddress else { return }
            unsafe (start + count).update(from: source, count: buffer.count)
        }
        count += octets.count
        return true
    }

    /// Content: short by copy, long by reference.
    ///
    /// - Returns: false where longer content is already waiting: send first.
    mutating func appendContent(_ octets: [UInt8]) -> Bool {
        guard tail == nil else { return false }
        if octets.count > Self.copied || !append(octets) { tail = octets }
        return true
    }

    /// Sends everything; what the socket does not take goes to `queue`, which must be empty or gets it all.
    ///
    /// - Returns: Whether the socket took everything; nil where the client is gone.
    mutating func send(to socket: Int32, queue: inout OutputQueue, canWrite: Bool, more: Bool) -> Bool? {
        defer {
            count = 0
            tail = nil
        }
        var sent = 0
        if canWrite, queue.isEmpty {
            let result = write(to: socket, more: more)
            if result < 0, errno != EAGAIN, errno != EINTR { return nil }
            sent = max(0, result)
        }
        if sent == count + (tail?.count ?? 0) { return true }
        if sent < count { queue.append(unsafe Array(UnsafeBufferPointer(start: start + sent, count: count - sent))) }
        if let tail { queue.append(tail, from: max(0, sent - count)) }
        return false
    }

    private func write(to socket: Int32, more: Bool) -> Int {
        let flags = Int32(MSG_NOSIGNAL) | (more ? Int32(MSG_MORE) : 0)
        guard let tail else { return unsafe Glibc.send(socket, start, count, flags) }
        return unsafe tail.withUnsafeBufferPointer { buffer in
            var vectors = unsafe (
                iovec(iov_base: start, iov_len: count),
                iovec(iov_base: UnsafeMutablePointer(mutating: buffer.baseAddress), iov_len: buffer.count)
            )
            return unsafe withUnsafeMutablePointer(to: &vectors) { pointer in
                unsafe pointer.withMemoryRebound(to: iovec.self, capacity: 2) { vectors in
                    var message = unsafe msghdr()
                    unsafe message.msg_iov = vectors
                    unsafe message.msg_iovlen = 2
                    return unsafe sendmsg(socket, &message, flags)
                }
            }
        }
    }
}
