/// Makes one segment of the offers that are left in several.
struct SegmentMerger {
    let segment: Segment
    /// Where each document of each part went; -1 where it was left out.
    let places: [[Int32]]

    /// A posting on its way.
    private struct Entry {
        let document: UInt16
        let payload: UInt8
        let part: UInt8
        let positions: Range<Int32>
    }

    /// At most 255 parts with at most `Segment.mostDocuments` offers left in all.
    init(_ parts: [Snapshot.Part], tables: ReferenceTables) {
        var order: [(published: UInt32, id: UInt32, part: Int32, document: Int32)] = []
        for (index, part) in parts.enumerated() {
            let columns = part.segment.columns
            part.alive.forEach {
                order.append((columns.published[$0], columns.ids[$0], Int32(index), Int32($0)))
            }
        }
        order.sort { $0.published != $1.published ? $0.published < $1.published : $0.id < $1.id }
        var columns = SegmentColumns(capacity: order.count)
        var places = parts.map { [Int32](repeating: -1, count: $0.segment.count) }
        for (place, entry) in order.enumerated() {
            columns.append(Int(entry.document), of: parts[Int(entry.part)].segment.columns)
            places[Int(entry.part)][Int(entry.document)] = Int32(place)
        }
        let postings = Self.postings(parts.map(\.segment.postings), places)
        segment = Segment(columns, postings, tables: tables)
        self.places = places
    }

    private static func postings(_ parts: [Postings], _ places: [[Int32]]) -> Postings {
        var terms = TermTable(capacity: parts.map(\.terms.count).max() ?? 0)
        // The term's number in each part, for each of the merged terms that still has a document.
        var numbers: [Int32] = []
        for (index, part) in parts.enumerated() {
            for (hash, number) in part.terms.all {
                let range = Int(part.starts[number])..<Int(part.starts[number + 1])
                guard range.contains(where: { places[index][Int(part.all.documents[$0])] >= 0 }) else { continue }
                let term = terms.intern(hash)
                if term * parts.count == numbers.count {
                    numbers.append(contentsOf: repeatElement(-1, count: parts.count))
                }
                numbers[term * parts.count + index] = Int32(number)
            }
        }
        var starts: [UInt32] = [0]
        var positionStarts: [UInt32] = [0]
        starts.reserveCapacity(terms.count + 1)
        positionStarts.reserveCapacity(terms.count + 1)
        let most = parts.reduce(0) { $0 + $1.all.documents.count }
        var documents: [UInt16] = []
        var payloads: [UInt8] = []
        var positions: [UInt8] = []
        documents.reserveCapacity(most)
        payloads.reserveCapacity(most)
        positions.reserveCapacity(parts.reduce(0) { $0 + $1.positions.count })
        var entries: [Entry] = []
        for term in 0..<terms.count {
            entries.removeAll(keepingCapacity: true)
            for index in parts.indices where numbers[term * parts.count + index] >= 0 {
                let number = Int(numbers[term * parts.count + index])
                append(number, of: parts[index], UInt8(index), places[index], to: &entries)
            }
            // Parts seldom follow each other in time: then the lists interlace.
            let isSorted = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].document < entries[$0].document }
            if !isSorted { entries.sort { $0.document < $1.document } }
            for entry in entries {
                documents.append(entry.document)
                payloads.append(entry.payload)
                let source = parts[Int(entry.part)].positions
                for octet in entry.positions { positions.append(source[Int(octet)]) }
            }
            starts.append(UInt32(documents.count))
            positionStarts.append(UInt32(positions.count))
        }
        return Postings(
            terms: terms, starts: starts, documents: documents, payloads: payloads, positionStarts: positionStarts,
            positions: positions)
    }

    /// The postings of one term of one part whose documents are still there.
    private static func append(
        _ number: Int, of part: Postings, _ index: UInt8, _ places: [Int32], to entries: inout [Entry]
    ) {
        var reader = ByteReader(at: Int(part.positionStarts[number]))
        for posting in Int(part.starts[number])..<Int(part.starts[number + 1]) {
            let start = Int32(reader.position)
            guard let count = reader.int(part.positions), reader.skip(numbers: count, part.positions) else { return }
            let place = places[Int(part.all.documents[posting])]
            guard place >= 0 else { continue }
            entries.append(
                Entry(
                    document: UInt16(place), payload: part.all.payloads[posting], part: index,
                    positions: start..<Int32(reader.position)))
        }
    }
}
