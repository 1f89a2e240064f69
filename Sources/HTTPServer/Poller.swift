import CLinux
import Glibc

/// An epoll instance. Sockets are watched edge-triggered for everything at once, so that none is ever registered twice.
@safe struct Poller: ~Copyable {
    private let descriptor: Int32
    private let events: UnsafeMutablePointer<epoll_event>
    private static let capacity = 256

    /// - Parameter descriptor: An epoll instance that outlives this value.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        unsafe events = .allocate(capacity: Self.capacity)
    }

    /// A new epoll instance that watches `sources` as `watch(source:)` does.
    static func descriptor(sources: [Int32]) throws(ServerError) -> Descriptor {
        let descriptor = try Descriptor("epoll_create1", epoll_create1(Int32(EPOLL_CLOEXEC)))
        let poller = Poller(descriptor: descriptor.number)
        for source in sources { try poller.watch(source: source) }
        return descriptor
    }

    deinit {
        unsafe events.deallocate()
    }

    /// Watches a connection's socket, edge-triggered, for input, output and the end of either.
    func watch(connection key: ConnectionKey) throws(ServerError) {
        let flags = EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | linux_epollet()
        try add(key.descriptor, flags, UInt64(key.serial) << 32 | UInt64(UInt32(bitPattern: key.descriptor)))
    }

    /// Watches a listener or an eventfd for input, level-triggered. Its events have serial 0.
    func watch(source descriptor: Int32) throws(ServerError) {
        try add(descriptor, EPOLLIN.rawValue, UInt64(UInt32(bitPattern: descriptor)))
    }

    func forget(_ descriptor: Int32) {
        var event = unsafe epoll_event()
        unsafe epoll_ctl(self.descriptor, EPOLL_CTL_DEL, descriptor, &event)
    }

    private func add(_ descriptor: Int32, _ flags: UInt32, _ data: UInt64) throws(ServerError) {
        var event = unsafe epoll_event()
        unsafe event.events = flags
        unsafe event.data.u64 = data
        try check("epoll_ctl", unsafe epoll_ctl(self.descriptor, EPOLL_CTL_ADD, descriptor, &event))
    }

    /// Waits for events, at most `milliseconds`, and hands each over.
    func wait(milliseconds: Int32, _ body: (ConnectionKey, Readiness) -> Void) {
        let count = unsafe epoll_wait(descriptor, events, Int32(Self.capacity), milliseconds)
        guard count > 0 else { return }
        for index in 0..<Int(count) {
            let event = unsafe events[index]
            let data = unsafe event.data.u64
            body(
                ConnectionKey(
                    descriptor: Int32(bitPattern: UInt32(truncatingIfNeeded: data)),
                    serial: UInt32(truncatingIfNeeded: data >> 32)),
                Readiness(rawValue: unsafe event.events))
        }
    }
}

/// What has become possible on a socket.
struct Readiness: OptionSet {
    let rawValue: UInt32

    static let input = Readiness(rawValue: EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
    /// The client sends no more.
    static let end = Readiness(rawValue: EPOLLRDHUP.rawValue)
    static let output = Readiness(rawValue: EPOLLOUT.rawValue)
    /// Both directions are closed, or the connection is broken.
    static let hangUp = Readiness(rawValue: EPOLLHUP.rawValue | EPOLLERR.rawValue)
}
