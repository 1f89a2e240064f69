import Glibc
import SearchFixtures

/// What the system says of this process.
enum Process {
    /// Resident memory, MB.
    static var residentMegabytes: Int {
        let text = (try? TextFile.read("/proc/self/status")) ?? ""
        for line in text.split(separator: "\n") where line.hasPrefix("VmRSS:") {
            let kilobytes = line.split(separator: " ").compactMap { Int($0) }.first ?? 0
            return kilobytes / 1_024
        }
        return 0
    }

    /// Processor time of this thread: on a machine that others use too, what a query itself costs.
    static var processorTime: Duration {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Processor time of `body`.
    static func measure(_ body: () -> Void) -> Duration {
        let start = processorTime
        body()
        return processorTime - start
    }
}
