import Recruitment
import Search
import Web

/// A search as its address tells it: read from a query string and printed back to one, so that every page, feed and link of a
/// search is made from the same parameters.
struct OfferSearch: Sendable, Hashable {
    /// Bounds on what an address may ask.
    enum Limit {
        static let text = 10_000
        static let place = 200
        static let places = 10
        static let choices = 50
        static let radius = 100
        static let pages = 200
        static let perPage = 100
    }

    static let defaultPerPage = 20
    static let defaultRadius = 20
    static let radii = [0, 5, 10, 20, 30, 50, 100]

    enum Order: String, Sendable, Hashable, CaseIterable {
        case relevance = "pertinence"
        case date
        case distance
        case salary = "salaire"

        var label: String {
            switch self {
            case .relevance: "pertinence"
            case .date: "date"
            case .distance: "distance"
            case .salary: "salaire"
            }
        }
    }

    /// What the person typed, kept as it was.
    var text = ""
    /// The communes, postcodes or codes that the person typed or chose, kept as they were: any of them.
    var places: [String] = []
    /// Kilometres round each place; nil for the usual.
    var radius: Int?
    /// Whether offers outside the département are wanted too.
    var includesNeighbours = true
    /// Whether a least salary keeps the offers that give none.
    var includesUnknownSalary = false
    /// Codes chosen in each group of filters, in the order of the address, each once.
    var choices = ByFilterGroup<[String]>()
    var further = FurtherSearch()
    var order: Order?
    /// From 1.
    var page = 1
    var perPage = Self.defaultPerPage

    init() {}

    /// Reads a query string. What cannot be used is left out and told in `problems`, one for each parameter or value.
    init(_ items: QueryItems, problems: inout [ParameterProblem]) {
        var given = ByFilterGroup<Int>()
        for item in items.items { read(item, &given, &problems) }
        problems += further.contradictions
    }

    private mutating func read(
        _ item: QueryItems.Item, _ given: inout ByFilterGroup<Int>, _ problems: inout [ParameterProblem]
    ) {
        switch item.name {
        case "q":
            text = Self.bounded(item, Limit.text, &problems)
        case "commune":
            addPlaces(item, &problems)
        case "limitrophes":
            includesNeighbours = Self.yesOrNo(item, &problems) ?? true
        case "salaire_inconnu":
            includesUnknownSalary = Self.yesOrNo(item, &problems) ?? false
        case FilterGroup.salary.rawValue where item.value == SalaryStep.unspecified.rawValue:
            includesUnknownSalary = true
        case "rayon":
            if item.value.isEmpty { return }
            radius = Self.number(item, in: 0...Limit.radius, &problems)
        case "tri":
            if item.value.isEmpty { return }
            order = Order(rawValue: item.value)
            if order == nil { problems.append(.init(item, accepted: Order.allCases.map(\.rawValue))) }
        case "page":
            page = Self.number(item, in: 1...Limit.pages, &problems) ?? 1
        case "par_page":
            perPage = Self.number(item, in: 1...Limit.perPage, &problems) ?? Self.defaultPerPage
        default:
            if let parameter = SearchParameters.furtherByName[item.name] {
                if !item.value.isEmpty { further.take(item, parameter, &problems) }
            } else if let parameter = FranceTravailParameters.byName[item.name] {
                readTheirs(item, parameter, &given, &problems)
            } else {
                choose(item, &given, &problems)
            }
        }
    }

    /// A name of France Travail's: what it stands for is read in its place.
    private mutating func readTheirs(
        _ item: QueryItems.Item, _ parameter: APIParameter, _ given: inout ByFilterGroup<Int>,
        _ problems: inout [ParameterProblem]
    ) {
        if item.value.isEmpty { return }
        if let problem = parameter.problem(with: item) {
            problems.append(problem)
            return
        }
        for item in parameter.alias?(item.value) ?? [] { read(item, &given, &problems) }
    }

