import Threading

/// Counts requests by who makes them, so many in a window of a minute that begins with the first of them. Memory is bounded: a
/// fixed table in which a flood of newcomers forgets those whose window began first.
final class RequestLimiter: Sendable {
    static let window: Int64 = 60

    struct Verdict: Sendable, Hashable {
        let quota: Int
        /// Requests left in the window after this one; negative if this one was too many.
        let left: Int
        /// Until the window ends.
        let seconds: Int

        var isAllowed: Bool { left >= 0 }
    }

    private struct Slot {
        var key = 0
        var start: Int64 = 0
        var count = 0
    }

    private static let ways = 8

    private let sets: Int
    private let slots: Lock<[Slot]>

    /// - Parameter capacity: clients remembered at once, rounded up to a multiple of eight.
    init(capacity: Int = 65_536) {
        sets = max(1, (capacity + Self.ways - 1) / Self.ways)
        slots = Lock(Array(repeating: Slot(), count: sets * Self.ways))
    }

    /// Counts a request of `client` at second `now`, as `cost` requests, or as all of a smaller quota.
    func count(_ client: String, cost: Int = 1, quota: Int, at now: Int64) -> Verdict {
        // Seeded by the process: nobody outside can aim at a slot.
        let key = client.hashValue
        let first = Int(UInt(bitPattern: key) % UInt(sets)) * Self.ways
        return slots.withLock { slots in
            let place = Self.place(of: key, in: slots, from: first)
            var slot = slots[place]
            // A clock that was put back begins a window too.
            if slot.key != key || now >= slot.start + Self.window || now < slot.start {
                slot = Slot(key: key, start: now, count: 0)
            }
            slot.count = min(slot.count + min(cost, quota), quota + 1)
            slots[place] = slot
            return Verdict(quota: quota, left: quota - slot.count, seconds: Int(slot.start + Self.window - now))
        }
    }

    /// The client's slot, else the one whose window began first.
    private static func place(of key: Int, in slots: [Slot], from first: Int) -> Int {
        var oldest = first
        for place in first..<first + ways {
            if slots[place].key == key { return place }
            if slots[place].start < slots[oldest].start { oldest = place }
        }
        return oldest
    }
}
