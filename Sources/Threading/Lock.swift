import Synchronization

/// The one lock of the project: a value that only one thread at a time may see.
public struct Lock<Value>: ~Copyable, Sendable {
    private let mutex: Mutex<Value>

    public init(_ value: sending Value) {
        mutex = Mutex(value)
    }

    /// Runs `body` alone with the value. Never call back into the same lock from `body`: it would wait for itself.
    public borrowing func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try mutex.withLock(body)
    }
}
