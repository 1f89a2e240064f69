import Glibc
import Threading

/// A fixed number of threads on which handlers may block.
///
/// The queue is bounded in number and in time: a job that would wait longer than `patience` at the pace of the last ones is
/// refused at once. So light pages ride out a rush that would overrun a short queue, and slow ones do not pile up.
final class WorkerPool: Sendable {
    typealias Job = @Sendable (_ worker: Int) -> Void

    private struct State {
        var shared = Queue<Job>()
        /// Jobs for one worker alone, ahead of the shared ones: the next pieces of its streams.
        var own: [Queue<Job>]
        /// Workers that sleep, last asleep first awake: its caches are the warmest.
        var asleep: [Int] = []
        var isStopped = false
        /// Jobs that may wait.
        var capacity: Int
        /// Microseconds that a job takes, as a moving average.
        var pace = 0.0
        var ended = 0
    }

    private let state: Lock<State>
    private let signals: [SignalBox]
    private let longest: Int
    private let patience: Double
    /// Jobs that may wait however slow they are.
    private static let shortest = 16

    /// - Parameters:
    ///   - capacity: Jobs that may wait at most.
    ///   - patience: Milliseconds that a job may wait.
    init(workers: Int, capacity: Int, patience: Int) {
        longest = capacity
        self.patience = Double(patience) * 1_000 * Double(workers)
        state = Lock(State(own: Array(repeating: Queue(), count: workers), capacity: capacity))
        signals = (0..<workers).map { _ in SignalBox() }
    }

    /// - Returns: false where the queue is full: the job is not taken.
    func submit(_ job: @escaping Job) -> Bool {
        let (isTaken, awakened): (Bool, Int?) = state.withLock { state in
            if let worker = state.asleep.popLast() {
                state.own[worker].append(job)
                return (true, worker)
            }
            guard state.shared.count < state.capacity, !state.isStopped else { return (false, nil) }
            state.shared.append(job)
            return (true, nil)
        }
        if let awakened { signals[awakened].signal.notify() }
        return isTaken
    }

    /// Gives a job to one worker, ahead of the queue and whatever its length.
    func submit(to worker: Int, _ job: @escaping Job) {
        let isAsleep = state.withLock { state in
            state.own[worker].append(job)
            guard let place = state.asleep.firstIndex(of: worker) else { return false }
            state.asleep.remove(at: place)
            return true
        }
        if isAsleep { signals[worker].signal.notify() }
    }

    /// A worker's life: returns after `stop`, once the queue is empty.
    func work(as worker: Int) {
        var spent: Double?
        while true {
            let (job, isStopped): (Job?, Bool) = state.withLock { state in
                if let spent { adapt(&state, to: spent) }
                if let job = state.own[worker].popFirst() ?? state.shared.popFirst() { return (job, false) }
                if !state.isStopped { state.asleep.append(worker) }
                return (nil, state.isStopped)
            }
            spent = nil
            if let job {
                let start = Self.microseconds
                job(worker)
                spent = Self.microseconds - start
            } else if isStopped {
                state.withLock { $0.ended += 1 }
                return
            } else {
                signals[worker].signal.wait()
            }
        }
    }

    /// Waits until every worker has returned, at most until `deadline`: no thread can be made to leave a handler.
    func waitForEnd(until deadline: Instant) {
        while Instant.now < deadline, state.withLock({ $0.ended < $0.own.count }) { usleep(2_000) }
    }

    private func adapt(_ state: inout State, to spent: Double) {
        state.pace += (spent - state.pace) / 32
        let fitting = patience / max(1, state.pace)
        state.capacity = min(longest, max(Self.shortest, Int(min(fitting, 1_000_000))))
    }

    private static var microseconds: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    func stop() {
        state.withLock { state in
            state.isStopped = true
            state.asleep = []
        }
        for box in signals { box.signal.notify() }
    }
}

/// An array cannot hold what cannot be copied.
private final class SignalBox: Sendable {
    let signal = Signal()
}

/// First in, first out; amortised constant time.
private struct Queue<Element> {
    private var elements: [Element?] = []
    private var head = 0

    var count: Int { elements.count - head }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        defer {
            elements[head] = nil
            head += 1
            if head == elements.count {
                elements.removeAll(keepingCapacity: true)
                head = 0
            } else if head > 64, head * 2 > elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }
}
