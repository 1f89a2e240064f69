import Glibc

/// Lets a thread sleep until another has something for it: a binary semaphore. A `notify` that comes first is kept.
public struct Signal: ~Copyable, Sendable {
    // As an integer, for the same reason as in `Lock`.
    private let address: UInt

    public init() {
        let cell = UnsafeMutablePointer<SignalCell>.allocate(capacity: 1)
        unsafe cell.initialize(to: SignalCell())
        unsafe pthread_mutex_init(&cell.pointee.mutex, nil)
        unsafe pthread_cond_init(&cell.pointee.condition, nil)
        address = UInt(bitPattern: cell)
    }

    deinit {
        let cell = unsafe self.cell
        unsafe pthread_cond_destroy(&cell.pointee.condition)
        unsafe pthread_mutex_destroy(&cell.pointee.mutex)
        unsafe cell.deallocate()
    }

    /// Wakes the thread that waits, or the next one that will.
    public borrowing func notify() {
        let cell = unsafe self.cell
        unsafe pthread_mutex_lock(&cell.pointee.mutex)
        unsafe cell.pointee.isRaised = true
        unsafe pthread_mutex_unlock(&cell.pointee.mutex)
        unsafe pthread_cond_signal(&cell.pointee.condition)
    }

    /// Sleeps until notified, and takes the notification.
    public borrowing func wait() {
        let cell = unsafe self.cell
        unsafe pthread_mutex_lock(&cell.pointee.mutex)
        while unsafe !cell.pointee.isRaised {
            unsafe pthread_cond_wait(&cell.pointee.condition, &cell.pointee.mutex)
        }
        unsafe cell.pointee.isRaised = false
        unsafe pthread_mutex_unlock(&cell.pointee.mutex)
    }

    private var cell: UnsafeMutablePointer<SignalCell> {
        guard let cell = unsafe UnsafeMutablePointer<SignalCell>(bitPattern: address) else {
            preconditionFailure("a signal has an address")
        }
        return unsafe cell
    }
}

@unsafe private struct SignalCell {
    var mutex = unsafe pthread_mutex_t()
    var condition = pthread_cond_t()
    var isRaised = false
}
