import Recruitment

/// Runs a plan over a snapshot: every part gives its matches, their points, their facets; the best are kept.
struct Evaluator {
    struct Outcome {
        var total = 0
        var positions = 0
        var entries: [Ranking.Entry] = []
        /// Duplicates of an entry, by the entry's number.
        var duplicates: [UInt32: [UInt32]] = [:]
        var facets: [FacetCounts] = []
        var hasMore = false
    }

    let snapshot: Snapshot
    let tables: ReferenceTables
    let plan: Plan
    private let nearness: [Int32]
    private let usesPoints: Bool
    private var scratch: Scratch
    private var ranking: Ranking
    private var sets: [FacetCounter.Set] = []
    private var total = 0
    private var positions = 0
    private var deferred: [Deferred] = []

    /// A match that may be a duplicate of another one.
    private struct Deferred {
        let group: UInt32
        /// Where it stands in its group: the first that matches stands for the job.
        let order: Int
        let id: UInt32
        let part: Int
        let document: Int
        let key: Int64
        /// Number of the set it was found for: 0 is the result itself, each other the result without one group's filter.
        let set: Int
    }

    init(snapshot: Snapshot, tables: ReferenceTables, plan: Plan, scratch: consuming Scratch) {
        self.snapshot = snapshot
        self.tables = tables
        self.plan = plan
        self.scratch = scratch
        nearness = SortKeys.nearness(plan)
        usesPoints = SortKeys.usesPoints(plan)
        ranking = Ranking(limit: plan.skip + plan.limit + 1)
    }

    mutating func run() -> Outcome {
        if plan.countsFacets {
            var filtered: [FacetGroup] = []
            for filter in plan.filters where !filtered.contains(filter.group) { filtered.append(filter.group) }
            sets = scratch.counter.begin(filtered: filtered, tables: tables, employers: snapshot.employers.count)
        }
        for part in snapshot.parts.indices { run(part: part) }
        var outcome = Outcome()
        foldDuplicates(into: &outcome)
        let sorted = ranking.sorted()
        outcome.hasMore = sorted.count > plan.skip + plan.limit
        outcome.entries = Array(sorted.dropFirst(plan.skip).prefix(plan.limit))
        outcome.total = total
        outcome.positions = positions
        if plan.countsFacets {
            scratch.counter.finish()
            outcome.facets = facetCounts()
        }
        return outcome
    }

    /// Gives the arrays back for the next query.
    consuming func recycle() -> Scratch { scratch }

    // MARK: One part

    private mutating func run(part index: Int) {
        let part = snapshot.parts[index]
        let segment = part.segment
        var matches = segment.open(on: plan.today)
        matches.formIntersection(part.alive)
        if !plan.includesNeighbours { matches.subtract(segment.isOutside) }
        if let only = plan.only {
            var chosen = Bitmap(count: segment.count)
            for id in only { if let document = segment.document(of: id) { chosen.insert(document) } }
            matches.formIntersection(chosen)
            if matches.isEmpty { return }
        }
        let matcher = ConceptMatcher(
            segment: segment, lists: plan.lists?.lists(part: index) ?? [], scores: usesPoints)
        var touched = Bitmap(count: usesPoints ? segment.count : 0)
        defer { clearPoints(touched) }
        for isRequired in [true, false] {
            for concept in plan.concepts where concept.isRequired == isRequired {
                var found = Bitmap(count: segment.count)
                matcher.match(concept, into: &found, points: &scratch.points)
                if usesPoints { touched.formUnion(found) }
                if isRequired { matches.formIntersection(found) }
            }
            if matches.isEmpty { return }
        }
        for clause in plan.excluded {
            var found = Bitmap(count: segment.count)
            found.insert(matcher.matches(clause))
            matches.subtract(found)
        }
        for wish in plan.wishes where usesPoints {
            var met = FilterSet.documents(wish.condition, segment, matches, count: matches.count)
            met.formIntersection(matches)
            met.forEach { scratch.points[$0] &+= wish.points }
            touched.formUnion(met)
        }
        let filters = FilterSet(plan.filters, segment: segment, base: matches)
        take(filters.result(), part: index)
        for set in sets.indices.dropFirst() {
            guard let group = sets[set].groups.first else { continue }
            count(filters.result(without: group), set: set, part: index)
        }
    }

    private mutating func clearPoints(_ documents: Bitmap) {
        var points = scratch.points.mutableSpan
        documents.forEach { points[$0] = 0 }
    }

    /// Ranks and counts what passed all filters.
    private mutating func take(_ result: Bitmap, part index: Int) {
        let part = snapshot.parts[index]
        if part.hasGroups { setAside(result, set: 0, part: index) }
        var alone = result
        if part.hasGroups { alone.subtract(part.grouped) }
        let documents = alone.documents
        total += documents.count
        rank(documents, part: index)
        if plan.countsFacets {
            scratch.counter.count(alone, documents, of: part.segment, in: sets[0], today: plan.today)
        }
    }

    /// Counts what passed the filters of all groups but one.
    private mutating func count(_ result: Bitmap, set: Int, part index: Int) {
        let part = snapshot.parts[index]
        if part.hasGroups { setAside(result, set: set, part: index) }
        var alone = result
        if part.hasGroups { alone.subtract(part.grouped) }
        scratch.counter.count(alone, of: part.segment, in: sets[set], today: plan.today)
    }

