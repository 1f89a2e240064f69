import Glibc

/// The one lock of the project: a value that only one thread at a time may see.
///
/// It stands on a pthread mutex, which the thread sanitizer knows: every contended `Synchronization.Mutex` is reported
/// falsely (docs/decisions/0101-lock.md).
public struct Lock<Value>: ~Copyable, Sendable {
    // The address of the mutex and its value. As an integer the lock is Sendable without `@unchecked`: nobody else
    // knows the address, and `withLock` is its only reader.
    private let address: UInt

    public init(_ value: sending Value) {
        let cell = UnsafeMutablePointer<LockedCell<Value>>.allocate(capacity: 1)
        unsafe cell.initialize(to: LockedCell(value: value))
        unsafe pthread_mutex_init(&cell.pointee.mutex, nil)
        address = UInt(bitPattern: cell)
    }

    deinit {
        let cell = unsafe self.cell
        unsafe pthread_mutex_destroy(&cell.pointee.mutex)
        unsafe cell.deinitialize(count: 1)
        unsafe cell.deallocate()
    }

    /// Runs `body` alone with the value. Never call back into the same lock from `body`: it would wait for itself.
    public borrowing func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        let cell = unsafe self.cell
        unsafe pthread_mutex_lock(&cell.pointee.mutex)
        defer { unsafe pthread_mutex_unlock(&cell.pointee.mutex) }
        return try unsafe body(&cell.pointee.value)
    }

    private var cell: UnsafeMutablePointer<LockedCell<Value>> {
        guard let cell = unsafe UnsafeMutablePointer<LockedCell<Value>>(bitPattern: address) else {
            preconditionFailure("a lock has an address")
        }
        return unsafe cell
    }
}

/// A mutex beside what it protects, at one address for the lock's whole life.
@unsafe struct LockedCell<Value> {
    var mutex = unsafe pthread_mutex_t()
    var value: Value
}
