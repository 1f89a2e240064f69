/// A word as the index knows it.
struct Lexeme: Sendable {
    /// Lower case, no accents.
    let folded: [UInt8]
    /// Masculine singular of `folded`.
    let lemma: [UInt8]
    /// Snowball's stem of `lemma`: what text is searched by.
    let stem: [UInt8]
    let isStopWord: Bool
}
