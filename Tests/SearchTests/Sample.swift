import Recruitment
import Search
import SearchFixtures
import Testing

/// Small offers and a small reference, for tests that need to see everything at a glance.
enum Sample {
    static let today = SearchFixtures.today

    /// The repository's folder.
    static var root: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    }

    static func commune(
        _ code: String, _ name: String, _ postcode: String, _ latitude: Double, _ longitude: Double,
        _ population: Int = 5_000
    ) throws -> Commune {
        Commune(
            code: try #require(INSEECode(code)), name: name, postcodes: [try #require(Postcode(postcode))],
            centre: try #require(Coordinate(latitude: latitude, longitude: longitude)), population: population,
            basin: code.hasPrefix("03") ? .vichy : nil, intercommunality: nil)
    }

    static func reference() throws -> SearchReference {
        let occupations = [
            ("J1506", "Infirmier / Infirmière en soins généraux (IDE)", "J1506"),
            ("J1501", "Aide-soignant / Aide-soignante", "J1501"),
            ("G1803", "Serveur / Serveuse en restauration", "G1803"),
            ("K2205", "Agent / Agente de propreté de locaux", "K2204"),
            ("N4101", "Conducteur / Conductrice de poids lourd", "N4101"),
            ("F1703", "Maçon / Maçonne", "F1703"),
            ("G1225", "Ouvreur / Ouvreuse de salle de spectacles", "G1225"),
            ("A1419", "Ouvrier agricole polyvalent / Ouvrière agricole polyvalente", "A1419"),
        ]
        let synonyms = [
            ("infirmier", "infirmier en soins généraux", "synonyme", "J1506"),
            ("serveur", "serveur en restauration", "synonyme", "G1803"),
            ("femme de ménage", "agent de propreté de locaux", "synonyme", "K2205"),
            ("AS", "aide-soignant", "abreviation", "J1501"),
            ("EHPAD", "aide-soignant", "domaine", "J1501"),
            ("chauffeur pl", "conducteur de poids lourd", "synonyme", "N4101"),
            ("ouvreur", "ouvreur de salle de spectacles", "synonyme", "G1225"),
            ("aide soignant de nuit", "aide-soignant", "tournure", "J1501"),
            ("ouvrier agricole", "ouvrier agricole polyvalent", "synonyme", "A1419"),
            ("la poste", "conducteur de poids lourd", "domaine", "N4101"),
        ]
        return SearchReference(
            communes: [
                try commune("03310", "Vichy", "03200", 46.127, 3.426, 25_000),
                try commune("03095", "Cusset", "03300", 46.134, 3.456, 12_000),
                try commune("03200", "Neuvy", "03000", 46.553, 3.287, 1_500),
                try commune("03190", "Moulins", "03000", 46.559, 3.325, 19_000),
                try commune("03236", "Saint-Germain-des-Fossés", "03260", 46.206, 3.437, 3_700),
                try commune("03237", "Saint-Germain-de-Salles", "03140", 46.192, 3.176, 500),
                try commune("03305", "Target", "03140", 46.297, 3.037, 250),
                try commune("03165", "Le Mayet-de-Montagne", "03250", 46.071, 3.668, 1_400),
                try commune("63300", "Randan", "63310", 46.016, 3.355, 1_500),
            ],
            occupations: try occupations.map {
                Occupation(
                    code: try #require(ROMECode($0.0)), label: $0.1, parent: try #require(ROMECode($0.2)))
            },
            domains: [
                ("J", "Santé"), ("G", "Hôtellerie"), ("K", "Services"), ("N", "Transport"), ("F", "Construction"),
            ],
            synonyms: synonyms.map {
                Synonym(term: $0.0, equivalent: $0.1, kind: $0.2, occupation: ROMECode($0.3))
            })
    }

    static func index() throws -> SearchIndex { try #require(SearchIndex(reference: try reference())) }

    struct Details {
        var description = "Un poste."
        var occupation: String?
        var commune = "03310"
        var contract = ContractType.permanent
        var time: WorkingTime?
        var hours: Double?
        var salary: Salary?
        var employer: String?
        var source = "saisie"
        var sourceID: String?
        var duplicateOf: String?
        var positions = 1
        var daysAgo = 1
        var deadline: CalendarDay?
        var licences: Set<DrivingLicence> = []
    }

    static func offer(_ number: Int, _ title: String, _ change: (inout Details) -> Void = { _ in }) throws -> Offer {
        var details = Details()
        change(&details)
        let source = try #require(SourceName(details.source))
        let published = Instant(
            secondsSinceEpoch: Int64(today.daysSinceEpoch - Int32(details.daysAgo)) * 86_400 + 36_000)
        return Offer(
            identity: try #require(OfferIdentity(source: source, sourceID: details.sourceID ?? "S\(number)")),
            title: title, description: details.description, occupation: details.occupation.flatMap { ROMECode($0) },
            workplace: Workplace(
                precision: .commune, label: "Ici", commune: INSEECode(details.commune),
                departement: String(details.commune.prefix(2))),
            contract: details.contract, workingTime: details.time, weeklyHours: details.hours, salary: details.salary,
            employer: details.employer, licences: details.licences, positions: details.positions,
            publishedAt: published, deadline: details.deadline ?? today.adding(days: 20),
            duplicateOf: details.duplicateOf)
    }

    static func put(
        _ index: SearchIndex, _ number: Int, _ title: String, _ change: (inout Details) -> Void = { _ in }
    ) throws -> IndexChange {
        let analyzer = try #require(index.makeAnalyzer())
        let id = try #require(OfferID(number: Int64(number)))
        let blob = analyzer.analyze(try offer(number, title, change), id: id)
        return .put(try #require(IndexedOffer(blob: blob)))
    }
}

extension SearchIndex {
    /// Numbers of the offers found, in their order.
    func numbers(_ text: String, _ change: (inout SearchQuery) -> Void = { _ in }) -> [Int] {
        var query = SearchQuery(text: text)
        change(&query)
        return search(query, today: Sample.today).hits.map { Int($0.id.number) }
    }

    func answer(_ text: String, _ change: (inout SearchQuery) -> Void = { _ in }) -> SearchAnswer {
        var query = SearchQuery(text: text)
        change(&query)
        return search(query, today: Sample.today)
    }
}

extension SearchAnswer {
    func count(_ group: FacetGroup, _ code: String) -> Int {
        facets.first { $0.group == group }?.values.first { $0.code == code }?.count ?? 0
    }
}
