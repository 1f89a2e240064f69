import Glibc
import Recruitment

/// The time it is.
enum SystemClock {
    static let now: @Sendable () -> Instant = {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return Instant(secondsSinceEpoch: Int64(time.tv_sec))
    }
}
