/// Finds words side by side, by their positions.
struct PhraseMatcher {
    let segment: Segment

    /// Of `candidates` (which have all the words), those where the words follow each other at their steps.
    func documents(_ words: [Plan.Word], among candidates: Bitmap) -> Bitmap {
        guard let first = words.first else { return candidates }
        var places = positions(first.stem, in: candidates)
        for word in words.dropFirst() {
            let following = positions(word.stem, in: candidates)
            for (document, starts) in places {
                let ends = Set(following[document] ?? [])
                let met = starts.map { $0 + word.step }.filter { ends.contains($0) }
                places[document] = met.isEmpty ? nil : met
            }
        }
        var found = Bitmap(count: segment.count)
        for document in places.keys { found.insert(document) }
        return found
    }

    private func positions(_ term: TermHash, in candidates: Bitmap) -> [Int: [Int]] {
        guard let number = segment.terms.number(term), let range = segment.postings(term) else { return [:] }
        var result: [Int: [Int]] = [:]
        let bytes = segment.positionBytes
        var reader = ByteReader(at: Int(segment.positionStarts[number]))
        for posting in range {
            guard let count = reader.int(bytes) else { return result }
            let document = Int(segment.documents[posting])
            guard candidates.contains(document) else {
                guard reader.skip(numbers: count, bytes) else { return result }
                continue
            }
            var places: [Int] = []
            var position = 0
            for _ in 0..<count {
                guard let step = reader.int(bytes) else { return result }
                position += step
                places.append(position)
            }
            result[document] = places
        }
        return result
    }
}
