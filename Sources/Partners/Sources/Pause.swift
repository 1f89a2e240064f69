import Glibc

/// Waiting that can be cut short.
enum Pause {
    private static let slice: Int64 = 200

    /// Waits, asking between slices whether to go on; returns what was said last.
    static func wait(milliseconds: Int64, _ mayGoOn: () -> Bool) -> Bool {
        var left = milliseconds
        while left > 0 {
            guard mayGoOn() else { return false }
            let now = min(left, slice)
            usleep(UInt32(now * 1_000))
            left -= now
        }
        return mayGoOn()
    }
}
