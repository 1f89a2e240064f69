/// Hands values from one thread to one other, in order, while both work: so many wait at most, and who is ahead sleeps.
public final class Handover<Value: Sendable>: Sendable {
    private struct State: Sendable {
        var waiting: [Value] = []
        /// No value will follow.
        var isFinished = false
        /// Nobody will take any more.
        var isAbandoned = false
    }

    private let capacity: Int
    private let state = Lock(State())
    private let filled = Signal()
    private let emptied = Signal()

    /// At most `capacity` values wait, one at least.
    public init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// Waits for room. False where the other thread takes no more: the value is dropped.
    public func give(_ value: Value) -> Bool {
        while true {
            let isGiven = state.withLock { state -> Bool? in
                if state.isAbandoned { return false }
                guard state.waiting.count < capacity else { return nil }
                state.waiting.append(value)
                return true
            }
            if let isGiven {
                filled.notify()
                return isGiven
            }
            emptied.wait()
        }
    }

    /// Says that no value follows.
    public func finish() {
        state.withLock { $0.isFinished = true }
        filled.notify()
    }

    /// Waits for a value; nil after the last one.
    public func take() -> Value? {
        while true {
            let (value, isOver) = state.withLock { state -> (Value?, Bool) in
                state.waiting.isEmpty ? (nil, state.isFinished) : (state.waiting.removeFirst(), false)
            }
            if let value {
                emptied.notify()
                return value
            }
            if isOver { return nil }
            filled.wait()
        }
    }

    /// Says that no value will be taken any more: who gives is told.
    public func abandon() {
        state.withLock { state in
            state.isAbandoned = true
            state.waiting = []
        }
        emptied.notify()
    }
}
