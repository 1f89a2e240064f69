import Recruitment
import Threading

/// Up to 65,536 offers with everything a query needs of them; never changed once built. Documents are numbered in order of
/// publication, so newest is last.
final class Segment: Sendable {
    static let mostDocuments = 65_536
    /// 2000-01-01, in days since the epoch: days are kept in 16 bits from here.
    static let firstDay: Int32 = 10_957

    let count: Int
    let columns: SegmentColumns
    let postings: Postings
    let facets: FacetMatrix
    let isOutside: Bitmap
    let byOccupation: DocumentLists
    let byCommune: DocumentLists

    /// Documents in order of their offers' numbers.
    private let documentByID: [UInt16]
    private let openCache = Lock<(day: Int32, open: Bitmap)?>(nil)

    init(_ columns: SegmentColumns, _ postings: Postings, tables: ReferenceTables) {
        count = columns.count
        self.columns = columns
        self.postings = postings
        facets = FacetMatrix(rows: columns.facets)
        var outside = Bitmap(count: columns.count)
        for document in columns.isOutside.indices where columns.isOutside[document] { outside.insert(document) }
        isOutside = outside
        byOccupation = DocumentLists(values: columns.occupation, count: tables.reference.occupations.count + 1)
        byCommune = DocumentLists(values: columns.commune, count: tables.reference.communes.count + 1)
        let ids = columns.ids
        documentByID = ids.indices.sorted { ids[$0] < ids[$1] }.map { UInt16($0) }
    }

    func document(of id: UInt32) -> Int? {
        var low = 0
        var high = documentByID.count
        while low < high {
            let middle = (low + high) / 2
            if columns.ids[Int(documentByID[middle])] < id { low = middle + 1 } else { high = middle }
        }
        guard low < documentByID.count, columns.ids[Int(documentByID[low])] == id else { return nil }
        return Int(documentByID[low])
    }

    /// Documents whose deadline has not passed on `today`. Remembered for one day: queries ask for the same.
    func open(on today: CalendarDay) -> Bitmap {
        let day = today.daysSinceEpoch
        if let known = openCache.withLock({ $0?.day == day ? $0?.open : nil }) { return known }
        let threshold = UInt16(clamping: day - Self.firstDay)
        var open = Bitmap(count: count)
        for document in 0..<count where columns.deadline[document] >= threshold { open.insert(document) }
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
            if columns.publishedDay[middle] < threshold { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
