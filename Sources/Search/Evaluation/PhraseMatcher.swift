/// Finds words side by side, by their positions.
struct PhraseMatcher {
    let segment: Segment

    /// Where a word stands in each of some documents.
    private struct Places {
        /// Places of document `d`: `starts[d]..<starts[d + 1]` of `positions`.
        var starts: [Int] = [0]
        var positions: [Int] = []

        subscript(document: Int) -> ArraySlice<Int> { positions[starts[document]..<starts[document + 1]] }
    }

    /// Of `candidates` (in order; all have all the words), those where the words follow each other at their steps.
    func documents(_ words: [Plan.Word], among candidates: [UInt16]) -> [UInt16] {
        guard let first = words.first else { return candidates }
        let begins = places(first.stem, in: candidates)
        let followers = words.dropFirst().map { (word: $0, places: places($0.stem, in: candidates)) }
        return candidates.indices.filter { candidate in
            begins[candidate].contains { begin in
                var position = begin
                return followers.allSatisfy { follower in
                    position += follower.word.step
                    return follower.places[candidate].contains(position)
                }
            }
        }.map { candidates[$0] }
    }

    private func places(_ term: TermHash, in candidates: [UInt16]) -> Places {
        var places = Places()
        let postings = segment.postings
        let range = postings[term].all
        guard let number = postings.terms.number(term) else {
            places.starts = [Int](repeating: 0, count: candidates.count + 1)
            return places
        }
        let octets = postings.positions
        var reader = ByteReader(at: Int(postings.positionStarts[number]))
        var candidate = 0
        for posting in range where candidate < candidates.count {
            guard let count = reader.int(octets) else { break }
            let document = postings.all.documents[posting]
            while candidate < candidates.count, candidates[candidate] < document {
                places.starts.append(places.positions.count)
                candidate += 1
            }
            guard candidate < candidates.count, candidates[candidate] == document else {
                guard reader.skip(numbers: count, octets) else { break }
                continue
            }
            var position = 0
            for _ in 0..<count {
                position += reader.int(octets) ?? 0
                places.positions.append(position)
            }
            places.starts.append(places.positions.count)
            candidate += 1
        }
        while places.starts.count <= candidates.count { places.starts.append(places.positions.count) }
        return places
    }
}
