/// The best results so far, at most `limit`: a heap with the worst on top.
struct Ranking {
    struct Entry {
        let key: Int64
        let id: UInt32
        let segment: Int32
        let document: Int32

        func isBetter(than other: Entry) -> Bool { key != other.key ? key > other.key : id > other.id }
    }

    let limit: Int
    private var heap: [Entry] = []
    /// Keys below this cannot enter.
    private(set) var threshold = Int64.min

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(min(limit, 2_100))
    }

    mutating func insert(_ entry: Entry) {
        guard limit > 0 else { return }
        if heap.count < limit {
            heap.append(entry)
            var child = heap.count - 1
            while child > 0, heap[(child - 1) / 2].isBetter(than: heap[child]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
            if heap.count == limit { threshold = heap[0].key }
        } else if entry.isBetter(than: heap[0]) {
            heap[0] = entry
            var parent = 0
            while true {
                let left = 2 * parent + 1
                guard left < heap.count else { break }
                let right = left + 1
                let worse = right < heap.count && heap[left].isBetter(than: heap[right]) ? right : left
                guard heap[parent].isBetter(than: heap[worse]) else { break }
                heap.swapAt(parent, worse)
                parent = worse
            }
            threshold = heap[0].key
        }
    }

    var isFull: Bool { heap.count == limit }

    /// Best first.
    func sorted() -> [Entry] { heap.sorted { $0.isBetter(than: $1) } }
}
