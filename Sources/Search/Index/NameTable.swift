import Threading

/// Names by number, both ways; number 0 stands for no name. Names are only ever added, so one table serves every
/// snapshot and every thread.
final class NameTable: Sendable {
    private struct State {
        var names = [""]
        /// As they compare: lower case without accents.
        var folded: [[UInt8]] = [[]]
        var numbers: [String: UInt32] = [:]
        /// Where words of the first `sortedCount` names begin, in the order of the alphabet.
        var words: [WordStart] = []
        var sortedCount = 1
    }

    private struct WordStart {
        let head: UInt64
        let name: UInt32
        let offset: UInt16
    }

    /// Names looked through one by one before they are sorted in.
    private static let mostUnsorted = 1_000
    /// Names given for one prefix.
    private static let mostFound = 2_000

    private let state = Lock(State())

    func intern(_ name: String) -> UInt32 {
        guard !name.isEmpty else { return 0 }
        return state.withLock { state in
            if let known = state.numbers[name] { return known }
            let number = UInt32(state.names.count)
            state.names.append(name)
            state.folded.append(Folding.folded(name))
            state.numbers[name] = number
            return number
        }
    }

    func number(_ name: String) -> UInt32? { state.withLock { $0.numbers[name] } }

    /// The names with these numbers, in this order; a number that no name has gives an empty one.
    func names(_ numbers: [Int]) -> [String] {
        state.withLock { state in
            numbers.map { state.names.indices.contains($0) ? state.names[$0] : "" }
        }
    }

    func name(_ number: Int) -> String { state.withLock { $0.names.indices.contains(number) ? $0.names[number] : "" } }

    var count: Int { state.withLock { $0.names.count } }

    /// Keeps few enough names unsorted; the writer calls it after each commit.
    func sortIfNeeded() {
        state.withLock { state in
            if state.names.count - state.sortedCount > Self.mostUnsorted + state.sortedCount / 8 { Self.sort(&state) }
        }
    }

    /// Names one of whose words begins with `prefix` (folded), and whether it is the first.
    func find(_ prefix: [UInt8]) -> [(number: Int, isFirst: Bool)] {
        state.withLock { state in
            var found: [(number: Int, isFirst: Bool)] = []
            var low = 0
            var high = state.words.count
            while low < high {
                let middle = (low + high) / 2
                if Self.key(state.words[middle], state).lexicographicallyPrecedes(prefix) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            while low < state.words.count, found.count < Self.mostFound,
                Self.key(state.words[low], state).starts(with: prefix)
            {
                found.append((Int(state.words[low].name), state.words[low].offset == 0))
                low += 1
            }
            for number in state.sortedCount..<max(state.sortedCount, state.names.count) {
                guard let offset = Self.start(of: prefix, in: state.folded[number]) else { continue }
                found.append((number, offset == 0))
            }
            return found
        }
    }

    /// Names that are `name` (folded) whole.
    func numbers(of name: [UInt8]) -> [Int] {
        let found = find(name)
        return state.withLock { state in found.map(\.number).filter { state.folded[$0] == name } }
    }

    private static func key(_ word: WordStart, _ state: State) -> ArraySlice<UInt8> {
        state.folded[Int(word.name)][Int(word.offset)...]
    }

    private static func starts(_ name: [UInt8]) -> [Int] {
        name.indices.filter { $0 == 0 || name[$0 - 1] == 0x20 }
    }

    /// Where the first word of `name` that begins with `prefix` stands.
    private static func start(of prefix: [UInt8], in name: [UInt8]) -> Int? {
        let octets = name.span
        var isStart = true
        for index in octets.indices {
            if isStart, octets[index] == prefix.first ?? octets[index], name[index...].starts(with: prefix) {
                return index
            }
            isStart = octets[index] == 0x20
        }
        return nil
    }

    private static func sort(_ state: inout State) {
        var words: [WordStart] = []
        for number in 1..<state.names.count {
            let name = state.folded[number]
            for offset in starts(name) where offset < 256 {
                var head: UInt64 = 0
                for position in offset..<offset + 8 {
                    head = head << 8 | UInt64(position < name.count ? name[position] : 0)
                }
                words.append(WordStart(head: head, name: UInt32(number), offset: UInt16(offset)))
            }
        }
        let folded = state.folded
        words.sort { left, right in
            left.head != right.head
                ? left.head < right.head
                : folded[Int(left.name)][Int(left.offset)...].lexicographicallyPrecedes(
                    folded[Int(right.name)][Int(right.offset)...])
        }
        state.words = words
        state.sortedCount = state.names.count
    }
}
