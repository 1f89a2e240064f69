public import Recruitment
public import Search

/// The demonstration offers and the reference data beside them, for tests and benchmarks.
public struct SearchFixtures: Sendable {
    public let root: String

    /// `root`: the repository's folder.
    public init(root: String) {
        self.root = root
    }

    public static let today = CalendarDay(year: 2026, month: 11, day: 24) ?? CalendarDay(daysSinceEpoch: 0)

    public func reference() throws -> SearchReference {
        let data = root + "/Migrations/reference/"
        let communes = try TextFile.table(data + "communes.tsv").compactMap { row -> Commune? in
            guard let code = INSEECode(row[0]), let latitude = Double(row[3]), let longitude = Double(row[4]),
                let centre = Coordinate(latitude: latitude, longitude: longitude)
            else { return nil }
            return Commune(
                code: code, name: row[1], postcodes: row[2].split(separator: ";").compactMap { Postcode(String($0)) },
                centre: centre, population: Int(row[5]) ?? 0, basin: Basin(arrondissement: row[6]),
                intercommunality: row[8].isEmpty ? nil : row[8])
        }
        let former = try TextFile.table(data + "former_communes.tsv").compactMap { row in
            INSEECode(row[2]).map { (name: row[1], commune: $0) }
        }
        let occupations = try TextFile.table(data + "occupations.tsv").compactMap { row -> Occupation? in
            guard let code = ROMECode(row[0]), let parent = ROMECode(row[2]) else { return nil }
            return Occupation(code: code, label: row[1], parent: parent)
        }
        let domains = try TextFile.table(data + "occupation_domains.tsv").compactMap { row in
            row[0].first.map { (letter: $0, label: row[1]) }
        }
        let appellations = try TextFile.table(data + "appellations.tsv").compactMap { row in
            ROMECode(row[1]).map { Appellation(code: row[0], label: row[3], occupation: $0) }
        }
        let synonyms = try TextFile.table(data + "synonyms.tsv").map { row in
            Synonym(term: row[0], equivalent: row[1], kind: row[2], occupation: ROMECode(row[3]))
        }
        return SearchReference(
            communes: communes, formerCommunes: former, occupations: occupations, domains: domains,
            appellations: appellations, synonyms: synonyms)
    }

    /// The demonstration offers, numbered from 1 in the order of the file.
    public func offers() throws -> [PostedOffer] {
        try TextFile.table(root + "/Tests/Relevance/Data/offers.tsv").enumerated().compactMap { index, row in
            guard let id = OfferID(number: Int64(index + 1)), let offer = Self.offer(row) else { return nil }
            return PostedOffer(
                id: id, offer: offer, status: .published, receivedAt: offer.publishedAt, changedAt: offer.publishedAt)
        }
    }

    private static func offer(_ row: [String]) -> Offer? {
        guard row.count == 28, let source = SourceName(row[1]),
            let identity = OfferIdentity(source: source, sourceID: row[0]),
            let contract = ContractType(rawValue: row[12]),
            let published = Instant(row[25])
        else { return nil }
        let cents: (String) -> Int64? = { Double($0).map { Int64(($0 * 100).rounded()) } }
        let salary = cents(row[16]).flatMap { minimum in
            PayPeriod(rawValue: row[18]).flatMap { Salary(minimum: minimum, maximum: cents(row[17]), period: $0) }
        }
        return Offer(
            identity: identity, title: row[2], description: unescaped(row[3]), occupation: ROMECode(row[4]),
            parentOccupation: ROMECode(row[5]), appellationCode: row[7], appellation: row[6],
            workplace: Workplace(
                precision: .commune, label: row[9], commune: INSEECode(row[8]), postcode: Postcode(row[10]),
                departement: row[11]),
            contract: contract, durationInMonths: Double(row[13]), workingTime: WorkingTime(rawValue: row[14]),
            weeklyHours: Double(row[15]), salary: salary, employer: row[19].isEmpty ? nil : row[19],
            activity: NAFCode(row[20]), experience: Experience(rawValue: row[21]), positions: Int(row[22]) ?? 1,
            telework: row[23] == "1", accessibleToDisabledWorkers: row[24] == "1", publishedAt: published,
            deadline: CalendarDay(row[26]), duplicateOf: row[27].isEmpty ? nil : row[27])
    }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
