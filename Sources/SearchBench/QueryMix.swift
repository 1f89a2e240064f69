import Recruitment
import Search

/// Queries like those of a day: words of the evaluation set, many with a place, filters, another sort or a later page.
struct QueryMix {
    static let plainWords = [
        "infirmier", "serveur", "vendeur", "macon", "cuisinier", "chauffeur", "agent", "equipe", "maintenance",
        "entretien",
    ]

    private let texts: [String]
    private let communes: [Commune]
    let isPlain: Bool
    private var state: UInt64 = 42
    private var turn = 0

    init(texts: [String], communes: [Commune]) {
        self.texts = texts
        self.communes = communes.filter { $0.population > 1_500 }
        isPlain = false
    }

    init(plain: [String]) {
        texts = plain
        communes = []
        isPlain = true
    }

    mutating func next() -> SearchQuery {
        if isPlain {
            turn += 1
            // Quoted: the words themselves, nothing understood.
            var query = SearchQuery(text: "\"" + texts[turn % texts.count] + "\"")
            query.countsFacets = false
            return query
        }
        var query = SearchQuery(text: random(10) == 0 ? "" : texts[random(texts.count)])
        if random(3) == 0 {
            query.places = [.around(communes[random(communes.count)].code, kilometres: [10, 20, 30, 50][random(4)])]
        }
        if random(4) == 0 { query.contracts = [[.permanent, .fixedTerm, .temporary][random(3)]] }
        if random(8) == 0 { query.workingTime = [random(2) == 0 ? .fullTime : .partTime] }
        if random(10) == 0 { query.withoutLicence = true }
        if random(12) == 0 {
            query.salaryFrom = 200_000
            query.includesUnknownSalary = true
        }
        if random(10) == 0 { query.publishedWithinDays = 7 }
        switch random(8) {
        case 0: query.sort = .date
        case 1: query.sort = .distance
        case 2: query.sort = .salary
        default: break
        }
        if random(10) == 0 { query.page = 2 + random(3) }
        return query
    }

    private mutating func random(_ bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, bound)
    }
}