    private mutating func rank(_ documents: [UInt16], part index: Int) {
        let segment = snapshot.parts[index].segment
        let keys = SortKeys(plan: plan, segment: segment, nearness: nearness)
        let after = plan.after
        let (allPlaces, allIDs, allPoints) = (segment.columns.positions, segment.columns.ids, scratch.points)
        let (list, places, ids, scores) = (documents.span, allPlaces.span, allIDs.span, allPoints.span)
        var sum = 0
        for index in list.indices { sum &+= Int(places[Int(list[index])]) }
        positions += sum
        // The newest of a part come first in order of date: after so many the others cannot enter.
        var needed = keys.isByDate ? ranking.limit : list.count
        var next = list.count
        while next > 0, needed > 0 {
            next -= 1
            let document = Int(list[next])
            let points = scores[document]
            if keys.most(points: points) < ranking.threshold { continue }
            let key = keys.key(document, points: points)
            if key < ranking.threshold { continue }
            let entry = Ranking.Entry(key: key, id: ids[document], segment: Int32(index), document: Int32(document))
            if let after, !(after.key > key || after.key == key && after.id > entry.id) { continue }
            ranking.insert(entry)
            needed -= 1
        }
    }

    // MARK: Duplicates

    private mutating func setAside(_ result: Bitmap, set: Int, part index: Int) {
        let part = snapshot.parts[index]
        let keys = SortKeys(plan: plan, segment: part.segment, nearness: nearness)
        var grouped = result
        grouped.formIntersection(part.grouped)
        grouped.forEach { document in
            let id = part.segment.columns.ids[document]
            deferred.append(
                Deferred(
                    group: snapshot.duplicates.groupOfOffer[id] ?? id, order: snapshot.duplicates.order(of: id), id: id,
                    part: index, document: document,
                    key: set == 0 ? keys.key(document, points: scratch.points[document]) : 0, set: set))
        }
    }

    /// Of each group the first of its order stands for the job; the others are told as its duplicates. The job has as many
    /// posts as the source that tells of most.
    private mutating func foldDuplicates(into outcome: inout Outcome) {
        deferred.sort { left, right in
            left.set != right.set
                ? left.set < right.set
                : left.group != right.group ? left.group < right.group : left.order < right.order
        }
        var last: Deferred?
        var counted = 0
        for entry in deferred {
            let segment = snapshot.parts[entry.part].segment
            let posts = Int(segment.columns.positions[entry.document])
            if let last, last.group == entry.group, last.set == entry.set {
                guard entry.set == 0 else { continue }
                outcome.duplicates[last.id, default: []].append(entry.id)
                positions += max(0, posts - counted)
                counted = max(counted, posts)
                continue
            }
            last = entry
            counted = posts
            if plan.countsFacets {
                scratch.counter.count(entry.document, of: segment, in: sets[entry.set], today: plan.today)
            }
            guard entry.set == 0 else { continue }
            total += 1
            positions += posts
            if let after = plan.after, !(after.key > entry.key || after.key == entry.key && after.id > entry.id) {
                continue
            }
            ranking.insert(
                Ranking.Entry(
                    key: entry.key, id: entry.id, segment: Int32(entry.part), document: Int32(entry.document)))
        }
    }

    // MARK: Answer

    private func facetCounts() -> [FacetCounts] {
        let counter = scratch.counter
        return FacetGroup.allCases.map { group in
            let values: [FacetValue]
            switch group {
            case .occupation:
                values = top(counter.occupations.indices) { counter.occupations[$0] }.map {
                    FacetValue(code: tables.reference.occupations[$0.value - 1].code.description, count: Int($0.count))
                }
            case .commune:
                values = top(counter.communes.indices) { counter.communes[$0] }.map {
                    FacetValue(code: tables.reference.communes[$0.value - 1].code.description, count: Int($0.count))
                }
            case .employer:
                values = named(top(counter.employers.counted) { counter.employers[$0] }, by: snapshot.employers)
            case .source: values = named(top(counter.sources.indices) { counter.sources[$0] }, by: snapshot.sources)
            case .published:
                values = zip(PublishedWithin.allCases, counter.published).filter { $0.1 > 0 }
                    .map { FacetValue(code: String($0.0.rawValue), count: Int($0.1)) }
            default:
                let range = FacetLayout.range(group) ?? 0..<0
                values = zip(FacetLayout.codes(group), range).filter { counter.values[$0.1] > 0 }
                    .map { FacetValue(code: $0.0, count: Int(counter.values[$0.1])) }
            }
            return FacetCounts(group: group, values: values)
        }
    }

    /// The most frequent of `numbers`, the lower one first of two alike; number 0 stands for none and is left out.
    private func top(_ numbers: some Sequence<Int>, count: (Int) -> UInt32) -> [(value: Int, count: UInt32)] {
        var best: [(value: Int, count: UInt32)] = []
        for value in numbers where value > 0 {
            let entry = (value: value, count: count(value))
            guard entry.count > 0 else { continue }
            let isFull = best.count == plan.facetValues
            if isFull, let last = best.last, !Self.isBefore(entry, last) { continue }
            if isFull { best.removeLast() }
            var place = best.count
            while place > 0, Self.isBefore(entry, best[place - 1]) { place -= 1 }
            best.insert(entry, at: place)
        }
        return best
    }

    private static func isBefore(
        _ left: (value: Int, count: UInt32), _ right: (value: Int, count: UInt32)
    ) -> Bool {
        left.count != right.count ? left.count > right.count : left.value < right.value
    }

    private func named(_ values: [(value: Int, count: UInt32)], by names: NameTable) -> [FacetValue] {
        zip(values, names.names(values.map(\.value))).map { FacetValue(code: $0.1, count: Int($0.0.count)) }
    }
}
