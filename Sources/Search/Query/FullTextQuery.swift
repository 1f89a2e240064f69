/// A search in a full-text table (FTS5) whose terms are `FrenchAnalyzer`'s: all words, "quoted phrases", -excluded words,
/// OR. The last word may be unfinished. Whatever is typed has a reading, and none is an error to FTS5: only words the
/// analyser found get into an expression, each between quotes.
public struct FullTextQuery: Sendable, Hashable {
    /// What to look for; nil where no word is asked for.
    public let expression: String?
    /// What must not be there; nil where nothing is excluded, or `expression` says it.
    public let exclusion: String?
    /// Whether something was typed and no word is in it: nothing answers that.
    public let isUnreadable: Bool
    private let stems: Set<[UInt8]>
    /// The last word as typed, folded.
    private let beginning: [UInt8]?

    init(_ text: String, analyzer: FrenchAnalyzer) {
        let query = QueryText(text, analyzer: analyzer)
        var alternatives: [[String]] = []
        var excluded: [String] = []
        var stems: Set<[UInt8]> = []
        var beginning: [UInt8]?
        var groups: [(role: QueryText.Role, words: [QueryText.Word])] = []
        for word in query.words where !word.lexeme.isStopWord {
            if word.role != .plain, let last = groups.last, last.role == word.role {
                groups[groups.count - 1].words.append(word)
            } else {
                groups.append((word.role, [word]))
            }
        }
        for (index, group) in groups.enumerated() {
            let phrase = group.words.map { Self.quotable(query.text(in: $0.range)) }.joined(separator: " ")
            var term = "\"\(phrase)\""
            switch group.role {
            case .excluded:
                excluded.append(term)
                continue
            case .phrase: break
            case .plain:
                if index == groups.count - 1, let word = group.words.last, word.lexeme.folded.count >= Self.beginning {
                    term += " *"
                    beginning = word.lexeme.folded
                }
            }
            for word in group.words { stems.insert(word.lexeme.stem) }
            if group.words[0].followsOr, !alternatives.isEmpty {
                alternatives[alternatives.count - 1].append(term)
            } else {
                alternatives.append([term])
            }
        }
        let wanted = alternatives.map { "(" + $0.joined(separator: " OR ") + ")" }.joined(separator: " AND ")
        let unwanted = excluded.joined(separator: " OR ")
        isUnreadable = query.words.isEmpty && !text.allSatisfy(\.isWhitespace)
        self.stems = stems
        self.beginning = beginning
        if wanted.isEmpty {
            expression = nil
            exclusion = unwanted.isEmpty ? nil : unwanted
        } else {
            expression = unwanted.isEmpty ? wanted : "\(wanted) NOT (\(unwanted))"
            exclusion = nil
        }
    }

    /// Letters from which an unfinished word is looked for.
    private static let beginning = 2

    /// A word holds neither quotes nor NUL; should that change, FTS5 must not see them.
    private static func quotable(_ word: String) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.map { $0.value < 0x20 || $0 == "\"" ? " " : $0 }))
    }

    /// Octets of `text` (UTF-8) whose words are looked for.
    func marks(in text: String, analyzer: FrenchAnalyzer) -> [Range<Int>] {
        analyzer.words(text).filter { _, lexeme in
            stems.contains(lexeme.stem) || beginning.map { lexeme.folded.starts(with: $0) } ?? false
        }.map { Int($0.token.start)..<Int($0.token.end) }
    }
}
