import MarkupText
public import Recruitment

/// What is kept of an offer to tell whether another repeats it: about one kilobyte, made from the offer alone, the same in
/// every run.
public struct DuplicateSignature: Sendable, Hashable {
    /// Bands of the MinHash, and values in each: texts of which three tenths are common share a band nine times in ten.
    static let bands = 32
    static let rows = 2
    /// Shingles kept at most, those with the lowest hashes: a uniform sample of longer texts, comparable between offers.
    static let sketchSize = 256

    public let facts: DuplicateFacts
    /// Hashes of pairs of words, ascending; the lowest `sketchSize`.
    let sketch: [UInt32]
    /// Shingles in the whole text.
    let shingleCount: Int
    let minimums: [UInt32]
    let titleShifts: Shifts
    /// Those of title and text.
    let shifts: Shifts

    public var identity: OfferIdentity { facts.identity }

    /// The signature of `offer`. The names of the employer and of the place are taken out of the text: they are compared apart.
    public init(of offer: Offer) {
        self.init(of: offer, DuplicateFacts(of: offer))
    }

    /// The same, where the facts of `offer` are known.
    public init(of offer: Offer, _ facts: DuplicateFacts) {
        self.facts = facts
        let text = FoldedText(MarkupText.plainText(from: offer.description)).text
        titleShifts = Shifts(in: FoldedText(offer.title).text)
        shifts = titleShifts.union(Shifts(in: text))
        let hashes = Shingles.hashes(
            text, ignoring: facts.employerWords.union(FoldedText(offer.workplace.label).words.map(String.init)))
        shingleCount = hashes.count
        sketch = Array(hashes.prefix(Self.sketchSize))
        minimums = Shingles.minimums(hashes, count: Self.bands * Self.rows)
    }

    /// Keys under which an index finds offers like this one: two offers with a key in common are worth a comparison.
    /// At most `bands` + 1.
    public var bandKeys: [UInt64] {
        let place = StableHash.of(facts.place.utf8)
        return textKeys(place, bands: Self.bands) + wordKeys(facts.titleWords, place, UInt64(Self.bands))
    }

    /// A key for each band of the text; none where it is too short.
    func textKeys(_ place: UInt64, bands: Int) -> [UInt64] {
        guard !minimums.isEmpty else { return [] }
        return (0..<bands).map { band in
            var hash = StableHash.mix(place, UInt64(band))
            for row in 0..<Self.rows { hash = StableHash.mix(hash, UInt64(minimums[band * Self.rows + row])) }
            return hash
        }
    }

    /// The key of a set of words; none for none.
    func wordKeys(_ words: Set<String>, _ place: UInt64, _ kind: UInt64) -> [UInt64] {
        guard !words.isEmpty else { return [] }
        let text = StableHash.of(words.sorted().joined(separator: " ").utf8)
        return [StableHash.mix(StableHash.mix(place, kind), text)]
    }
}
