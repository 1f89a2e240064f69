/// The 64-bit name of a sequence of words.
enum PhraseKey {
    static func of(_ words: some Sequence<[UInt8]>) -> UInt64 {
        var key: UInt64 = 0x9E37_79B9_7F4A_7C15
        for word in words { key = extend(key, word) }
        return key
    }

    static func extend(_ key: UInt64, _ word: [UInt8]) -> UInt64 {
        (key ^ TermHash.hash(word, seed: 0x1234_5678_9ABC_DEF1)) &* 0x0000_0100_0000_01B3 &+ key >> 31
    }
}
