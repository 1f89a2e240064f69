/// A word found in a text: octets `start..<end` of its UTF-8, and which word it is.
struct TextToken: Sendable, Hashable {
    let start: Int32
    let end: Int32
    /// Index in the analyser's lexemes.
    let lexeme: Int32
}
