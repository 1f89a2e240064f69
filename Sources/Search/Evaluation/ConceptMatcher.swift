/// Finds the documents of one segment that a concept means, and adds its points to them.
struct ConceptMatcher {
    let segment: Segment

    func match(_ concept: Plan.Concept, into found: inout Bitmap, points: inout [Int32]) {
        // Titles that were not typed count only where the words typed are not in the title already.
        var typed = Bitmap(count: segment.count)
        for clause in concept.clauses {
            if clause.percent < 100 {
                matchWeakly(clause, except: typed, into: &found, points: &points)
            } else if clause.words.count == 1, let word = clause.words.first {
                match(word, clause, into: &found, points: &points)
                insertTitles(clause, into: &typed)
            } else {
                match(clause, into: &found, points: &points)
                insertTitles(clause, into: &typed)
            }
        }
        for occupation in concept.occupations {
            for document in segment.byOccupation[occupation.occupation] {
                points[Int(document)] &+= occupation.weight
            }
            found.insert(segment.byOccupation[occupation.occupation])
        }
    }

    private func matchWeakly(
        _ clause: Plan.Clause, except typed: Bitmap, into found: inout Bitmap, points: inout [Int32]
    ) {
        var all = Bitmap(count: segment.count)
        match(clause, into: &all)
        all.subtract(typed)
        addPoints(clause, all, &points)
        found.formUnion(all)
    }

    /// Documents whose title has all the words.
    private func insertTitles(_ clause: Plan.Clause, into titles: inout Bitmap) {
        var all: Bitmap?
        for word in clause.words {
            var one = Bitmap(count: segment.count)
            for posting in segment.postings(word.stem) ?? 0..<0 where segment.payloads[posting] & TermPayload.title != 0 {
                one.insert(Int(segment.documents[posting]))
            }
            if all == nil { all = one } else { all?.formIntersection(one) }
        }
        if let all { titles.formUnion(all) }
    }

    /// The documents of a clause, without points.
    func match(_ clause: Plan.Clause, into found: inout Bitmap) {
        var all: Bitmap?
        for word in clause.words {
            var one = Bitmap(count: segment.count)
            if let range = segment.postings(word.stem) {
                if clause.isProminent {
                    for posting in range where segment.payloads[posting] & ~TermPayload.weight != 0 {
                        one.insert(Int(segment.documents[posting]))
                    }
                } else {
                    one.insert(segment.documents[range])
                }
            }
            if all == nil { all = one } else { all?.formIntersection(one) }
        }
        guard var all else { return }
        if clause.isPhrase, clause.words.count > 1 {
            all = PhraseMatcher(segment: segment).documents(clause.words, among: all)
        }
        found.formUnion(all)
    }

    private func match(_ word: Plan.Word, _ clause: Plan.Clause, into found: inout Bitmap, points: inout [Int32]) {
        let importance = word.importance * clause.percent / 100
        if let range = segment.postings(word.stem) {
            let table = Scoring.stemTable(importance: importance)
            for posting in range {
                let payload = segment.payloads[posting]
                if clause.isProminent, payload & ~TermPayload.weight == 0 { continue }
                let document = Int(segment.documents[posting])
                points[document] &+= table[Int(payload)]
                found.insert(document)
            }
        }
        if let range = segment.postings(word.lemma) {
            let table = Scoring.lemmaTable(importance: importance)
            for posting in range {
                points[Int(segment.documents[posting])] &+= table[Int(segment.payloads[posting])]
            }
        }
    }

    private func match(_ clause: Plan.Clause, into found: inout Bitmap, points: inout [Int32]) {
        var all = Bitmap(count: segment.count)
        match(clause, into: &all)
        addPoints(clause, all, &points)
        found.formUnion(all)
    }

    private func addPoints(_ clause: Plan.Clause, _ all: Bitmap, _ points: inout [Int32]) {
        let share = Int32(clause.words.count)
        for word in clause.words {
            let importance = word.importance * clause.percent / 100
            add(word.stem, Scoring.stemTable(importance: importance), share, all, &points)
            add(word.lemma, Scoring.lemmaTable(importance: importance), share, all, &points)
        }
    }

    private func add(
        _ term: TermHash, _ table: [Int32], _ share: Int32, _ documents: Bitmap, _ points: inout [Int32]
    ) {
        guard let range = segment.postings(term) else { return }
        for posting in range {
            let document = Int(segment.documents[posting])
            if documents.contains(document) { points[document] &+= table[Int(segment.payloads[posting])] / share }
        }
    }
}
