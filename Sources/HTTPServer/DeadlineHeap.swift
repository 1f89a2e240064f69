/// Deadlines of connections, soonest first: a binary heap. Entries are never removed early; their reader finds out whether
/// an entry still counts, so that moving a deadline back costs nothing.
struct DeadlineHeap {
    struct Entry {
        let time: Instant
        let connection: ConnectionKey
    }

    private var entries: [Entry] = []

    /// The soonest time.
    var next: Instant? { entries.first?.time }

    mutating func insert(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].time < entries[parent].time else { break }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the soonest entry out if its time has come.
    mutating func pop(until now: Instant) -> Entry? {
        guard let first = entries.first, first.time <= now else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return first }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child].time < entries[least].time {
                least = child
            }
            if least == parent { return first }
            entries.swapAt(parent, least)
            parent = least
        }
    }
}

/// Tells one connection from every other of its event loop, even from a later one with the same descriptor.
struct ConnectionKey: Hashable, Sendable {
    let descriptor: Int32
    let serial: UInt32
}
