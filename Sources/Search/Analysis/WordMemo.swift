/// Remembers which lexeme a word, as written, stands for: a language has few words and a text repeats them.
struct WordMemo {
    /// Beyond this many spellings the memo starts again empty: hostile text must not fill the memory.
    static let mostWords = 200_000

    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var starts: [Int32] = [0]
    private var spellings: [UInt8] = []
    private(set) var lexemes: [Int32] = []

    init() {
        slots = [Int32](repeating: -1, count: 4_096)
    }

    var isFull: Bool { hashes.count >= Self.mostWords }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func extend(_ hash: UInt64, _ octet: UInt8) -> UInt64 {
        (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01B3
    }

    func lexeme(hash: UInt64, text: Span<UInt8>, start: Int, end: Int) -> Int32? {
        var slot = Self.slot(hash, slots.count)
        while slots[slot] >= 0 {
            let entry = Int(slots[slot])
            if hashes[entry] == hash, matches(entry, text, start, end) { return lexemes[entry] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func insert(hash: UInt64, text: Span<UInt8>, start: Int, end: Int, lexeme: Int32) {
        if hashes.count * 2 >= slots.count { grow() }
        for index in start..<end { spellings.append(text[index]) }
        starts.append(Int32(spellings.count))
        hashes.append(hash)
        lexemes.append(lexeme)
        place(hashes.count - 1)
    }

    private func matches(_ entry: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let from = Int(starts[entry])
        guard Int(starts[entry + 1]) - from == end - start else { return false }
        for offset in 0..<(end - start) where spellings[from + offset] != text[start + offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for entry in hashes.indices { place(entry) }
    }

    private mutating func place(_ entry: Int) {
        var slot = Self.slot(hashes[entry], slots.count)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(entry)
    }

    private static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 29) & (count - 1)
    }
}
