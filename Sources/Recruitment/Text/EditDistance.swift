/// Levenshtein's distance: how many letters must be added, dropped or replaced to make one word of another.
public enum EditDistance {
    /// The distance, or anything over `limit` where it is over it. Time and memory grow with the product of the lengths at most.
    public static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var row = Array(0...right.count)
        for (i, octet) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            var least = row[0]
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (octet == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
                least = min(least, row[j + 1])
            }
            if least > limit { return limit + 1 }
        }
        return row[right.count]
    }
}
