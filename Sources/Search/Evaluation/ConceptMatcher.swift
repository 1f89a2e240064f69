/// Finds the documents of one segment that a concept means, and adds its points to them.
struct ConceptMatcher {
    let segment: Segment

    func match(_ concept: Plan.Concept, into found: inout Bitmap, points: inout [Int32]) {
        for clause in concept.clauses {
            if clause.words.count == 1, let word = clause.words.first {
                match(word, isProminent: clause.isProminent, into: &found, points: &points)
            } else {
                match(clause, into: &found, points: &points)
            }
        }
        for occupation in concept.occupations {
            for document in segment.byOccupation[occupation.occupation] {
                points[Int(document)] &+= occupation.weight
            }
            found.insert(segment.byOccupation[occupation.occupation])
        }
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

    private func match(_ word: Plan.Word, isProminent: Bool, into found: inout Bitmap, points: inout [Int32]) {
        if let range = segment.postings(word.stem) {
            let table = Scoring.stemTable(importance: word.importance)
            for posting in range {
                let payload = segment.payloads[posting]
                if isProminent, payload & ~TermPayload.weight == 0 { continue }
                let document = Int(segment.documents[posting])
                points[document] &+= table[Int(payload)]
                found.insert(document)
            }
        }
        if let range = segment.postings(word.lemma) {
            let table = Scoring.lemmaTable(importance: word.importance)
            for posting in range {
                points[Int(segment.documents[posting])] &+= table[Int(segment.payloads[posting])]
            }
        }
    }

    private func match(_ clause: Plan.Clause, into found: inout Bitmap, points: inout [Int32]) {
        var all = Bitmap(count: segment.count)
        match(clause, into: &all)
        let share = Int32(clause.words.count)
        for word in clause.words {
            add(word.stem, Scoring.stemTable(importance: word.importance), share, all, &points)
            add(word.lemma, Scoring.lemmaTable(importance: word.importance), share, all, &points)
        }
        found.formUnion(all)
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
