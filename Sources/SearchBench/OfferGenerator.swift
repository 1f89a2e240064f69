import Recruitment

/// Many offers out of the demonstration's: other places, employers, days, contracts and pay, sentences in another order.
/// The same seed gives the same offers.
struct OfferGenerator {
    private let models: [Offer]
    private let communes: [Commune]
    /// Running sums of population: people and jobs live together.
    private let weights: [Int]
    private var state: UInt64

    init(models: [Offer], communes: [Commune], seed: UInt64 = 1) {
        self.models = models
        self.communes = communes
        var sum = 0
        weights = communes.map {
            sum += $0.population + 200
            return sum
        }
        state = seed
    }

    mutating func next(number: Int) -> Offer {
        let model = models[random(models.count)]
        let commune = communes[place()]
        var sentences = model.description.split(separator: "\n").map(String.init)
        for index in sentences.indices.reversed() where index > 0 { sentences.swapAt(index, random(index + 1)) }
        sentences.append("Référence \(number % 50_000) \(Self.word(random(200_000))) \(Self.word(random(2_000))).")
        let published = Instant(secondsSinceEpoch: 1_795_500_000 - Int64(random(7_000_000)))
        var offer = Offer(
            identity: model.identity, title: model.title,
            description: sentences.joined(separator: "\n").replacing(model.workplace.label, with: commune.name),
            occupation: model.occupation, parentOccupation: model.parentOccupation, appellation: model.appellation,
            workplace: Workplace(
                precision: .commune, label: commune.name, commune: commune.code, postcode: commune.postcodes.first,
                departement: commune.code.departement),
            contract: random(4) == 0 ? .permanent : model.contract, workingTime: model.workingTime,
            weeklyHours: model.weeklyHours, salary: model.salary,
            employer: model.employer.map { "\($0) \(random(100))" },
            experience: model.experience, positions: model.positions, telework: random(20) == 0,
            accessibleToDisabledWorkers: random(4) == 0, publishedAt: published,
            deadline: ParisTime.day(at: published).adding(days: 80 + random(30)))
        if let identity = OfferIdentity(source: model.identity.source, sourceID: "G\(number)") {
            offer.identity = identity
        }
        return offer
    }

    private mutating func place() -> Int {
        let target = random(weights.last ?? 1)
        var low = 0
        var high = weights.count - 1
        while low < high {
            let middle = (low + high) / 2
            if weights[middle] <= target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// xorshift64*.
    mutating func random(_ bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, bound)
    }

    private static func word(_ number: Int) -> String {
        let syllables = ["ba", "co", "du", "fi", "ga", "lo", "mu", "ni", "pa", "ro", "su", "ti", "va", "zo"]
        var rest = number
        var word = ""
        repeat {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        } while rest > 0
        return word + "x"
    }
}
