import Recruitment

/// The side of the index that changes: takes commits in, one after another.
struct IndexWriter {
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
        snapshot.employers.sortIfNeeded()
        snapshot.duplicates = finder.groups
        mark(touched)
        mergeSmallParts()
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
        add(Int(segment.columns.employer[document]), to: &snapshot.offersByEmployer)
        add(Int(segment.columns.occupation[document]), to: &snapshot.offersByOccupation)
        add(Int(segment.columns.commune[document]), to: &snapshot.offersByCommune)
    }

    private mutating func remove(_ id: UInt32) -> [UInt32] {
        for index in snapshot.parts.indices {
            guard let document = snapshot.parts[index].segment.document(of: id),
                snapshot.parts[index].alive.contains(document)
            else { continue }
            snapshot.parts[index].alive.remove(document)
            count(document, of: snapshot.parts[index].segment, by: -1)
            return finder.remove(id, jobKey: snapshot.parts[index].segment.columns.jobKey[document])
        }
        return []
    }

    private mutating func append(_ offers: [IndexedOffer]) -> Segment {
        var builder = SegmentBuilder(capacity: offers.count, tables: tables)
        for offer in offers {
            let employer = snapshot.employers.intern(offer.employer)
            let source = UInt8(clamping: snapshot.sources.intern(offer.source))
            builder.add(offer, employer: employer, source: source, vocabulary: snapshot.vocabulary)
        }
        let segment = builder.segment()
        snapshot.parts.append(
            Snapshot.Part(
                segment: segment, alive: Bitmap(full: offers.count), grouped: Bitmap(count: offers.count)))
        return segment
    }

    // MARK: Merging

    /// The parts to join next, with at most `most` offers.
    func partsToMerge(most: Int) -> [Snapshot.Part]? {
        MergePolicy.next(
            offers: snapshot.parts.map(\.alive.count), slots: snapshot.parts.map(\.segment.count), most: most
        )?.map { snapshot.parts[$0] }
    }

    /// Puts a merged segment in the place of the parts it was made of, without what has been removed since. Does nothing
    /// where one of them is no longer there.
    mutating func replace(_ parts: [Snapshot.Part], by merger: SegmentMerger) {
        let indices = parts.compactMap { part in snapshot.parts.firstIndex { $0.segment === part.segment } }
        guard indices.count == parts.count else { return }
        let count = merger.segment.count
        var merged = Snapshot.Part(segment: merger.segment, alive: Bitmap(count: count), grouped: Bitmap(count: count))
        for (part, index) in indices.enumerated() {
            let places = merger.places[part]
            let (alive, grouped) = (snapshot.parts[index].alive, snapshot.parts[index].grouped)
            for document in places.indices where places[document] >= 0 {
                if alive.contains(document) { merged.alive.insert(Int(places[document])) }
                if grouped.contains(document) {
                    merged.grouped.insert(Int(places[document]))
                    merged.hasGroups = true
                }
            }
        }
        for index in indices.sorted().reversed() { snapshot.parts.remove(at: index) }
        if !merged.alive.isEmpty { snapshot.parts.append(merged) }
    }

    private mutating func mergeSmallParts() {
        snapshot.parts.removeAll { $0.alive.isEmpty }
        while let parts = partsToMerge(most: MergePolicy.mostWithinCommit) {
            replace(parts, by: SegmentMerger(parts, tables: tables))
        }
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
