/// JSON Lines: a record a line, empty lines skipped, a byte order mark at the beginning forgiven.
struct LineScanner: Sendable {
    private var pending: [UInt8] = []
    private var line = 1
    private var isTooLong = false

    mutating func scan(_ bytes: ArraySlice<UInt8>, _ emit: (RecordScanner.Record) -> Void) {
        var rest = bytes
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            append(rest[..<end])
            if let record = take() { emit(record) }
            line += 1
            rest = rest[(end + 1)...]
        }
        append(rest)
    }

    mutating func finish() -> RecordScanner.Record? { take() }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        if pending.count + bytes.count > RecordScanner.longestRecord {
            isTooLong = true
            pending.removeAll(keepingCapacity: true)
        }
        if !isTooLong { pending += bytes }
    }

    private mutating func take() -> RecordScanner.Record? {
        defer {
            pending.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        if isTooLong { return RecordScanner.Record(line: line, bytes: nil) }
        if line == 1, pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
        guard pending.contains(where: { $0 > 0x20 }) else { return nil }
        return RecordScanner.Record(line: line, bytes: pending)
    }
}
