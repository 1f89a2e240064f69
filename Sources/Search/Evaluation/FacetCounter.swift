import Recruitment

/// Counts facet values over the parts of an index. Its arrays serve one query after another.
struct FacetCounter: Sendable {
    /// Groups counted over the same documents: all but the filtered ones, then each of those alone.
    struct Set: Sendable {
        let groups: [FacetGroup]
        fileprivate let number: Int
        /// Octets of a row where the groups' values are.
        fileprivate let octets: Range<Int>
        /// For each octet of a row, the bits that are the groups' values.
        fileprivate let masks: [UInt8]

        fileprivate init(groups: [FacetGroup], number: Int) {
            self.groups = groups
            self.number = number
            let ranges = groups.compactMap(FacetLayout.range)
            let first = ranges.map(\.lowerBound).min() ?? 0
            octets = first / 8..<((ranges.map(\.upperBound).max() ?? 0) + 7) / 8
            var masks = [UInt8](repeating: 0, count: FacetMatrix.octets)
            for range in ranges {
                for value in range { masks[value >> 3] |= 1 << UInt8(value & 7) }
            }
            self.masks = masks
        }
    }

    private(set) var occupations: [UInt32] = []
    private(set) var communes: [UInt32] = []
    private(set) var employers = NameCounts()
    private(set) var sources = [UInt32](repeating: 0, count: 256)
    private(set) var values = [UInt32](repeating: 0, count: FacetLayout.count)
    private(set) var published = [UInt32](repeating: 0, count: PublishedWithin.allCases.count)
    /// For each set, how many offers have each octet at each place of their rows: one addition an octet counts eight values.
    private var octets: [UInt32] = []
    private var sets: [Set] = []
    /// For each set, whether `octets` has anything of it.
    private var hasRows: [Bool] = []

    /// Where more than one of so many documents between the first match and the last matches, whole columns are counted, else the rows of those that do.
    private static let dense = 16

    /// Begins a query with filters on `filtered`.
    mutating func begin(filtered: [FacetGroup], tables: ReferenceTables, employers count: Int) -> [Set] {
        Self.clear(&occupations, tables.reference.occupations.count + 2)
        Self.clear(&communes, tables.reference.communes.count + 2)
        employers.clear(count)
        Self.clear(&sources, 256)
        Self.clear(&values, FacetLayout.count)
        Self.clear(&published, PublishedWithin.allCases.count)
        sets = [Set(groups: FacetGroup.allCases.filter { !filtered.contains($0) }, number: 0)]
        for group in filtered { sets.append(Set(groups: [group], number: sets.count)) }
        hasRows = [Bool](repeating: false, count: sets.count)
        Self.clear(&octets, sets.count * FacetMatrix.octets * 256)
        return sets
    }

    private static func clear(_ counts: inout [UInt32], _ count: Int) {
        guard counts.count == count else {
            counts = [UInt32](repeating: 0, count: count)
            return
        }
        var span = counts.mutableSpan
        span.update(repeating: 0)
    }

    /// Counts `matches`; `listed` are they in order, where they have been listed already: some groups are counted without.
    mutating func count(
        _ matches: Bitmap, _ listed: [UInt16]? = nil, of segment: Segment, in set: Set, today: CalendarDay
    ) {
        let total = listed?.count ?? matches.count
        guard total > 0 else { return }
        let extent = matches.extent
        let isDense = total * Self.dense > extent.count * 64
        let isListed = set.groups.contains { FacetLayout.range($0) == nil ? $0 != .published : !isDense }
        let documents = isListed ? listed ?? matches.documents : []
        var needsRows = false
        for group in set.groups {
            switch group {
            case .occupation: Self.tally(segment.columns.occupation, documents, into: &occupations)
            case .commune: Self.tally(segment.columns.commune, documents, into: &communes)
            case .employer: employers.tally(segment.columns.employer, documents)
            case .source: Self.tally(segment.columns.source, documents, into: &sources)
            case .published:
                for (index, age) in PublishedWithin.allCases.enumerated() {
                    let first = segment.first(publishedSince: today.daysSinceEpoch - Int32(age.rawValue) + 1)
                    published[index] += UInt32(matches.count(from: first))
                }
            default:
                guard isDense else {
                    needsRows = true
                    break
                }
                for value in FacetLayout.range(group) ?? 0..<0 {
                    values[value] += segment.facets.count(value, in: matches, extent: extent)
                }
            }
        }
        if needsRows { countRows(documents, of: segment, in: set) }
    }

    /// Counts one document.
    mutating func count(_ document: Int, of segment: Segment, in set: Set, today: CalendarDay) {
        for group in set.groups {
            switch group {
            case .occupation: occupations[Int(segment.columns.occupation[document])] += 1
            case .commune: communes[Int(segment.columns.commune[document])] += 1
            case .employer: employers.add(Int(segment.columns.employer[document]))
            case .source: sources[Int(segment.columns.source[document])] += 1
            case .published:
                for (index, age) in PublishedWithin.allCases.enumerated() {
                    let day = today.daysSinceEpoch - Int32(age.rawValue) + 1
                    if document >= segment.first(publishedSince: day) { published[index] += 1 }
                }
            default: break
            }
        }
        if !set.octets.isEmpty {
            countRows([UInt16(document)], of: segment, in: set)
        }
    }

    private mutating func countRows(_ documents: [UInt16], of segment: Segment, in set: Set) {
        let width = FacetMatrix.octets
        let wanted = set.octets
        let first = (set.number * width + wanted.lowerBound) * 256
        hasRows[set.number] = true
        let allRows = segment.facets.rows
        let (rows, documents) = (allRows.span, documents.span)
        var counts = octets.mutableSpan
        for index in documents.indices {
            let row = Int(documents[index]) * width
            var at = first
            for offset in wanted {
                counts[at &+ Int(rows[row &+ offset])] &+= 1
                at &+= 256
            }
        }
    }

    private static func tally(
        _ column: [some FixedWidthInteger], _ documents: [UInt16], into counts: inout [UInt32]
    ) {
        let (values, documents) = (column.span, documents.span)
        var sums = counts.mutableSpan
        for index in documents.indices { sums[Int(values[Int(documents[index])])] &+= 1 }
    }

    /// Ends the counting: from here on `values` is complete.
    mutating func finish() {
        for set in sets where hasRows[set.number] {
            for octet in set.octets where set.masks[octet] != 0 {
                let start = (set.number * FacetMatrix.octets + octet) * 256
                for pattern in 1..<256 where octets[start + pattern] > 0 {
                    var bits = UInt8(pattern) & set.masks[octet]
                    while bits != 0 {
                        values[octet << 3 | bits.trailingZeroBitCount] += octets[start + pattern]
                        bits &= bits &- 1
                    }
                }
            }
        }
    }
}
