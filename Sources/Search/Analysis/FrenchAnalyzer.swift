/// The analysis of French that indexing, queries, highlighting and alerts share: words without case and accents, elision
/// undone, inclusive forms read as one word, codes (`C++`, `R.489`, `2x8`) kept whole, forms of a word brought together.
///
/// One thread at a time. Memory is bounded (`WordMemo.mostWords`), text is read once and never refused.
public final class FrenchAnalyzer: Analyzer {
    /// Longer runs of letters are no words: they are cut.
    public static let longestWord = 64

    private var memo = WordMemo()
    private(set) var lexemes: [Lexeme] = []
    /// By lexeme: the number of its stem, -1 for a stop word.
    private(set) var stemNumbers: [Int32] = []
    private(set) var stems: [[UInt8]] = []
    private var numberOfStem: [[UInt8]: Int32] = [:]
    private let snowball: Snowball

    /// nil where libstemmer has no French.
    public init?() {
        guard let snowball = Snowball() else { return nil }
        self.snowball = snowball
    }

    /// Stems, without the words that say nothing. A spelling that does not begin with its stem ("travaux": "travail")
    /// stands beside it, so that a word being typed finds it too.
    public func terms(of text: Span<UInt8>, _ emit: (AnalyzedTerm) -> Void) {
        forgetIfFull()
        var tokens: [TextToken] = []
        analyze(text, into: &tokens)
        for token in tokens {
            let lexeme = lexemes[Int(token.lexeme)]
            guard !lexeme.isStopWord else { continue }
            let range = Int(token.start)..<Int(token.end)
            emit(AnalyzedTerm(term: lexeme.stem, range: range, isColocated: false))
            if !lexeme.folded.starts(with: lexeme.stem) {
                emit(AnalyzedTerm(term: lexeme.folded, range: range, isColocated: true))
            }
        }
    }

    func lexeme(_ token: TextToken) -> Lexeme { lexemes[Int(token.lexeme)] }

    /// Tokens of a text with their lexemes, for callers that need no speed.
    func words(_ text: String) -> [(token: TextToken, lexeme: Lexeme)] {
        forgetIfFull()
        var tokens: [TextToken] = []
        analyze(Array(text.utf8).span, into: &tokens)
        return tokens.map { ($0, lexemes[Int($0.lexeme)]) }
    }

    func lemmas(_ text: String) -> [[UInt8]] {
        words(text).filter { !$0.lexeme.isStopWord }.map(\.lexeme.lemma)
    }

    /// Bounds the memory. Lexemes' numbers hold until the next call.
    func forgetIfFull() {
        guard memo.isFull else { return }
        memo = WordMemo()
        lexemes = []
        stemNumbers = []
        stems = []
        numberOfStem = [:]
    }

    /// Appends the words of `text` to `tokens`.
    func analyze(_ text: Span<UInt8>, into tokens: inout [TextToken]) {
        var scanner = WordScanner()
        while let word = scanner.next(in: text) {
            let lexeme: Int32
            if let code = word.code {
                lexeme = intern(code: code)
            } else {
                lexeme = intern(text, word)
            }
            tokens.append(TextToken(start: Int32(word.start), end: Int32(word.extent), lexeme: lexeme))
        }
    }

    private func intern(_ text: Span<UInt8>, _ word: WordScanner.Word) -> Int32 {
        if let known = memo.lexeme(hash: word.hash, text: text, start: word.start, end: word.end) { return known }
        var folded: [UInt8] = []
        var index = word.start
        while index < word.end {
            let (folding, next) = WordScanner.folding(text, at: index)
            switch folding {
            case .ascii(let packed): Folding.append(packed, to: &folded)
            case .other(let scalar): folded.append(contentsOf: Array(String(Character(scalar)).utf8))
            case .nothing, .separator: break
            }
            index = next
        }
        let lexeme = add(folded)
        memo.insert(hash: word.hash, text: text, start: word.start, end: word.end, lexeme: lexeme)
        return lexeme
    }

    private func intern(code: [UInt8]) -> Int32 {
        let span = code.span
        var hash = WordMemo.seed
        for octet in code { hash = WordMemo.extend(hash, octet) }
        if let known = memo.lexeme(hash: hash, text: span, start: 0, end: code.count) { return known }
        let lexeme = register(Lexeme(folded: code, lemma: code, stem: code, isStopWord: false))
        memo.insert(hash: hash, text: span, start: 0, end: code.count, lexeme: lexeme)
        return lexeme
    }

    private func add(_ folded: [UInt8]) -> Int32 {
        let lemma = WordForms.lemma(folded)
        let hasLettersOnly = lemma.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
        let stem = hasLettersOnly && lemma.count > 3 ? snowball.stem(lemma) : lemma
        return register(Lexeme(folded: folded, lemma: lemma, stem: stem, isStopWord: StopWords.contains(folded)))
    }

    private func register(_ lexeme: Lexeme) -> Int32 {
        lexemes.append(lexeme)
        if lexeme.isStopWord {
            stemNumbers.append(-1)
        } else if let known = numberOfStem[lexeme.stem] {
            stemNumbers.append(known)
        } else {
            let number = Int32(stems.count)
            stems.append(lexeme.stem)
            numberOfStem[lexeme.stem] = number
            stemNumbers.append(number)
        }
        return Int32(lexemes.count - 1)
    }
}
