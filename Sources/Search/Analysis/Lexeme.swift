/// A word as the index knows it.
final class Lexeme: Sendable {
    /// Lower case, no accents.
    let folded: [UInt8]
    /// Masculine singular of `folded`.
    let lemma: [UInt8]
    /// Snowball's stem of `lemma`: what text is searched by.
    let stem: [UInt8]
    let isStopWord: Bool
    /// What the word may say of an offer's conditions.
    let trigger: TextHints.Trigger?

    init(folded: [UInt8], lemma: [UInt8], stem: [UInt8], isStopWord: Bool) {
        self.folded = folded
        self.lemma = lemma
        self.stem = stem
        self.isStopWord = isStopWord
        trigger = TextHints.trigger(folded)
    }
}
