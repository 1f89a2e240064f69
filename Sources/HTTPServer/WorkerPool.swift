import Threading

/// A fixed number of threads on which handlers may block. The queue is bounded: what does not fit is refused at once.
final class WorkerPool: Sendable {
    typealias Job = @Sendable (_ worker: Int) -> Void

    private struct State {
        var shared = Queue<Job>()
        /// Jobs for one worker alone, ahead of the shared ones: the next pieces of its streams.
        var own: [Queue<Job>]
        /// Workers that sleep, last asleep first awake: its caches are the warmest.
        var asleep: [Int] = []
        var isStopped = false
    }

    private let state: Lock<State>
    private let signals: [SignalBox]
    private let capacity: Int

    init(workers: Int, capacity: Int) {
        self.capacity = capacity
        state = Lock(State(own: Array(repeating: Queue(), count: workers)))
        signals = (0..<workers).map { _ in SignalBox() }
    }

    /// - Returns: false where the queue is full: the job is not taken.
    func submit(_ job: @escaping Job) -> Bool {
        let (isTaken, awakened): (Bool, Int?) = state.withLock { state in
            if let worker = state.asleep.popLast() {
                state.own[worker].append(job)
                return (true, worker)
            }
            guard state.shared.count < capacity, !state.isStopped else { return (false, nil) }
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
        while true {
            let (job, isStopped): (Job?, Bool) = state.withLock { state in
                if let job = state.own[worker].popFirst() ?? state.shared.popFirst() { return (job, false) }
                if !state.isStopped { state.asleep.append(worker) }
                return (nil, state.isStopped)
            }
            if let job {
                job(worker)
            } else if isStopped {
                return
            } else {
                signals[worker].signal.wait()
            }
        }
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
