import HTTP1

/// The cached answers of one event loop, bounded in octets. Which one goes when room is needed is decided by the clock
/// algorithm: one not asked for since the hand last passed.
struct PageCache {
    private struct Place {
        var page: CachedPage
        var hash: Int
        var isUsed: Bool
        /// How often the page was given to readers that count since that was last told.
        var answers = 0
    }

    private let capacity: Int
    private var cost = 0
    private var generation: UInt64 = 0
    private var places: [Place] = []
    private var positions: [Int: Int] = [:]
    private var hand = 0
    /// The keys of the last generation's pages.
    private var former: Set<Int> = []
    // Reused, so that looking up allocates nothing.
    private var keyBuffer: [UInt8] = []
    private let counts: (Span<UInt8>) -> Bool

    /// `counts` says of a User-Agent whether who calls himself so is a reader to count.
    init(capacity: Int, counts: @escaping (Span<UInt8>) -> Bool = { _ in true }) {
        self.capacity = capacity
        self.counts = counts
        keyBuffer.reserveCapacity(4_096)
    }

    /// The key of the last request looked up.
    var lastKey: [UInt8] { keyBuffer }
    /// The hash of that key.
    private(set) var lastHash = 0

    /// The page for a request, if there is one of this generation.
    mutating func page(
        _ index: HeadIndex, _ octets: Span<UInt8>, isSecure: Bool, generation: UInt64
    ) -> CachedPage? {
        keyBuffer.removeAll(keepingCapacity: true)
        keyBuffer.append(isSecure ? 1 : 0)
        append(octets, index.target)
        append(octets, index.value(.host))
        append(octets, index.value(.accept))
        append(octets, index.value(.acceptEncoding))
        if self.generation != generation {
            removeAll()
            self.generation = generation
        }
        lastHash = Self.hash(keyBuffer)
        guard let position = positions[lastHash], places[position].page.key == keyBuffer else { return nil }
        places[position].isUsed = true
        if places[position].page.givenAgain != nil, index.method == .get, isReader(index, octets) {
            places[position].answers += 1
        }
        return places[position].page
    }

    private func isReader(_ index: HeadIndex, _ octets: Span<UInt8>) -> Bool {
        counts(octets.extracting(index.value(.userAgent) ?? 0..<0))
    }

    /// Whether the last generation had a page of this hash, so that this one most likely will.
    func expects(_ hash: Int) -> Bool {
        former.contains(hash)
    }

    /// Keeps a page, and lets others go where there is no room.
    mutating func insert(_ page: CachedPage) {
        guard page.generation == generation, page.cost <= capacity else { return }
        let hash = Self.hash(page.key)
        if let position = positions[hash] { remove(position) }
        while cost + page.cost > capacity { evict() }
        positions[hash] = places.count
        places.append(Place(page: page, hash: hash, isUsed: false))
        cost += page.cost
    }

    private static func hash(_ key: [UInt8]) -> Int {
        var hasher = Hasher()
        unsafe key.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    private mutating func append(_ octets: Span<UInt8>, _ range: Range<Int>?) {
        // NUL stands in no target and no field value; a missing field is another thing than an empty one.
        if let range {
            let part = octets.extracting(range)
            unsafe part.withUnsafeBufferPointer { unsafe keyBuffer.append(contentsOf: $0) }
            keyBuffer.append(0)
        } else {
            keyBuffer.append(1)
        }
    }

    private mutating func evict() {
        while true {
            if hand >= places.count { hand = 0 }
            if places[hand].isUsed {
                places[hand].isUsed = false
                hand += 1
            } else {
                remove(hand)
                return
            }
        }
    }

    private mutating func remove(_ position: Int) {
        let removed = places[position]
        tell(removed)
        cost -= removed.page.cost
        positions[removed.hash] = nil
        let last = places.removeLast()
        guard position < places.count else { return }
        places[position] = last
        positions[last.hash] = position
    }

    private func tell(_ place: Place) {
        if place.answers > 0 { place.page.givenAgain?(place.answers) }
    }

    /// Tells of every page how often it was given since that was last told.
    mutating func tellAll() {
        for position in places.indices {
            tell(places[position])
            places[position].answers = 0
        }
    }

    /// Lets every page go.
    mutating func removeAll() {
        for place in places { tell(place) }
        former = Set(positions.keys)
        places.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        cost = 0
        hand = 0
    }
}
