import Recruitment

/// What a segment keeps of each offer besides its terms: an array a property, offers in order of publication.
struct SegmentColumns: Sendable {
    private(set) var ids: [UInt32] = []
    /// Seconds since `Segment.firstDay`.
    private(set) var published: [UInt32] = []
    private(set) var publishedDay: [UInt16] = []
    private(set) var deadline: [UInt16] = []
    /// 1 + index in the reference; 0 none.
    private(set) var occupation: [UInt16] = []
    private(set) var commune: [UInt16] = []
    private(set) var employer: [UInt32] = []
    private(set) var source: [UInt8] = []
    private(set) var positions: [UInt16] = []
    private(set) var hours: [UInt16] = []
    private(set) var hourlyPay: [UInt16] = []
    private(set) var monthlyPay: [UInt32] = []
    private(set) var jobKey: [UInt64] = []
    private(set) var isOutside: [Bool] = []
    /// Facet bits, `FacetMatrix.octets` an offer.
    private(set) var facets: [UInt8] = []

    var count: Int { ids.count }

    init(capacity: Int) {
        ids.reserveCapacity(capacity)
        published.reserveCapacity(capacity)
        publishedDay.reserveCapacity(capacity)
        deadline.reserveCapacity(capacity)
        occupation.reserveCapacity(capacity)
        commune.reserveCapacity(capacity)
        employer.reserveCapacity(capacity)
        source.reserveCapacity(capacity)
        positions.reserveCapacity(capacity)
        hours.reserveCapacity(capacity)
        hourlyPay.reserveCapacity(capacity)
        monthlyPay.reserveCapacity(capacity)
        jobKey.reserveCapacity(capacity)
        isOutside.reserveCapacity(capacity)
        facets.reserveCapacity(capacity * FacetMatrix.octets)
    }

    /// `employer` and `source` are the offer's numbers in the index.
    mutating func append(
        _ offer: borrowing IndexedOffer, employer employerNumber: UInt32, source sourceNumber: UInt8,
        tables: ReferenceTables
    ) {
        let day = ParisTime.day(at: offer.publishedAt).daysSinceEpoch
        ids.append(offer.id.number)
        published.append(
            UInt32(clamping: offer.publishedAt.secondsSinceEpoch - Int64(Segment.firstDay) * 86_400))
        publishedDay.append(UInt16(clamping: day - Segment.firstDay))
        deadline.append(UInt16(clamping: offer.deadline.daysSinceEpoch - Segment.firstDay))
        let occupationIndex =
            tables.occupation(offer.occupation) ?? tables.occupations(under: offer.occupation).first
        occupation.append(UInt16(clamping: (occupationIndex ?? -1) + 1))
        let communeIndex = tables.commune(offer.commune)
        commune.append(UInt16(clamping: (communeIndex ?? -1) + 1))
        employer.append(employerNumber)
        source.append(sourceNumber)
        positions.append(UInt16(clamping: max(1, offer.positions)))
        hours.append(UInt16(clamping: offer.hours))
        hourlyPay.append(UInt16(clamping: offer.hourlyPay))
        monthlyPay.append(UInt32(clamping: offer.monthlyPay))
        jobKey.append(offer.jobKey)
        isOutside.append(!offer.departement.isEmpty && offer.departement != tables.reference.departement)
        let row = facets.count
        facets.append(contentsOf: repeatElement(0, count: FacetMatrix.octets))
        for value in offer.facets { facets[row + Int(value >> 3)] |= 1 << (value & 7) }
        if let letter = offer.occupation.first, let index = FacetLayout.domains.firstIndex(of: letter) {
            setFacet(FacetLayout.domain.lowerBound + index, row)
        }
        if let communeIndex, let basin = tables.reference.communes[communeIndex].basin,
            let value = FacetLayout.index(basin, in: FacetLayout.basin)
        {
            setFacet(value, row)
        }
    }

    private mutating func setFacet(_ value: Int, _ row: Int) { facets[row + value >> 3] |= 1 << UInt8(value & 7) }

    /// An offer as another segment holds it.
    mutating func append(_ document: Int, of other: borrowing SegmentColumns) {
        ids.append(other.ids[document])
        published.append(other.published[document])
        publishedDay.append(other.publishedDay[document])
        deadline.append(other.deadline[document])
        occupation.append(other.occupation[document])
        commune.append(other.commune[document])
        employer.append(other.employer[document])
        source.append(other.source[document])
        positions.append(other.positions[document])
        hours.append(other.hours[document])
        hourlyPay.append(other.hourlyPay[document])
        monthlyPay.append(other.monthlyPay[document])
        jobKey.append(other.jobKey[document])
        isOutside.append(other.isOutside[document])
        let row = document * FacetMatrix.octets
        for octet in row..<row + FacetMatrix.octets { facets.append(other.facets[octet]) }
    }
}
