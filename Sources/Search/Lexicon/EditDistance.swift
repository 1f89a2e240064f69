/// Damerau's distance (restricted): letters put in, left out, changed, or two neighbours swapped.
enum EditDistance {
    /// The distance, or `limit + 1` where it is more than `limit`.
    static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var row = last
        for i in 1...max(1, left.count) where !left.isEmpty {
            row[0] = i
            var least = i
            for j in 1...max(1, right.count) where !right.isEmpty {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    cost = min(cost, beforeLast[j - 2] + 1)
                }
                row[j] = cost
                least = min(least, cost)
            }
            if least > limit { return limit + 1 }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return min(last[right.count], limit + 1)
    }
}
