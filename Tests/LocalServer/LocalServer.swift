import Glibc

/// A server on 127.0.0.1, on a port the system chose, that runs a script for each connection, one after the other, until it
/// is deinitialised.
public final class LocalServer: Sendable {
    public let port: UInt16
    private let listener: Int32

    public init(_ script: @escaping @Sendable (Connection) -> Void) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                precondition(unsafe bind(listener, pointer, size) == 0 && listen(listener, 64) == 0)
                precondition(unsafe getsockname(listener, pointer, &size) == 0)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        self.listener = listener
        let work = unsafe Unmanaged.passRetained(Work(listener: listener, script: script)).toOpaque()
        var thread = pthread_t()
        unsafe pthread_create(
            &thread, nil,
            { work in
                unsafe Unmanaged<Work>.fromOpaque(work!).takeRetainedValue().run()
                return nil
            }, work)
        pthread_detach(thread)
    }

    deinit {
        // Wakes accept, which then fails.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private final class Work: Sendable {
        let listener: Int32
        let script: @Sendable (Connection) -> Void

        init(listener: Int32, script: @escaping @Sendable (Connection) -> Void) {
            self.listener = listener
            self.script = script
        }

        func run() {
            while true {
                let peer = accept(listener, nil, nil)
                guard peer >= 0 else { break }
                // A script that waits for a peer that never speaks must not outlive the tests.
                var patience = timeval(tv_sec: 20, tv_usec: 0)
                unsafe setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
                script(Connection(peer))
                close(peer)
            }
            close(listener)
        }
    }
}
