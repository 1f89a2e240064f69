import Recruitment

/// The side of the index that changes: takes commits in, one after another.
struct IndexWriter {
    /// Segments below this many documents keep their offers, so that they can be merged.
    static let largestMerged = 4_096

    private(set) var snapshot = Snapshot()
    private var finder = DuplicateFinder()
    private let tables: ReferenceTables

    init(tables: ReferenceTables) {
        self.tables = tables
    }

    mutating func apply(_ changes: [IndexChange], sequence: Int64?) {
        var puts: [UInt32: IndexedOffer] = [:]
        var removed: Set<UInt32> = []
        for change in changes {
            switch change {
            case .put(let offer):
                puts[offer.id.number] = offer
                removed.insert(offer.id.number)
            case .remove(let id):
                puts[id.number] = nil
                removed.insert(id.number)
            }
        }
        var touched: Set<UInt32> = []
        for id in removed { touched.formUnion(remove(id)) }
        let offers = puts.values.sorted {
            $0.publishedAt != $1.publishedAt ? $0.publishedAt < $1.publishedAt : $0.id < $1.id
        }
        var start = 0
        while start < offers.count {
            let end = min(offers.count, start + Segment.mostDocuments)
            let slice = Array(offers[start..<end])
            let segment = append(slice)
            for document in 0..<segment.count { count(document, of: segment, by: 1) }
            for offer in slice {
                touched.formUnion(insertIntoGroups(offer))
            }
            start = end
        }
        mergeSmallParts()
        snapshot.employers.sortIfNeeded()
        snapshot.duplicates = finder.groups
        mark(touched)
        if let sequence { snapshot.sequence = max(snapshot.sequence, sequence) }
    }

    private mutating func insertIntoGroups(_ offer: IndexedOffer) -> [UInt32] {
        finder.insert(offer, source: UInt8(clamping: snapshot.sources.number(offer.source) ?? 0))
    }

    /// Counts one document in or out.
    private mutating func count(_ document: Int, of segment: Segment, by step: Int) {
        func add(_ value: Int, to counts: inout [UInt32]) {
            while counts.count <= value { counts.append(0) }
            counts[value] = UInt32(max(0, Int(counts[value]) + step))
        }
        add(Int(segment.employer[document]), to: &snapshot.offersByEmployer)
        add(Int(segment.occupation[document]), to: &snapshot.offersByOccupation)
        add(Int(segment.commune[document]), to: &snapshot.offersByCommune)
    }

    private mutating func remove(_ id: UInt32) -> [UInt32] {
        for index in snapshot.parts.indices {
            guard let document = snapshot.parts[index].segment.document(of: id),
                snapshot.parts[index].alive.contains(document)
            else { continue }
            snapshot.parts[index].alive.remove(document)
            count(document, of: snapshot.parts[index].segment, by: -1)
            return finder.remove(id, jobKey: snapshot.parts[index].segment.jobKey[document])
        }
        return []
    }

    @discardableResult
    private mutating func append(_ offers: [IndexedOffer]) -> Segment {
        let segment = makeSegment(offers)
        snapshot.parts.append(
            Snapshot.Part(
                segment: segment, alive: Bitmap(full: offers.count), grouped: Bitmap(count: offers.count)))
        return segment
    }

    private mutating func makeSegment(_ offers: [IndexedOffer]) -> Segment {
        var builder = SegmentBuilder(capacity: offers.count, reference: tables)
        for offer in offers {
            let employer = snapshot.employers.intern(offer.employer)
            let source = UInt8(clamping: snapshot.sources.intern(offer.source))
            builder.add(offer, employer: employer, source: source, vocabulary: snapshot.vocabulary)
        }
        return Segment(builder, offers: offers.count < Self.largestMerged ? offers : nil)
    }

    /// Joins the newest segments while they are of a size, so that their number grows with the logarithm of the changes.
    private mutating func mergeSmallParts() {
        snapshot.parts.removeAll { $0.alive.isEmpty }
        while snapshot.parts.count >= 2 {
            let last = snapshot.parts[snapshot.parts.count - 1]
            let before = snapshot.parts[snapshot.parts.count - 2]
            guard let newer = last.segment.offers, let older = before.segment.offers,
                before.segment.count <= 4 * last.segment.count,
                newer.count + older.count < Segment.mostDocuments
            else { return }
            var offers = alive(older, before) + alive(newer, last)
            offers.sort { $0.publishedAt != $1.publishedAt ? $0.publishedAt < $1.publishedAt : $0.id < $1.id }
            snapshot.parts.removeLast(2)
            append(offers)
            mark(Set(offers.map(\.id.number).filter { finder.groups.groupOfOffer[$0] != nil }))
        }
    }

    private func alive(_ offers: [IndexedOffer], _ part: Snapshot.Part) -> [IndexedOffer] {
        offers.indices.filter { part.alive.contains($0) }.map { offers[$0] }
    }

    /// Sets the bits of offers that are, or are no longer, in a group of duplicates.
    private mutating func mark(_ offers: Set<UInt32>) {
        for id in offers {
            let isGrouped = finder.groups.groupOfOffer[id] != nil
            for index in snapshot.parts.indices {
                guard let document = snapshot.parts[index].segment.document(of: id) else { continue }
                if isGrouped {
                    snapshot.parts[index].grouped.insert(document)
                    snapshot.parts[index].hasGroups = true
                } else {
                    snapshot.parts[index].grouped.remove(document)
                }
            }
        }
    }
}
