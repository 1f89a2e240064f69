/// Counts by number where numbers are many and few of them occur in one query: beginning and ending cost what occurs.
struct NameCounts: Sendable {
    private var counts: [UInt32] = []
    /// Numbers that have been counted.
    private(set) var counted: [Int] = []

    subscript(number: Int) -> UInt32 { counts[number] }

    /// Forgets all counts; numbers up to `count` will come.
    mutating func clear(_ count: Int) {
        for number in counted { counts[number] = 0 }
        counted.removeAll(keepingCapacity: true)
        if counts.count < count { counts += [UInt32](repeating: 0, count: count - counts.count) }
    }

    mutating func add(_ number: Int) {
        if counts[number] == 0 { counted.append(number) }
        counts[number] += 1
    }

    /// Adds the numbers that `column` has for `documents`.
    mutating func tally(_ column: [UInt32], _ documents: [UInt16]) {
        Self.tally(column, documents, &counts, &counted)
    }

    private static func tally(
        _ column: [UInt32], _ documents: [UInt16], _ counts: inout [UInt32], _ counted: inout [Int]
    ) {
        let (values, documents) = (column.span, documents.span)
        var sums = counts.mutableSpan
        for index in documents.indices {
            let number = Int(values[Int(documents[index])])
            if sums[number] == 0 { counted.append(number) }
            sums[number] &+= 1
        }
    }
}
