/// Finds the documents of one segment that a concept means, and adds its points to them.
struct ConceptMatcher {
    private let segment: Segment
    /// Postings of the plan's terms in this segment, by number.
    private let lists: [Postings.List]
    private let everywhere: Postings.Entries
    private let prominent: Postings.Entries
    /// Whether the documents found are given points: where they bear on no order they are not looked up.
    private let scores: Bool

    /// Where a list is so many times longer than another one, its documents are sought instead of gone through.
    private static let seeking = 16

    init(segment: Segment, lists: [Postings.List], scores: Bool) {
        self.segment = segment
        self.scores = scores
        self.lists = lists
        everywhere = segment.postings.all
        prominent = segment.postings.prominent
    }

    /// `found` is empty.
    func match(_ concept: Plan.Concept, into found: inout Bitmap, points: inout [Int32]) {
        guard scores else { return match(concept, into: &found) }
        match(concept.clauses, concept.occupations, into: &found, points: &points)
        for hint in concept.hints {
            addPoints(hint, matches(hint).filter { found.contains(Int($0)) }, &points)
        }
        guard !concept.widerClauses.isEmpty || !concept.widerOccupations.isEmpty else { return }
        found.forEach { points[$0] &+= Scoring.asked }
        match(concept.widerClauses, concept.widerOccupations, into: &found, points: &points)
    }

    private func match(
        _ clauses: [Plan.Clause], _ occupations: [Plan.OccupationWeight], into found: inout Bitmap,
        points: inout [Int32]
    ) {
        // Titles that were not typed count only where the words typed are not in the title already.
        let hasEquivalents = clauses.contains { $0.percent < 100 }
        var typed = Bitmap(count: hasEquivalents ? segment.count : 0)
        for clause in clauses {
            if clause.percent < 100 {
                let matched = matches(clause).filter { !typed.contains(Int($0)) }
                addPoints(clause, matched, &points)
                found.insert(matched)
                continue
            }
            if clause.words.count == 1, let word = clause.words.first {
                match(word, clause, into: &found, points: &points)
            } else {
                let matched = matches(clause)
                addPoints(clause, matched, &points)
                found.insert(matched)
            }
            if hasEquivalents { typed.insert(all(clause.words, least: TermPayload.title)) }
        }
        for occupation in occupations {
            let documents = segment.byOccupation[occupation.occupation]
            found.insert(documents)
            var scores = points.mutableSpan
            for document in documents { scores[Int(document)] &+= occupation.weight }
        }
    }

    private func match(_ concept: Plan.Concept, into found: inout Bitmap) {
        for clause in concept.clauses + concept.widerClauses {
            if clause.words.count == 1, let word = clause.words.first, clause.percent == 100 {
                let list = lists[word.stemList]
                found.insert(
                    clause.isProminent ? prominent.documents[list.prominent] : everywhere.documents[list.all])
            } else {
                found.insert(matches(clause))
            }
        }
        for occupation in concept.occupations + concept.widerOccupations {
            found.insert(segment.byOccupation[occupation.occupation])
        }
    }

    /// The documents of a clause, in order.
    func matches(_ clause: Plan.Clause) -> [UInt16] {
        let matched = all(clause.words, least: clause.isProminent ? TermPayload.employer : 0)
        guard clause.isPhrase, clause.words.count > 1 else { return matched }
        return PhraseMatcher(segment: segment).documents(clause.words, among: matched)
    }

    /// Documents that have all the words with a payload of at least `least`, in order: the flags of title, occupation
    /// and employer are the highest bits, in this order.
    private func all(_ words: [Plan.Word], least: UInt8) -> [UInt16] {
        let isProminent = least >= TermPayload.employer
        let entries = isProminent ? prominent : everywhere
        let ranges = words.map { isProminent ? lists[$0.stemList].prominent : lists[$0.stemList].all }
        let sorted = ranges.sorted { $0.count < $1.count }
        guard let rarest = sorted.first else { return [] }
        let (list, payloads) = (entries.documents.span, entries.payloads.span)
        var matched: [UInt16] = []
        matched.reserveCapacity(rarest.count)
        for posting in rarest where payloads[posting] >= least { matched.append(list[posting]) }
        for other in sorted.dropFirst() where !matched.isEmpty {
            var both: [UInt16] = []
            both.reserveCapacity(matched.count)
            forEach(of: matched, in: other, of: entries) { if payloads[$0] >= least { both.append(list[$0]) } }
            matched = both
        }
        return matched
    }

