/// From a term's hash to its number in a segment: open addressing, never changed once built.
struct TermTable: Sendable {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private(set) var count = 0

    init(capacity: Int = 1_024) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        numbers = [Int32](repeating: -1, count: size)
    }

    func number(_ hash: TermHash) -> Int? {
        var slot = Int(truncatingIfNeeded: hash.value) & (keys.count - 1)
        while numbers[slot] >= 0 {
            if keys[slot] == hash.value { return Int(numbers[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    /// Every term with its number, in no order.
    var all: some Sequence<(hash: TermHash, number: Int)> {
        numbers.indices.lazy.filter { numbers[$0] >= 0 }.map { (TermHash(value: keys[$0]), Int(numbers[$0])) }
    }

    /// The number of the term, a new one where it has none yet.
    mutating func intern(_ hash: TermHash) -> Int {
        if count * 2 >= keys.count { grow() }
        var slot = Int(truncatingIfNeeded: hash.value) & (keys.count - 1)
        while numbers[slot] >= 0 {
            if keys[slot] == hash.value { return Int(numbers[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        keys[slot] = hash.value
        numbers[slot] = Int32(count)
        count += 1
        return count - 1
    }

    private mutating func grow() {
        let (oldKeys, oldNumbers) = (keys, numbers)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        numbers = [Int32](repeating: -1, count: oldKeys.count * 2)
        for index in oldKeys.indices where oldNumbers[index] >= 0 {
            var slot = Int(truncatingIfNeeded: oldKeys[index]) & (keys.count - 1)
            while numbers[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = oldKeys[index]
            numbers[slot] = oldNumbers[index]
        }
    }
}
