import Recruitment

/// Gathers analysed offers, in order of publication, into the columns and postings of a segment.
struct SegmentBuilder: ~Copyable {
    private let tables: ReferenceTables
    private var columns: SegmentColumns
    private var terms = TermTable(capacity: 1_024)
    private var postingTerms: [UInt32] = []
    private var postingDocuments: [UInt16] = []
    private var postingPayloads: [UInt8] = []
    private var postingPositions: [UInt32] = []
    private var positions: [UInt8] = []

    init(capacity: Int, tables: ReferenceTables) {
        self.tables = tables
        columns = SegmentColumns(capacity: capacity)
    }

    /// Adds an offer; `employer` and `source` are their numbers in the index. Offers must come in order of publication.
    mutating func add(
        _ offer: borrowing IndexedOffer, employer: UInt32, source: UInt8, vocabulary: TitleVocabulary
    ) {
        let document = UInt16(columns.count)
        columns.append(offer, employer: employer, source: source, tables: tables)
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
            postingDocuments.append(document)
            postingPayloads.append(payload)
            postingPositions.append(UInt32(positions.count))
            positions.append(contentsOf: blob[start..<reader.position])
        }
    }

    consuming func segment() -> Segment {
        let postings = sortedPostings()
        return Segment(columns, postings, tables: tables)
    }

    /// The postings in order of their terms (documents stay in order: it is a counting sort).
    private func sortedPostings() -> Postings {
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
        var bytes = [UInt8](repeating: 0, count: positions.count)
        for index in 0..<total {
            let term = Int(postingTerms[index])
            let place = Int(next[term])
            next[term] += 1
            documents[place] = postingDocuments[index]
            payloads[place] = postingPayloads[index]
            let from = Int(postingPositions[index])
            let to = Int(nextPosition[term])
            let length = Int(length(index))
            for offset in 0..<length { bytes[to + offset] = positions[from + offset] }
            nextPosition[term] += UInt32(length)
        }
        return Postings(
            terms: terms, starts: starts, documents: documents, payloads: payloads, positionStarts: positionStarts,
            positions: bytes)
    }

    private func length(_ posting: Int) -> UInt32 {
        let end = posting + 1 < postingPositions.count ? postingPositions[posting + 1] : UInt32(positions.count)
        return end - postingPositions[posting]
    }
}
