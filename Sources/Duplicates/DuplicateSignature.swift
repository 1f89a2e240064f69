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
        var keys: [UInt64] = []
        if !minimums.isEmpty {
            for band in 0..<Self.bands {
                var hash = StableHash.mix(place, UInt64(band))
                for row in 0..<Self.rows { hash = StableHash.mix(hash, UInt64(minimums[band * Self.rows + row])) }
                keys.append(hash)
            }
        }
        if !titleWords.isEmpty {
            let title = StableHash.of(titleWords.sorted().joined(separator: " ").utf8)
            keys.append(StableHash.mix(StableHash.mix(place, UInt64(Self.bands)), title))
        }
        return keys
    }
}
