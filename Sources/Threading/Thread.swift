import CLinux
import Glibc
import Synchronization

/// An operating-system thread that runs one function. Dropping it leaves the thread running; `join`, called once, waits for its end.
public final class Thread: Sendable {
    private let handle: pthread_t
    private let isJoined = Atomic(false)

    /// Starts a thread. `name` (at most 15 octets are kept) is what `top -H` and a debugger show.
    ///
    /// - Throws: `ThreadError` where the system grants no further thread.
    public init(name: String, _ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        let context = unsafe Unmanaged.passRetained(ThreadBody(name: String(name.prefix(15)), run: body))
        var handle = pthread_t()
        let code = unsafe pthread_create(
            &handle, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let body = unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue()
                unsafe pthread_setname_np(pthread_self(), body.name)
                body.run()
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            unsafe context.release()
            throw ThreadError(code: code)
        }
        self.handle = handle
    }

    deinit {
        // Nobody will ask for its end: the system shall free it by itself.
        if !isJoined.load(ordering: .relaxed) { pthread_detach(handle) }
    }

    /// Waits until the thread's function has returned.
    public func join() {
        isJoined.store(true, ordering: .relaxed)
        pthread_join(handle, nil)
    }
}

/// The system granted no thread.
public struct ThreadError: Error, Hashable {
    /// The error number of `pthread_create`.
    public let code: Int32
}

private final class ThreadBody: Sendable {
    let name: String
    let run: @Sendable () -> Void

    init(name: String, run: @escaping @Sendable () -> Void) {
        self.name = name
        self.run = run
    }
}
