/// The filters of a query over one segment, each as a set of documents.
struct FilterSet {
    private let base: Bitmap
    private var filters: [(group: FacetGroup, documents: Bitmap)] = []

    init(_ filters: [Plan.Filter], segment: Segment, base: Bitmap) {
        self.base = base
        guard !filters.isEmpty else { return }
        let count = base.count
        for filter in filters {
            let documents = Self.documents(filter.condition, segment, base, count: count)
            self.filters.append((filter.group, documents))
        }
    }

    var groups: [FacetGroup] {
        var seen: [FacetGroup] = []
        for filter in filters where !seen.contains(filter.group) { seen.append(filter.group) }
        return seen
    }

    /// What passes all filters, but those of `group`.
    func result(without group: FacetGroup? = nil) -> Bitmap {
        var result = base
        for filter in filters where filter.group != group { result.formIntersection(filter.documents) }
        return result
    }

    /// At least those of `base` that meet the condition, and no others of `base`.
    static func documents(
        _ condition: Plan.Condition, _ segment: Segment, _ base: Bitmap, count: Int
    ) -> Bitmap {
        let columns = segment.columns
        var documents = Bitmap(count: segment.count)
        switch condition {
        case .facets(let values):
            for value in values { segment.facets.insert(value, into: &documents) }
        case .lacksFacets(let values):
            for value in values { segment.facets.insert(value, into: &documents) }
            documents.invert()
        case .occupations(let occupations):
            for occupation in occupations { documents.insert(segment.byOccupation[occupation]) }
        case .communes(let communes):
            if communes.reduce(0, { $0 + segment.byCommune[$1].count }) < count {
                for commune in communes { documents.insert(segment.byCommune[commune]) }
                break
            }
            var isWithin = [Bool](repeating: false, count: 1 << 16)
            for commune in communes { isWithin[commune] = true }
            let (within, commune) = (isWithin.span, columns.commune.span)
            base.forEach { if within[Int(commune[$0])] { documents.insert($0) } }
        case .employers(let employers):
            let employer = columns.employer.span
            base.forEach { if employers.contains(employer[$0]) { documents.insert($0) } }
        case .sources(let sources):
            let source = columns.source.span
            base.forEach { if sources[Int(source[$0])] { documents.insert($0) } }
        case .hours(let range):
            let hours = columns.hours.span
            base.forEach { if range.contains(hours[$0]) { documents.insert($0) } }
        case .pay(let least, let includesUnknown):
            let pay = columns.hourlyPay.span
            base.forEach { if pay[$0] >= least || includesUnknown && pay[$0] == 0 { documents.insert($0) } }
        case .publishedSince(let day):
            documents.insert(from: segment.first(publishedSince: day))
        }
        return documents
    }
}