    /// `given` counts the values of each group, repeated ones too: a limit that repetition escapes would be none.
    private mutating func choose(
        _ item: QueryItems.Item, _ given: inout ByFilterGroup<Int>, _ problems: inout [ParameterProblem]
    ) {
        guard let group = FilterGroup(rawValue: item.name) else {
            problems.append(
                FranceTravailParameters.refused[item.name].map { ParameterProblem(item, because: $0) }
                    ?? .init(unknownParameter: item, accepted: Self.parameters))
            return
        }
        if item.value.isEmpty { return }
        let number = (given[group] ?? 0) + 1
        given[group] = number
        guard number <= Limit.choices else {
            if number == Limit.choices + 1 { problems.append(.init(tooMany: item, limit: Limit.choices)) }
            return
        }
        guard group.accepts(item.value) else {
            problems.append(.init(item, accepted: group.options.map(\.code)))
            return
        }
        var chosen = choices[group] ?? []
        guard !chosen.contains(item.value) else { return }
        if group.isExclusive { chosen = [] }
        chosen.append(item.value)
        choices[group] = chosen
    }

    static let parameters = SearchParameters.ofEveryForm.map(\.name)

    /// One field may name several: « Vichy, Cusset », « Vichy ou Cusset ». No commune has such a sign or word in its name.
    private mutating func addPlaces(_ item: QueryItems.Item, _ problems: inout [ParameterProblem]) {
        let text = Self.bounded(item, Limit.place, &problems)
        for part in text.split(whereSeparator: { ",;/|".contains($0) }) {
            for words in part.split(separator: " ").split(whereSeparator: { ["ou", "OU", "or"].contains($0) }) {
                let place = words.joined(separator: " ")
                guard !places.contains(place) else { continue }
                guard places.count < Limit.places else {
                    problems.append(.init(tooMany: item, limit: Limit.places))
                    return
                }
                places.append(place)
            }
        }
    }

    private static func yesOrNo(_ item: QueryItems.Item, _ problems: inout [ParameterProblem]) -> Bool? {
        switch item.value {
        case "oui": return true
        case "non": return false
        case "": return nil
        default:
            problems.append(.init(item, accepted: ["oui", "non"]))
            return nil
        }
    }

    private static func bounded(_ item: QueryItems.Item, _ limit: Int, _ problems: inout [ParameterProblem]) -> String {
        guard item.value.utf8.count > limit else { return item.value }
        problems.append(.init(tooLong: item, limit: limit))
        return String(item.value.prefix(limit / 4))
    }

    private static func number(
        _ item: QueryItems.Item, in range: ClosedRange<Int>, _ problems: inout [ParameterProblem]
    ) -> Int? {
        guard let number = Int(item.value), range.contains(number) else {
            problems.append(.init(item, accepted: ["un nombre de \(range.lowerBound) à \(range.upperBound)"]))
            return nil
        }
        return number
    }

    /// The parameters that make this search again; those that say nothing are left out.
    var items: QueryItems {
        var items = QueryItems()
        forEachItem { items.append($0, $1) }
        return items
    }

    private func forEachItem(_ body: (_ name: String, _ value: String) -> Void) {
        if !text.isEmpty { body("q", text) }
        for place in places { body("commune", place) }
        if let radius { body("rayon", String(radius)) }
        if !includesNeighbours { body("limitrophes", "non") }
        for choice in choices.entries {
            for code in choice.value { body(choice.group.rawValue, code) }
        }
        if includesUnknownSalary { body("salaire_inconnu", "oui") }
        for item in further.items { body(item.name, item.value) }
        if let order { body("tri", order.rawValue) }
        if perPage != Self.defaultPerPage { body("par_page", String(perPage)) }
        if page > 1 { body("page", String(page)) }
    }

    var link: String { link(at: Self.address) }

    private static let address = Paths.offers.link()

    /// The search in another form, which is had from `address`.
    func link(at address: String) -> String {
        var query = QueryText()
        forEachItem { query.append($0, $1) }
        return query.isEmpty ? address : address + "?" + query.description
    }

    /// This search with a change, from its first page.
    func changed(_ change: (inout OfferSearch) -> Void) -> OfferSearch {
        var search = self
        search.page = 1
        change(&search)
        return search
    }

    func without(place: String) -> OfferSearch {
        changed { search in
            search.places.removeAll { $0 == place }
            if search.places.isEmpty { search.radius = nil }
        }
    }

    func without(_ code: String, in group: FilterGroup) -> OfferSearch {
        changed { search in
            search.choices[group]?.removeAll { $0 == code }
            if search.choices[group]?.isEmpty ?? false { search.choices[group] = nil }
        }
    }

    /// Whether anything narrows the search.
    var isEmpty: Bool {
        text.isEmpty && places.isEmpty && choices.isEmpty && further.isEmpty && includesNeighbours
    }
}
