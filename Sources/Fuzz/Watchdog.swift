import Glibc
import Synchronization
import Threading

/// Stops the process where one input takes longer than ten seconds, and names the input on a crash.
final class Watchdog: Sendable {
    private let current = Atomic(-1)

    func progress(_ number: Int) {
        current.store(number, ordering: .relaxed)
    }

    func start() throws(ThreadError) {
        _ = try Thread(name: "watchdog") {
            var last = -2
            while true {
                sleep(10)
                let number = self.current.load(ordering: .relaxed)
                if number == last {
                    print("input \(number) hangs: run again with --first \(number) --count 1 --trace")
                    exit(2)
                }
                last = number
                // So that after a crash the last lines say where to begin again.
                print("at input \(number)")
                fflush(nil)
            }
        }
    }
}
