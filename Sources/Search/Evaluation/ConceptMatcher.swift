/// Finds the documents of one segment that a concept means, and adds its points to them.
struct ConceptMatcher {
    let segment: Segment

    func match(_ concept: Plan.Concept, into found: inout Bitmap, points: inout [Int32]) {
        // Titles that were not typed count only where the words typed are not in the title already.
        let hasEquivalents = concept.clauses.contains { $0.percent < 100 }
        var typed = Bitmap(count: segment.count)
        for clause in concept.clauses {
            if clause.percent < 100 {
                matchWeakly(clause, except: typed, into: &found, points: &points)
            } else if clause.words.count == 1, let word = clause.words.first {
                match(word, clause, into: &found, points: &points)
                if hasEquivalents { insertTitles(clause, into: &typed) }
            } else {
                match(clause, into: &found, points: &points)
                if hasEquivalents { insertTitles(clause, into: &typed) }
            }
        }
        for occupation in concept.occupations {
            let documents = segment.byOccupation[occupation.occupation]
            found.insert(documents)
            for document in documents { points[Int(document)] &+= occupation.weight }
        }
    }

    /// Documents whose payload for `term` is at least `least`.
    private func insert(_ term: TermHash, least: UInt8, into bitmap: inout Bitmap) {
        guard let range = segment.postings(term) else { return }
        let (allDocuments, allPayloads) = (segment.documents, segment.payloads)
        let documents = allDocuments.span
        let payloads = allPayloads.span
        var words = bitmap.words.mutableSpan
        for posting in range where payloads[posting] >= least {
            let document = Int(documents[posting])
            words[document >> 6] |= 1 << UInt64(document & 63)
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
            for posting in segment.postings(word.stem) ?? 0..<0 where segment.payloads[posting] & TermPayload.title != 0
            {
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
            insert(word.stem, least: clause.isProminent ? TermPayload.employer : 0, into: &one)
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
        let (allDocuments, allPayloads) = (segment.documents, segment.payloads)
        let documents = allDocuments.span
        let payloads = allPayloads.span
        var scores = points.mutableSpan
        if let range = segment.postings(word.stem) {
            let worth = Scoring.stemTable(importance: importance)
            let table = worth.span
            let least: UInt8 = clause.isProminent ? TermPayload.employer : 0
            var words = found.words.mutableSpan
            for posting in range {
                let payload = payloads[posting]
                // The three flags are the highest bits: without one the payload is below the lowest of them.
                if payload < least { continue }
                let document = Int(documents[posting])
                scores[document] &+= table[Int(payload)]
                words[document >> 6] |= 1 << UInt64(document & 63)
            }
        }
        if let range = segment.postings(word.lemma) {
            let worth = Scoring.lemmaTable(importance: importance)
            let table = worth.span
            for posting in range { scores[Int(documents[posting])] &+= table[Int(payloads[posting])] }
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
        let (allDocuments, allPayloads) = (segment.documents, segment.payloads)
        let list = allDocuments.span
        let payloads = allPayloads.span
        let words = documents.words.span
        var scores = points.mutableSpan
        for posting in range {
            let document = Int(list[posting])
            if words[document >> 6] >> UInt64(document & 63) & 1 != 0 {
                scores[document] &+= table[Int(payloads[posting])] / share
            }
        }
    }
}
