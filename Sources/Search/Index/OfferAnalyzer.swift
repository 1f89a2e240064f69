public import Recruitment

/// Makes the stored analysis of an offer. One thread at a time.
public final class OfferAnalyzer {
    private let french: FrenchAnalyzer
    private let reference: ReferenceTables
    private var terms = OfferTerms()
    private var tokens: [TextToken] = []

    /// nil where libstemmer has no French.
    public convenience init?(reference: SearchReference) {
        guard let french = FrenchAnalyzer() else { return nil }
        self.init(french: french, reference: ReferenceTables(reference, analyzer: french))
    }

    init(french: FrenchAnalyzer, reference: ReferenceTables) {
        self.french = french
        self.reference = reference
    }

    /// The analysis of one offer: what `IndexedOffer.init(blob:)` reads.
    public func analyze(_ offer: Offer, id: OfferID) -> [UInt8] {
        french.forgetIfFull()
        terms.clear()
        let title = readTitle(offer)
        if let employer = offer.employer {
            terms.beginField()
            read(employer)
            terms.add(tokens, flag: TermPayload.employer, french)
        }
        let occupation = offer.occupation ?? inferredOccupation(title)
        addLabels(offer, occupation)
        terms.beginField()
        read(offer.description)
        terms.addText(tokens, french)

        let hints = TextHints(title: title, words: tokens, lexemes: french.lexemes)
        let employer = String(decoding: Folding.folded(offer.employer ?? ""), as: UTF8.self)
        let place = offer.workplace.commune?.description ?? offer.workplace.label
        var job = Array(Set(title.filter { !isNoise($0, offer) }.map(\.lemma)))
        job.sort { $0.lexicographicallyPrecedes($1) }
        var key = PhraseKey.of(job)
        for part in [place, employer, offer.contract.rawValue] { key = PhraseKey.extend(key, Array(part.utf8)) }
        if employer.isEmpty {
            let details = "\(offer.salary?.minimum ?? 0) \(offer.weeklyHours ?? 0) \(offer.durationInMonths ?? 0)"
            key = PhraseKey.extend(key, Array(details.utf8))
        }
        var writer = ByteWriter()
        writer.write(number: FacetLayout.version)
        writer.write(number: UInt64(id.number))
        writer.write(number: UInt64(bitPattern: offer.publishedAt.secondsSinceEpoch))
        writer.write(number: UInt64(truncatingIfNeeded: Int64(offer.deadline.daysSinceEpoch)))
        writer.write(offer.identity.source.description)
        writer.write(occupation?.description)
        writer.write((offer.parentOccupation ?? occupation.flatMap(reference.parent))?.description)
        writer.write(offer.workplace.commune?.description)
        writer.write(offer.workplace.departement)
        writer.write(offer.employer)
        writer.write(number: min(offer.positions, 9_999))
        writer.write(number: Int(max(0, min(offer.weeklyHours ?? 0, 100)) * 10))
        let pay = OfferPay(offer)
        writer.write(number: pay.highestHourly)
        writer.write(number: pay.lowestMonthly)
        writer.write(number: key)
        writer.write(number: Self.ownKey(offer.identity.sourceID))
        writer.write(number: offer.duplicateOf.map(Self.ownKey) ?? 0)
        writer.write(octets: OfferFacets.values(of: offer, occupation: occupation, hints: hints))
        terms.write(to: &writer, french)
        return writer.bytes
    }

    private static func ownKey(_ sourceID: String) -> UInt64 { TermHash.hash(sourceID.utf8, seed: 77) | 1 }

    private func read(_ text: String) {
        tokens.removeAll(keepingCapacity: true)
        french.analyze(text.utf8.span, into: &tokens)
    }

    private func readTitle(_ offer: Offer) -> [Lexeme] {
        read(offer.title)
        terms.add(tokens, flag: TermPayload.title, french)
        let title = tokens.map { french.lexeme($0) }
        // « Serveur / Serveuse » is one word said twice.
        var distinct: [Lexeme] = []
        for word in title where !word.isStopWord && !isNoise(word, offer) {
            if !distinct.contains(where: { $0.lemma == word.lemma }) { distinct.append(word) }
        }
        for (position, word) in distinct.enumerated() {
            terms.add(
                lemma: word.lemma, weight: TermPayload.titleWeight(position: position, length: distinct.count))
        }
        return title
    }

    /// Words of a title that say nothing of the job: the contract, the place, the hurry.
    private func isNoise(_ word: Lexeme, _ offer: Offer) -> Bool {
        if Self.noise.contains(word.folded) { return true }
        return reference.isPlaceWord(word.folded, commune: offer.workplace.commune)
    }

    private static let noise = Set(
        ["urgent", "cdi", "cdd", "interim", "apprentissage", "alternance", "h", "f"].map { Array($0.utf8) })

    /// Certainty from which a title that is nobody's gives an offer its occupation.
    private static let surelyNear = 41

    private func inferredOccupation(_ title: [Lexeme]) -> ROMECode? {
        let words = title.filter { !$0.isStopWord && !Self.noise.contains($0.folded) }.map(\.lemma)
        for length in stride(from: min(words.count, OccupationLexicon.longestTitle), through: 1, by: -1) {
            if let match = reference.lexicon.matches(words[..<length]).first {
                return reference.occupationCode(match.occupation)
            }
        }
        return reference.lexicon.near(words, atMost: 1).first { $0.certainty >= Self.surelyNear }
            .flatMap { reference.occupationCode($0.occupation) }
    }

    private func addLabels(_ offer: Offer, _ occupation: ROMECode?) {
        for label in [offer.appellation, occupation.flatMap(reference.label)] {
            guard let label else { continue }
            read(label)
            terms.addUnplaced(tokens, flag: TermPayload.occupation, french)
        }
    }
}
