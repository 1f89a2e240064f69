/// The filters of a query over one segment, each as a set of documents.
struct FilterSet {
    private let base: Bitmap
    private var filters: [(group: FacetGroup, documents: Bitmap)] = []

    init(_ filters: [Plan.Filter], segment: Segment, base: Bitmap) {
        self.base = base
        for filter in filters {
            var documents = Bitmap(count: segment.count)
            Self.insert(filter.condition, segment, base, into: &documents)
            self.filters.append((filter.group, documents))
        }
    }

    var groups: [FacetGroup] {
        var seen: [FacetGroup] = []
        for filter in filters where !seen.contains(filter.group) { seen.append(filter.group) }
        return seen
    }

    var result: Bitmap {
        var result = base
        for filter in filters { result.formIntersection(filter.documents) }
        return result
    }

    func resultWithout(_ group: FacetGroup) -> Bitmap {
        var result = base
        for filter in filters where filter.group != group { result.formIntersection(filter.documents) }
        return result
    }

    static func insert(
        _ condition: Plan.Condition, _ segment: Segment, _ base: Bitmap, into documents: inout Bitmap
    ) {
        switch condition {
        case .facets(let values):
            for value in values { segment.insertFacet(value, into: &documents) }
        case .occupations(let occupations):
            for occupation in occupations { documents.insert(segment.byOccupation[occupation]) }
        case .communes(let communes):
            for commune in communes { documents.insert(segment.byCommune[commune]) }
        case .employers(let employers):
            base.forEach { if employers.contains(segment.employer[$0]) { documents.insert($0) } }
        case .sources(let sources):
            base.forEach { if sources[Int(segment.source[$0])] { documents.insert($0) } }
        case .hours(let range):
            base.forEach { if range.contains(segment.hours[$0]) { documents.insert($0) } }
        case .pay(let least, let includesUnknown):
            base.forEach {
                let pay = segment.hourlyPay[$0]
                if pay >= least || includesUnknown && pay == 0 { documents.insert($0) }
            }
        case .publishedSince(let day):
            let first = segment.first(publishedSince: day)
            for word in documents.words.indices where word >= first >> 6 {
                documents.words[word] = word == first >> 6 ? .max << UInt64(first & 63) : .max
            }
        case .lacksFacets(let values):
            for value in values { segment.insertFacet(value, into: &documents) }
            for word in documents.words.indices { documents.words[word] = ~documents.words[word] }
        }
    }
}
