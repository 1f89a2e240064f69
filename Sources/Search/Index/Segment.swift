import Recruitment
import Threading

/// Up to 65,536 offers with everything a query needs of them; never changed once built. Documents are numbered in order of
/// publication, so newest is last.
final class Segment: Sendable {
    static let mostDocuments = 65_536
    /// 2000-01-01, in days since the epoch: days are kept in 16 bits from here.
    static let firstDay: Int32 = 10_957

    let count: Int
    let ids: [UInt32]
    /// Seconds since `firstDay`.
    let published: [UInt32]
    let publishedDay: [UInt16]
    let deadline: [UInt16]
    /// 1 + index in the reference; 0 none.
    let occupation: [UInt16]
    let commune: [UInt16]
    let employer: [UInt32]
    let source: [UInt8]
    let positions: [UInt16]
    let hours: [UInt16]
    let hourlyPay: [UInt16]
    let monthlyPay: [UInt32]
    let jobKey: [UInt64]
    let isOutside: Bitmap
    let byOccupation: DocumentLists
    let byCommune: DocumentLists

    /// Facet bits, word by word: the `FacetLayout.count` words of documents 0–63, then those of 64–127…
    let facets: [UInt64]
    /// The same bits offer by offer, `FacetLayout.wordsPerOffer` words each: cheaper where few of 64 offers match.
    let facetRows: [UInt64]

    let terms: TermTable
    /// Postings of term `t`: `termStarts[t]..<termStarts[t + 1]` of `documents` and `payloads`.
    let termStarts: [UInt32]
    let documents: [UInt16]
    let payloads: [UInt8]
    /// Positions of term `t` begin at `positionStarts[t]`: for each posting a count and differences, LEB128.
    let positionStarts: [UInt32]
    let positionBytes: [UInt8]

    /// Documents in order of their offers' numbers.
    private let documentByID: [UInt16]

    /// Kept while the segment is small, so that it can be merged.
    let offers: [IndexedOffer]?

    private let openCache = Lock<(day: Int32, open: Bitmap)?>(nil)

    init(_ builder: consuming SegmentBuilder, offers: [IndexedOffer]?) {
        count = builder.count
        ids = builder.ids
        published = builder.published
        publishedDay = builder.publishedDay
        deadline = builder.deadline
        occupation = builder.occupation
        commune = builder.commune
        employer = builder.employer
        source = builder.source
        positions = builder.positions
        hours = builder.hours
        hourlyPay = builder.hourlyPay
        monthlyPay = builder.monthlyPay
        jobKey = builder.jobKey
        isOutside = builder.isOutside
        byOccupation = DocumentLists(values: builder.occupation, count: builder.occupationCount + 1)
        byCommune = DocumentLists(values: builder.commune, count: builder.communeCount + 1)
        facets = builder.facets
        facetRows = builder.facetRows
        terms = builder.terms
        let postings = builder.sortedPostings()
        termStarts = postings.starts
        documents = postings.documents
        payloads = postings.payloads
        positionStarts = postings.positionStarts
        positionBytes = postings.positionBytes
        let numbers = builder.ids
        documentByID = (0..<numbers.count).sorted { numbers[$0] < numbers[$1] }.map { UInt16($0) }
        self.offers = offers
    }

    func postings(_ term: TermHash) -> Range<Int>? {
        terms.number(term).map { Int(termStarts[$0])..<Int(termStarts[$0 + 1]) }
    }

    func document(of id: UInt32) -> Int? {
        var low = 0
        var high = documentByID.count
        while low < high {
            let middle = (low + high) / 2
            if ids[Int(documentByID[middle])] < id { low = middle + 1 } else { high = middle }
        }
        guard low < documentByID.count, ids[Int(documentByID[low])] == id else { return nil }
        return Int(documentByID[low])
    }

    /// Documents whose deadline has not passed on `today`. Remembered for one day: queries ask for the same.
    func open(on today: CalendarDay) -> Bitmap {
        let day = today.daysSinceEpoch
        if let known = openCache.withLock({ $0?.day == day ? $0?.open : nil }) { return known }
        let threshold = UInt16(clamping: day - Self.firstDay)
        var open = Bitmap(count: count)
        for document in 0..<count where deadline[document] >= threshold { open.insert(document) }
        openCache.withLock { $0 = (day, open) }
        return open
    }

    /// The first document published on `day` or later.
    func first(publishedSince day: Int32) -> Int {
        let threshold = UInt16(clamping: day - Self.firstDay)
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if publishedDay[middle] < threshold { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Documents with the facet `value`.
    func insertFacet(_ value: Int, into bitmap: inout Bitmap) {
        var index = value
        for word in bitmap.words.indices {
            bitmap.words[word] |= facets[index]
            index += FacetLayout.count
        }
    }
}