    /// Gives the postings of `range` whose documents are among `chosen`, in order.
    @inline(__always)
    private func forEach(
        of chosen: [UInt16], in range: Range<Int>, of entries: Postings.Entries, _ body: (Int) -> Void
    ) {
        let (list, chosen) = (entries.documents.span, chosen.span)
        var posting = range.lowerBound
        if chosen.count * Self.seeking < range.count {
            for index in chosen.indices {
                let document = chosen[index]
                var step = 1
                while posting + step < range.upperBound, list[posting + step] < document { step *= 2 }
                var high = min(range.upperBound, posting + step + 1)
                while posting < high {
                    let middle = (posting + high) / 2
                    if list[middle] < document { posting = middle + 1 } else { high = middle }
                }
                if posting == range.upperBound { return }
                if list[posting] == document { body(posting) }
            }
            return
        }
        var index = 0
        while index < chosen.count, posting < range.upperBound {
            let (wanted, document) = (chosen[index], list[posting])
            if wanted == document { body(posting) }
            index &+= wanted <= document ? 1 : 0
            posting &+= document <= wanted ? 1 : 0
        }
    }

    /// One word: by far the most frequent case, and the longest lists.
    private func match(_ word: Plan.Word, _ clause: Plan.Clause, into found: inout Bitmap, points: inout [Int32]) {
        let importance = word.importance * clause.percent / 100
        let entries = clause.isProminent ? prominent : everywhere
        let range = clause.isProminent ? lists[word.stemList].prominent : lists[word.stemList].all
        let (list, payloads) = (entries.documents.span, entries.payloads.span)
        var scores = points.mutableSpan
        let worth = Scoring.stemTable(importance: importance)
        let table = worth.span
        var words = found.words.mutableSpan
        for posting in range {
            let document = Int(list[posting])
            scores[document] &+= table[Int(payloads[posting])]
            words[document >> 6] |= 1 << UInt64(document & 63)
        }
        addTitle(word, importance, &scores)
    }

    /// The exact word in titles.
    private func addTitle(_ word: Plan.Word, _ importance: Int32, _ scores: inout MutableSpan<Int32>) {
        let (list, payloads) = (everywhere.documents.span, everywhere.payloads.span)
        let worth = Scoring.lemmaTable(importance: importance)
        let table = worth.span
        for posting in lists[word.lemmaList].all { scores[Int(list[posting])] &+= table[Int(payloads[posting])] }
    }

    private func addPoints(_ clause: Plan.Clause, _ matched: [UInt16], _ points: inout [Int32]) {
        guard !matched.isEmpty else { return }
        let share = Int32(clause.words.count)
        for word in clause.words {
            let importance = word.importance * clause.percent / 100
            let (stem, lemma) = (lists[word.stemList], lists[word.lemmaList])
            let worth = Scoring.stemTable(importance: importance)
            if clause.isProminent {
                add(stem.prominent, of: prominent, worth, share, matched, &points)
            } else {
                add(stem.all, of: everywhere, worth, share, matched, &points)
            }
            add(lemma.all, of: everywhere, Scoring.lemmaTable(importance: importance), share, matched, &points)
        }
    }

    private func add(
        _ range: Range<Int>, of entries: Postings.Entries, _ worth: [Int32], _ share: Int32, _ matched: [UInt16],
        _ points: inout [Int32]
    ) {
        let (list, payloads, table) = (entries.documents.span, entries.payloads.span, worth.span)
        var scores = points.mutableSpan
        forEach(of: matched, in: range, of: entries) {
            scores[Int(list[$0])] &+= table[Int(payloads[$0])] / share
        }
    }
}
