internal import CSQLite

/// The moment after which a connection's running statement is interrupted; shared with SQLite's progress handler.
final class Deadline {
    private var instant: ContinuousClock.Instant?

    func set(_ limit: Duration?) {
        instant = limit.map { ContinuousClock.now + $0 }
    }

    fileprivate var isPast: Bool {
        guard let instant else { return false }
        return ContinuousClock.now > instant
    }

    /// Has SQLite look at this deadline every `steps` virtual-machine steps. The connection must keep `self` alive as long
    /// as it is open.
    func watch(_ connection: OpaquePointer, every steps: Int32) {
        unsafe sqlite3_progress_handler(
            connection, steps,
            { context in
                guard let context = unsafe context else { return 0 }
                return unsafe Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().isPast ? 1 : 0
            },
            Unmanaged.passUnretained(self).toOpaque())
    }
}
