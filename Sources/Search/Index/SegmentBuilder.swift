import Recruitment

/// Gathers analysed offers, in order of publication, into the columns and postings of a segment.
struct SegmentBuilder: ~Copyable {
    let occupationCount: Int
    let communeCount: Int
    private let reference: ReferenceTables

    private(set) var count = 0
    private(set) var ids: [UInt32] = []
    private(set) var published: [UInt32] = []
    private(set) var publishedDay: [UInt16] = []
    private(set) var deadline: [UInt16] = []
    private(set) var occupation: [UInt16] = []
    private(set) var commune: [UInt16] = []
    private(set) var employer: [UInt32] = []
    private(set) var source: [UInt8] = []
    private(set) var positions: [UInt16] = []
    private(set) var hours: [UInt16] = []
    private(set) var hourlyPay: [UInt16] = []
    private(set) var monthlyPay: [UInt32] = []
    private(set) var jobKey: [UInt64] = []
    private(set) var isOutside: Bitmap
    private(set) var facets: [UInt64]
    private(set) var facetRows: [UInt64]
    private(set) var terms = TermTable(capacity: 8_192)

    private var postingTerms: [UInt32] = []
    private var postingDocuments: [UInt16] = []
    private var postingPayloads: [UInt8] = []
    private var postingPositions: [UInt32] = []
    private var positionStream: [UInt8] = []

    struct Postings {
        var starts: [UInt32]
        var documents: [UInt16]
        var payloads: [UInt8]
        var positionStarts: [UInt32]
        var positionBytes: [UInt8]
    }

    init(capacity: Int, reference: ReferenceTables) {
        self.reference = reference
        occupationCount = reference.reference.occupations.count
        communeCount = reference.reference.communes.count
        isOutside = Bitmap(count: capacity)
        facets = [UInt64](repeating: 0, count: (capacity + 63) / 64 * FacetLayout.count)
        facetRows = [UInt64](repeating: 0, count: capacity * FacetLayout.wordsPerOffer)
        ids.reserveCapacity(capacity)
    }

    /// Adds an offer; `employer` and `source` are their numbers in the index. Offers must come in order of publication.
    mutating func add(
        _ offer: borrowing IndexedOffer, employer employerNumber: UInt32, source sourceNumber: UInt8,
        vocabulary: TitleVocabulary
    ) {
        let document = count
        count += 1
        let day = ParisTime.day(at: offer.publishedAt).daysSinceEpoch
        ids.append(offer.id.number)
        published.append(
            UInt32(clamping: offer.publishedAt.secondsSinceEpoch - Int64(Segment.firstDay) * 86_400))
        publishedDay.append(UInt16(clamping: day - Segment.firstDay))
        deadline.append(UInt16(clamping: offer.deadline.daysSinceEpoch - Segment.firstDay))
        let occupationIndex =
            reference.occupation(offer.occupation)
            ?? reference.occupations(under: offer.occupation).first
        occupation.append(UInt16(clamping: (occupationIndex ?? -1) + 1))
        let communeIndex = reference.commune(offer.commune)
        commune.append(UInt16(clamping: (communeIndex ?? -1) + 1))
        employer.append(employerNumber)
        source.append(sourceNumber)
        positions.append(UInt16(clamping: max(1, offer.positions)))
        hours.append(UInt16(clamping: offer.hours))
        hourlyPay.append(UInt16(clamping: offer.hourlyPay))
        monthlyPay.append(UInt32(clamping: offer.monthlyPay))
        jobKey.append(offer.jobKey)
        if !offer.departement.isEmpty, offer.departement != reference.reference.departement {
            isOutside.insert(document)
        }
        for value in offer.facets { setFacet(Int(value), document) }
        if let letter = offer.occupation.first, let index = FacetLayout.domains.firstIndex(of: letter) {
            setFacet(FacetLayout.domain.lowerBound + index, document)
        }
        if let communeIndex, let basin = reference.reference.communes[communeIndex].basin,
            let value = FacetLayout.index(basin, in: FacetLayout.basin)
        {
            setFacet(value, document)
        }
        addTerms(offer, document, vocabulary)
    }

    private mutating func setFacet(_ value: Int, _ document: Int) {
        facets[document >> 6 * FacetLayout.count + value] |= 1 << UInt64(document & 63)
        facetRows[document * FacetLayout.wordsPerOffer + value >> 6] |= 1 << UInt64(value & 63)
    }

    private mutating func addTerms(_ offer: borrowing IndexedOffer, _ document: Int, _ vocabulary: TitleVocabulary) {
        let blob = offer.blob
        var reader = ByteReader(at: offer.terms)
        guard let total = reader.int(blob) else { return }
        for _ in 0..<total {
            guard let kind = reader.octet(blob), let range = reader.range(blob), let payload = reader.octet(blob) else {
                return
            }
            let start = reader.position
            guard let count = reader.int(blob), reader.skip(numbers: count, blob) else { return }
            let hash = kind == 1 ? TermHash(lemma: blob[range]) : TermHash(stem: blob[range])
            let known = terms.count
            let term = terms.intern(hash)
            if kind == 1, terms.count > known { vocabulary.insert(Array(blob[range])) }
            postingTerms.append(UInt32(term))
            postingDocuments.append(UInt16(document))
            postingPayloads.append(payload)
            postingPositions.append(UInt32(positionStream.count))
            positionStream.append(contentsOf: blob[start..<reader.position])
        }
    }

    /// The postings in order of their terms (documents stay in order: it is a counting sort).
    func sortedPostings() -> Postings {
        let total = postingTerms.count
        var starts = [UInt32](repeating: 0, count: terms.count + 1)
        var positionStarts = [UInt32](repeating: 0, count: terms.count + 1)
        for index in 0..<total {
            let term = Int(postingTerms[index])
            starts[term + 1] += 1
            positionStarts[term + 1] += length(index)
        }
        for term in 0..<terms.count {
            starts[term + 1] += starts[term]
            positionStarts[term + 1] += positionStarts[term]
        }
        var next = starts
        var nextPosition = positionStarts
        var documents = [UInt16](repeating: 0, count: total)
        var payloads = [UInt8](repeating: 0, count: total)
        var bytes = [UInt8](repeating: 0, count: positionStream.count)
        for index in 0..<total {
            let term = Int(postingTerms[index])
            let place = Int(next[term])
            next[term] += 1
            documents[place] = postingDocuments[index]
            payloads[place] = postingPayloads[index]
            let from = Int(postingPositions[index])
            let to = Int(nextPosition[term])
            let length = Int(length(index))
            for offset in 0..<length { bytes[to + offset] = positionStream[from + offset] }
            nextPosition[term] += UInt32(length)
        }
        return Postings(
            starts: starts, documents: documents, payloads: payloads, positionStarts: positionStarts,
            positionBytes: bytes)
    }

    private func length(_ posting: Int) -> UInt32 {
        let end = posting + 1 < postingPositions.count ? postingPositions[posting + 1] : UInt32(positionStream.count)
        return end - postingPositions[posting]
    }
}
