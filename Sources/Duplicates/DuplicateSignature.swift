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

    public let identity: OfferIdentity
    /// The place offers are compared within: a commune, else a département, region or the country.
    let place: String
    let titleWords: Set<String>
    let occupation: ROMECode?
    let parentOccupation: ROMECode?
    let employerWords: Set<String>
    /// The employer is not named, or recruits for others.
    let isEmployerUncertain: Bool
    let siret: SIRET?
    let contract: ContractType
    let durationInMonths: Double?
    let weeklyHours: Double?
    let salary: Salary?
    /// Hashes of pairs of words, ascending; the lowest `sketchSize`.
    let sketch: [UInt32]
    /// Shingles in the whole text.
    let shingleCount: Int
    let minimums: [UInt32]

    /// The signature of `offer`. The names of the employer and of the place are taken out of the text: they are compared apart.
    public init(of offer: Offer) {
        identity = offer.identity
        let workplace = offer.workplace
        place = workplace.commune?.description ?? workplace.departement ?? workplace.label
        titleWords = DuplicateWords.title(offer.title)
        occupation = offer.occupation
        parentOccupation = offer.parentOccupation
        employerWords = offer.employer.map(DuplicateWords.employer) ?? []
        isEmployerUncertain =
            employerWords.isEmpty || offer.employer.map(DuplicateWords.isAgency) ?? true
            || offer.activity?.description.hasPrefix("78.") ?? false
        siret = offer.siret
        contract = offer.contract
        durationInMonths = offer.durationInMonths
        weeklyHours = offer.weeklyHours
        salary = offer.salary
        let hashes = Shingles.hashes(
            MarkupText.plainText(from: offer.description),
            ignoring: employerWords.union(FoldedText(workplace.label).words.map(String.init)))
        shingleCount = hashes.count
        sketch = Array(hashes.prefix(Self.sketchSize))
        minimums = Shingles.minimums(hashes, count: Self.bands * Self.rows)
    }

    /// Keys under which an index finds offers like this one: two offers with a key in common are worth a comparison.
    /// At most `bands` + 1.
    public var bandKeys: [UInt64] {
        let place = StableHash.of(self.place.utf8)
        return textKeys(place, bands: Self.bands) + wordKeys(titleWords, place, UInt64(Self.bands))
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
