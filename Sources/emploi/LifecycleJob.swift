import Background
import Recruitment
import Site

/// Looks after the offers' reminders and ends, five minutes late at most.
struct LifecycleJob: Job {
    let name = "lifecycle"
    let secondsBetween: Int64 = 300
    let clock: LifecycleClock

    func run(at now: Instant, mayGoOn: () -> Bool) throws {
        guard mayGoOn() else { return }
        try clock.run(at: now)
    }
}
