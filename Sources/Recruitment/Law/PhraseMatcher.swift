/// Finds many phrases in one pass over a text.
///
/// A word is looked up once; only phrases that begin with it are tried, and each looks at a bounded number of words: work is
/// linear in the text whatever it holds.
struct PhraseMatcher {
    struct Hit: Equatable {
        /// Index of the phrase as given at the beginning.
        let phrase: Int
        /// Indices of words.
        let words: Range<Int>
    }

    private enum Element {
        case words([Int])
        case number(ClosedRange<Int>)
        case any(ClosedRange<Int>)
    }

    private struct Step {
        let element: Element
        let isOptional: Bool
    }

    private let phrases: [[Step]]
    private let identifiers: [String: Int]
    private let startingWithWord: [[Int]]
    private let startingWithNumber: [Int]

    private static let unknown = -1

    init(_ sources: [Phrase]) {
        var identifiers: [String: Int] = [:]
        func identifier(_ word: String) -> Int {
            let known = identifiers[word, default: identifiers.count]
            identifiers[word] = known
            return known
        }
        let phrases = sources.map { source in
            source.steps.map { step in
                let element: Element =
                    switch step.element {
                    case .words(let words): .words(words.map(identifier))
                    case .number(let range): .number(range)
                    case .any(let count): .any(count)
                    }
                return Step(element: element, isOptional: step.isOptional)
            }
        }
        var startingWithWord = [[Int]](repeating: [], count: identifiers.count)
        var startingWithNumber: [Int] = []
        for (index, steps) in phrases.enumerated() {
            switch steps.first?.element {
            case .words(let words): for word in words { startingWithWord[word].append(index) }
            case .number: startingWithNumber.append(index)
            case .any, nil: break
            }
        }
        self.phrases = phrases
        self.identifiers = identifiers
        self.startingWithWord = startingWithWord
        self.startingWithNumber = startingWithNumber
    }

    /// Every place where a phrase begins, each with the shortest text that fulfils it.
    func hits(in text: FoldedText) -> [Hit] {
        let identified = text.words.map { identifiers[$0.text] ?? Self.unknown }
        var hits: [Hit] = []
        var sentence = 0..<0
        for (index, word) in text.words.enumerated() {
            if index == sentence.upperBound { sentence = text.sentence(from: index) }
            for phrase in candidates(word, identified[index]) {
                let reading = Reading(words: text.words, identified: identified, limit: sentence.upperBound)
                guard let end = reading.end(of: phrases[phrase][...], from: index) else { continue }
                hits.append(Hit(phrase: phrase, words: index..<end))
            }
        }
        return hits
    }

    private func candidates(_ word: FoldedText.Word, _ identifier: Int) -> [Int] {
        if word.number != nil { return startingWithNumber }
        return identifier == Self.unknown ? [] : startingWithWord[identifier]
    }

    /// One sentence being compared with one phrase.
    private struct Reading {
        let words: [FoldedText.Word]
        let identified: [Int]
        /// Where the sentence ends.
        let limit: Int

        func end(of steps: ArraySlice<Step>, from index: Int) -> Int? {
            guard let step = steps.first else { return index }
            let rest = steps.dropFirst()
            if case .any(let count) = step.element {
                for skipped in count where index + skipped <= limit {
                    if let end = end(of: rest, from: index + skipped) { return end }
                }
            } else if index < limit, holds(step.element, at: index), let end = end(of: rest, from: index + 1) {
                return end
            }
            return step.isOptional ? end(of: rest, from: index) : nil
        }

        private func holds(_ element: Element, at index: Int) -> Bool {
            switch element {
            case .words(let accepted): accepted.contains(identified[index])
            case .number(let range): words[index].number.map(range.contains) ?? false
            case .any: true
            }
        }
    }
}
