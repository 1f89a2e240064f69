/// How near two occupations are by the words of their titles: a plasterer is nearer to a plasterboard fitter than to a
/// roofer, whatever the codes say.
struct Kinship: Sendable {
    private struct Weighted: Sendable {
        let number: Int32
        let weight: Float
    }

    /// Relatives told of one occupation.
    private static let most = 12
    private static let leastLikeness: Float = 0.12

    /// By occupation, of length 1.
    private let vectors: [[Weighted]]
    /// By number of root.
    private let holders: [[Weighted]]

    /// `words`: of every title of each occupation, lemmas.
    init(_ words: [[[UInt8]]]) {
        var numbers: [[UInt8]: Int] = [:]
        var counts: [[Int: Float]] = []
        var spread: [Int] = []
        for occupation in words {
            var own: [Int: Float] = [:]
            for word in occupation {
                let root = WordFamily.root(word)
                let number = numbers[root] ?? numbers.count
                if number == spread.count {
                    numbers[root] = number
                    spread.append(0)
                }
                own[number, default: 0] += 1
            }
            for number in own.keys { spread[number] += 1 }
            counts.append(own)
        }
        var vectors: [[Weighted]] = []
        var holders = [[Weighted]](repeating: [], count: spread.count)
        for (occupation, own) in counts.enumerated() {
            var vector = own.map { number, count in
                // Occupations number some 1,600.
                let rarity = Float(max(0, 11 - (Int.bitWidth - spread[number].leadingZeroBitCount)))
                return Weighted(number: Int32(number), weight: count.squareRoot() * rarity)
            }
            let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
            vector = vector.filter { $0.weight > 0 }.map { .init(number: $0.number, weight: $0.weight / length) }
            vectors.append(vector)
            for word in vector {
                holders[Int(word.number)].append(.init(number: Int32(occupation), weight: word.weight))
            }
        }
        self.vectors = vectors
        self.holders = holders
    }

    /// The nearest occupations and how near they are, 0 to 1.
    func relatives(of occupation: Int) -> [(occupation: Int, likeness: Float)] {
        guard vectors.indices.contains(occupation) else { return [] }
        var likeness: [Int32: Float] = [:]
        for word in vectors[occupation] {
            for holder in holders[Int(word.number)] {
                likeness[holder.number, default: 0] += word.weight * holder.weight
            }
        }
        likeness[Int32(occupation)] = nil
        return likeness.filter { $0.value >= Self.leastLikeness }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most)
            .map { (Int($0.key), $0.value) }
    }
}
