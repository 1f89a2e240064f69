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
    private var scratch: Scratch
    private var ranking: Ranking
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
        /// The group counted without its own filter; nil for the result itself.
        let facet: FacetGroup?
    }

    init(snapshot: Snapshot, tables: ReferenceTables, plan: Plan, scratch: consuming Scratch) {
        self.snapshot = snapshot
        self.tables = tables
        self.plan = plan
        self.scratch = scratch
        ranking = Ranking(limit: plan.skip + plan.limit + 1)
    }

    mutating func run() -> Outcome {
        prepare()
        for part in snapshot.parts.indices { run(part: part) }
        var outcome = Outcome()
        foldDuplicates(into: &outcome)
        let sorted = ranking.sorted()
        outcome.hasMore = sorted.count > plan.skip + plan.limit
        outcome.entries = Array(sorted.dropFirst(plan.skip).prefix(plan.limit))
        outcome.total = total
        outcome.positions = positions
        if plan.countsFacets {
            outcome.facets = facetCounts()
            for employer in scratch.employersSeen { scratch.employers[Int(employer)] = 0 }
            scratch.employersSeen.removeAll(keepingCapacity: true)
        }
        return outcome
    }

    /// Gives the arrays back for the next query.
    consuming func recycle() -> Scratch { scratch }

    private mutating func prepare() {
        guard plan.countsFacets else { return }
        scratch.occupations = [UInt32](repeating: 0, count: tables.reference.occupations.count + 2)
        scratch.communes = [UInt32](repeating: 0, count: tables.reference.communes.count + 2)
        let employers = snapshot.employers.count
        if scratch.employers.count < employers {
            scratch.employers += [UInt32](repeating: 0, count: employers - scratch.employers.count)
        }
        for index in scratch.sources.indices { scratch.sources[index] = 0 }
        for index in scratch.facets.indices { scratch.facets[index] = 0 }
        for index in scratch.published.indices { scratch.published[index] = 0 }
    }

    // MARK: One part

    private mutating func run(part index: Int) {
        let part = snapshot.parts[index]
        let segment = part.segment
        var matches = part.alive
        matches.formIntersection(segment.open(on: plan.today))
        if !plan.includesNeighbours { matches.subtract(segment.isOutside) }
        if let only = plan.only {
            let candidates = matches
            candidates.forEach { if !only.contains(segment.ids[$0]) { matches.remove($0) } }
            if matches.isEmpty { return }
        }
        var touched = Bitmap(count: plan.usesText ? segment.count : 0)
        defer { clearPoints(touched) }
        for concept in plan.concepts {
            var found = Bitmap(count: segment.count)
            ConceptMatcher(segment: segment).match(concept, into: &found, points: &scratch.points)
            touched.formUnion(found)
            guard concept.isRequired else { continue }
            matches.formIntersection(found)
            if matches.isEmpty { return }
        }
        for clause in plan.excluded {
            var found = Bitmap(count: segment.count)
            ConceptMatcher(segment: segment).match(clause, into: &found)
            matches.subtract(found)
        }
        for wish in plan.wishes {
            var met = Bitmap(count: segment.count)
            FilterSet.insert(wish.condition, segment, matches, into: &met)
            met.formIntersection(matches)
            met.forEach { scratch.points[$0] &+= wish.points }
            touched.formUnion(met)
        }
        let filters = FilterSet(plan.filters, segment: segment, base: matches)
        let result = filters.result
        collect(result, part: index)
        guard plan.countsFacets else { return }
        count(result, except: filters.groups, part: part)
        for group in filters.groups {
            let others = filters.resultWithout(group)
            count(others, only: group, part: part)
            if part.hasGroups { deferGrouped(others, part: index, facet: group) }
        }
    }

    private mutating func clearPoints(_ documents: Bitmap) {
        var points = scratch.points.mutableSpan
        documents.forEach { points[$0] = 0 }
    }

    private mutating func collect(_ result: Bitmap, part index: Int) {
        let part = snapshot.parts[index]
        let segment = part.segment
        if part.hasGroups { deferGrouped(result, part: index, facet: nil) }
        let isByDate = plan.sort == .date || plan.sort == .relevance && !plan.usesText && plan.distances.isEmpty
        let keys = SortKeys(plan: plan, segment: segment)
        let after = plan.after
        var needed = ranking.limit
        let (allPositions, points) = (segment.positions, scratch.points)
        let places = allPositions.span
        let scores = points.span
        var sum = 0
        for word in result.words.indices.reversed() {
            var rest = result.words[word] & ~(part.hasGroups ? part.grouped.words[word] : 0)
            total += rest.nonzeroBitCount
            while rest != 0 {
                let bit = 63 - rest.leadingZeroBitCount
                rest &= ~(1 << UInt64(bit))
                let document = word << 6 | bit
                sum &+= Int(places[document])
                if isByDate, needed == 0 { continue }
                let key = keys.key(document, points: scores[document])
                if ranking.isFull, key < ranking.threshold { continue }
                let entry = Ranking.Entry(
                    key: key, id: segment.ids[document], segment: Int32(index), document: Int32(document))
                if let after, !(after.key > key || after.key == key && after.id > entry.id) { continue }
                ranking.insert(entry)
                if isByDate { needed -= 1 }
            }
        }
        positions += sum
    }

    // MARK: Facets

    @inline(__always)
    private mutating func countEmployer(_ employer: UInt32) {
        if scratch.employers[Int(employer)] == 0 { scratch.employersSeen.append(employer) }
        scratch.employers[Int(employer)] &+= 1
    }

    private mutating func count(_ result: Bitmap, except filtered: [FacetGroup], part: Snapshot.Part) {
        let segment = part.segment
        let width = FacetLayout.count
        var kept = [Bool](repeating: true, count: width)
        for group in filtered {
            for value in FacetLayout.range(group) ?? 0..<0 { kept[value] = false }
        }
        let occupations = !filtered.contains(.occupation)
        let communes = !filtered.contains(.commune)
        let employers = !filtered.contains(.employer)
        let sources = !filtered.contains(.source)
        var sums = [UInt32](repeating: 0, count: width)
        countFacets(result, part, into: &sums)
        var documents: [UInt16] = []
        documents.reserveCapacity(segment.count)
        for word in result.words.indices {
            var rest = result.words[word] & ~(part.hasGroups ? part.grouped.words[word] : 0)
            while rest != 0 {
                documents.append(UInt16(truncatingIfNeeded: word << 6 | rest.trailingZeroBitCount))
                rest &= rest &- 1
            }
        }
        if occupations { Self.tally(segment.occupation, documents, into: &scratch.occupations) }
        if communes { Self.tally(segment.commune, documents, into: &scratch.communes) }
        if sources { Self.tally(segment.source, documents, into: &scratch.sources) }
        if employers { countEmployers(segment.employer, documents) }
        for value in 0..<width where kept[value] { scratch.facets[value] += sums[value] }
        if !filtered.contains(.published) { countPublished(result, part) }
    }

    /// Where few of 64 documents match their own rows are read, else the words of all values.
    private func countFacets(_ result: Bitmap, _ part: Snapshot.Part, into sums: inout [UInt32]) {
        let width = FacetLayout.count
        let (allFacets, allRows) = (part.segment.facets, part.segment.facetRows)
        let facets = allFacets.span
        let rows = allRows.span
        var counts = sums.mutableSpan
        for word in result.words.indices {
            var matched = result.words[word] & ~(part.hasGroups ? part.grouped.words[word] : 0)
            if matched == 0 { continue }
            if matched.nonzeroBitCount > 5 {
                let base = word * width
                for value in 0..<width {
                    counts[value] &+= UInt32(truncatingIfNeeded: (matched & facets[base + value]).nonzeroBitCount)
                }
                continue
            }
            while matched != 0 {
                let row = (word << 6 | matched.trailingZeroBitCount) * FacetLayout.wordsPerOffer
                matched &= matched &- 1
                for offset in 0..<FacetLayout.wordsPerOffer {
                    var bits = rows[row + offset]
                    while bits != 0 {
                        counts[offset << 6 | bits.trailingZeroBitCount] &+= 1
                        bits &= bits &- 1
                    }
                }
            }
        }
    }

    private static func tally(
        _ column: [some FixedWidthInteger], _ documents: [UInt16], into counts: inout [UInt32]
    ) {
        let values = column.span
        var sums = counts.mutableSpan
        for document in documents { sums[Int(values[Int(document)])] &+= 1 }
    }

    private mutating func countEmployers(_ column: [UInt32], _ documents: [UInt16]) {
        let values = column.span
        var counts = scratch.employers.mutableSpan
        var seen: [UInt32] = []
        for document in documents {
            let employer = values[Int(document)]
            if counts[Int(employer)] == 0 { seen.append(employer) }
            counts[Int(employer)] &+= 1
        }
        scratch.employersSeen += seen
    }

    private mutating func count(_ result: Bitmap, only group: FacetGroup, part: Snapshot.Part) {
        let segment = part.segment
        var result = result
        if part.hasGroups { result.subtract(part.grouped) }
        switch group {
        case .occupation: result.forEach { scratch.occupations[Int(segment.occupation[$0])] &+= 1 }
        case .commune: result.forEach { scratch.communes[Int(segment.commune[$0])] &+= 1 }
        case .employer: result.forEach { countEmployer(segment.employer[$0]) }
        case .source: result.forEach { scratch.sources[Int(segment.source[$0])] &+= 1 }
        case .published: countPublished(result, part)
        default:
            guard let range = FacetLayout.range(group) else { return }
            for word in result.words.indices where result.words[word] != 0 {
                for value in range {
                    let bits = result.words[word] & segment.facets[word * FacetLayout.count + value]
                    scratch.facets[value] &+= UInt32(bits.nonzeroBitCount)
                }
            }
        }
    }

    private mutating func countPublished(_ result: Bitmap, _ part: Snapshot.Part) {
        var alone = result
        if part.hasGroups { alone.subtract(part.grouped) }
        for (index, age) in PublishedWithin.allCases.enumerated() {
            let day = plan.today.daysSinceEpoch - Int32(age.rawValue) + 1
            scratch.published[index] += UInt32(alone.count(from: part.segment.first(publishedSince: day)))
        }
    }

    /// Counts one document in a group (nil: in all groups without a filter).
    private mutating func countOne(_ entry: Deferred, filtered: Set<FacetGroup>) {
        let segment = snapshot.parts[entry.part].segment
        let document = entry.document
        let groups = entry.facet.map { [$0] } ?? FacetGroup.allCases.filter { !filtered.contains($0) }
        for group in groups {
            switch group {
            case .occupation: scratch.occupations[Int(segment.occupation[document])] += 1
            case .commune: scratch.communes[Int(segment.commune[document])] += 1
            case .employer: countEmployer(segment.employer[document])
            case .source: scratch.sources[Int(segment.source[document])] += 1
            case .published:
                for (index, age) in PublishedWithin.allCases.enumerated() {
                    let day = plan.today.daysSinceEpoch - Int32(age.rawValue) + 1
                    if document >= segment.first(publishedSince: day) { scratch.published[index] += 1 }
                }
            default:
                for value in FacetLayout.range(group) ?? 0..<0 {
                    let word = segment.facets[document >> 6 * FacetLayout.count + value]
                    scratch.facets[value] += UInt32(word >> UInt64(document & 63) & 1)
                }
            }
        }
    }

    // MARK: Duplicates

    private mutating func deferGrouped(_ result: Bitmap, part index: Int, facet: FacetGroup?) {
        let part = snapshot.parts[index]
        let keys = SortKeys(plan: plan, segment: part.segment)
        for word in result.words.indices {
            var rest = result.words[word] & part.grouped.words[word]
            while rest != 0 {
                let document = word << 6 | rest.trailingZeroBitCount
                rest &= rest &- 1
                let id = part.segment.ids[document]
                let points = scratch.points[document]
                deferred.append(
                    Deferred(
                        group: snapshot.duplicates.groupOfOffer[id] ?? id, order: snapshot.duplicates.order(of: id),
                        id: id, part: index, document: document,
                        key: facet == nil ? keys.key(document, points: points) : 0, facet: facet))
            }
        }
    }

    /// Of each group the first of its order stands for the job; the others are told as its duplicates. The job has as many
    /// posts as the source that tells of most.
    private mutating func foldDuplicates(into outcome: inout Outcome) {
        let filtered = Set(plan.filters.map(\.group))
        deferred.sort { left, right in
            left.facet?.rawValue ?? "" != right.facet?.rawValue ?? ""
                ? left.facet?.rawValue ?? "" < right.facet?.rawValue ?? ""
                : left.group != right.group ? left.group < right.group : left.order < right.order
        }
        var last: Deferred?
        var counted = 0
        for entry in deferred {
            let posts = Int(snapshot.parts[entry.part].segment.positions[entry.document])
            if let last, last.group == entry.group, last.facet == entry.facet {
                guard entry.facet == nil else { continue }
                outcome.duplicates[last.id, default: []].append(entry.id)
                positions += max(0, posts - counted)
                counted = max(counted, posts)
                continue
            }
            last = entry
            counted = posts
            if plan.countsFacets { countOne(entry, filtered: filtered) }
            guard entry.facet == nil else { continue }
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
        FacetGroup.allCases.map { group in
            let values: [FacetValue]
            switch group {
            case .occupation:
                values = top(scratch.occupations) { tables.reference.occupations[$0 - 1].code.description }
            case .commune: values = top(scratch.communes) { tables.reference.communes[$0 - 1].code.description }
            case .employer:
                values = top(scratch.employersSeen.map { Int($0) }, scratch.employers) { snapshot.employers.name($0) }
            case .source: values = top(scratch.sources) { snapshot.sources.name($0) }
            case .published:
                values = zip(PublishedWithin.allCases, scratch.published).filter { $0.1 > 0 }
                    .map { FacetValue(code: String($0.0.rawValue), count: Int($0.1)) }
            default:
                let range = FacetLayout.range(group) ?? 0..<0
                values = zip(FacetLayout.codes(group), range).filter { scratch.facets[$0.1] > 0 }
                    .map { FacetValue(code: $0.0, count: Int(scratch.facets[$0.1])) }
            }
            return FacetCounts(group: group, values: values)
        }
    }

    /// The most frequent values; number 0 stands for none and is left out.
    private func top(_ counts: [UInt32], code: (Int) -> String) -> [FacetValue] {
        top(counts.indices, counts, code: code)
    }

    private func top(
        _ candidates: some Sequence<Int>, _ counts: [UInt32], code: (Int) -> String
    ) -> [FacetValue] {
        var best: [(value: Int, count: UInt32)] = []
        var least: UInt32 = 0
        for value in candidates where value > 0 && counts[value] > least {
            best.append((value, counts[value]))
            if best.count >= SearchLimits.facetValues * 4 {
                best.sort { $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value }
                best.removeLast(best.count - SearchLimits.facetValues)
                least = best.last?.count ?? 0
            }
        }
        best.sort { $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value }
        return best.prefix(SearchLimits.facetValues).map { FacetValue(code: code($0.value), count: Int($0.count)) }
    }
}
