import Recruitment

/// One search: from what was asked to the answer, with a second try where the first finds too little.
struct Search {
    let query: SearchQuery
    let today: CalendarDay
    let snapshot: Snapshot
    let tables: ReferenceTables
    let reading: Reading

    struct Reading: Sendable {
        let text: Understanding
        let place: Understanding
    }

    static func read(
        _ query: SearchQuery, snapshot: Snapshot, tables: ReferenceTables, analyzer: FrenchAnalyzer
    ) -> Reading {
        var text = Understanding(QueryText(query.text, analyzer: analyzer), tables: tables)
        if query.corrects {
            text.correct(analyzer: analyzer, vocabulary: snapshot.vocabulary) { lexeme in
                if snapshot.vocabulary.contains(lexeme.lemma) { return true }
                let stem = TermHash(stem: lexeme.stem)
                return snapshot.parts.contains { !$0.segment.postings[stem].all.isEmpty }
            }
        }
        text.read(employers: snapshot.employers, vocabulary: snapshot.vocabulary)
        var place = Understanding(QueryText(query.placeText, analyzer: analyzer), tables: tables)
        place.readPlaceOnly()
        return Reading(text: text, place: place)
    }

    func answer(_ scratch: inout Scratch) -> SearchAnswer {
        var answer = SearchAnswer()
        answer.corrections = reading.text.corrections
        answer.correctedText = reading.text.correctedText
        answer.ambiguousPlaces = reading.text.ambiguous + reading.place.ambiguous
        answer.terms = reading.text.stems
        var planner = Planner(query: query, today: today, snapshot: snapshot, tables: tables, reading: reading)
        answer.understood = planner.understood
        var plan = planner.plan
        let reach = plan.reach
        var outcome = run(plan, &scratch)
        let relaxations = query.relaxes ? planner.relaxations : []
        for step in relaxations where outcome.total < planner.threshold(step) {
            let before = planner.plan
            planner.relax(step)
            guard planner.isChanged(from: before) else { continue }
            let retry = run(planner.plan, &scratch)
            guard retry.total > outcome.total else {
                if outcome.total > 0 { planner.plan = before }
                continue
            }
            outcome = retry
            plan = planner.plan
            for name in planner.relaxed(by: step) where !answer.relaxed.contains(name) { answer.relaxed.append(name) }
        }
        if plan.reach > reach { answer.widenedRadius = plan.reach / 10 }
        fill(&answer, outcome, plan)
        return answer
    }

    private func run(_ plan: Plan, _ scratch: inout Scratch) -> Evaluator.Outcome {
        var evaluator = Evaluator(snapshot: snapshot, tables: tables, plan: plan, scratch: scratch)
        scratch = Scratch(points: [])
        let outcome = evaluator.run()
        scratch = evaluator.recycle()
        return outcome
    }

    private func fill(_ answer: inout SearchAnswer, _ outcome: Evaluator.Outcome, _ plan: Plan) {
        answer.total = outcome.total
        answer.positions = outcome.positions
        answer.facets = outcome.facets
        answer.hits = outcome.entries.compactMap { entry in
            guard let id = OfferID(number: Int64(entry.id)) else { return nil }
            let segment = snapshot.parts[Int(entry.segment)].segment
            let commune = Int(segment.columns.commune[Int(entry.document)])
            let distance = plan.distances.isEmpty ? nil : plan.distances[commune]
            return SearchHit(
                id: id, kilometres: distance.flatMap { $0 == .max ? nil : Double($0) / 10 },
                duplicates: (outcome.duplicates[entry.id] ?? []).compactMap { OfferID(number: Int64($0)) },
                score: Int(entry.key))
        }
        if outcome.hasMore, let last = outcome.entries.last {
            answer.nextCursor = SearchCursor(
                key: last.key, id: last.id, day: plan.after?.day ?? today.daysSinceEpoch)
        }
    }
}
