import CLinux
import Glibc
public import Threading

/// Turns SIGTERM and SIGINT into a call of a function. Make it on the main thread before any other thread starts: threads
/// inherit that the signals are blocked.
public final class SignalWatcher: Sendable {
    private let descriptor: Descriptor

    /// - Throws: `ServerError.system`.
    public init() throws(ServerError) {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGTERM)
        unsafe sigaddset(&signals, SIGINT)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        descriptor = try Descriptor("signalfd", unsafe signalfd(-1, &signals, Int32(SFD_CLOEXEC)))
    }

    /// Calls `action` on a thread of its own each time one of the signals comes.
    ///
    /// - Throws: `ThreadError` where the system grants no further thread.
    public func start(_ action: @escaping @Sendable () -> Void) throws(ThreadError) {
        _ = try Thread(name: "signals") {
            var info = signalfd_siginfo()
            while true {
                let count = unsafe read(self.descriptor.number, &info, MemoryLayout<signalfd_siginfo>.size)
                if count > 0 { action() } else if errno != EINTR { return }
            }
        }
    }
}
