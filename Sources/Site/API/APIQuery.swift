import HTTP1
import Web

/// The parameters of a request to the API, every one known and within its values.
struct APIQuery: Sendable {
    /// In their order, France Travail's names turned into ours.
    let items: QueryItems
    /// Whether the request used a parameter of that name, one of France Travail's included.
    private let names: Set<String>

    /// - Throws: `APIRefusal` naming every parameter and value that cannot be used.
    init(_ query: QueryItems, parameters: [APIParameter]) throws {
        let known = Dictionary(parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var problems: [ParameterProblem] = []
        var items = QueryItems()
        var names: Set<String> = []
        var counts: [String: Int] = [:]
        for item in query.items {
            guard let parameter = known[item.name] else {
                problems.append(Self.refusal(of: item, parameters))
                continue
            }
            counts[item.name, default: 0] += 1
            if let count = counts[item.name], parameter.isList, count > OfferSearch.Limit.choices {
                // Told once, however many there are.
                if count == OfferSearch.Limit.choices + 1 {
                    problems.append(.init(tooMany: item, limit: OfferSearch.Limit.choices))
                }
            } else if let problem = parameter.problem(with: item) {
                problems.append(problem)
            } else if !names.insert(item.name).inserted, !parameter.isList {
                problems.append(.init(repeated: item))
            } else if let alias = parameter.alias {
                guard let meant = alias(item.value) else {
                    problems.append(.init(item, accepted: []))
                    continue
                }
                for item in meant { items.append(item.name, item.value) }
            } else {
                items.append(item.name, item.value)
            }
        }
        for parameter in parameters where parameter.isRequired && !names.contains(parameter.name) {
            problems.append(.init(missing: parameter.name))
        }
        guard problems.isEmpty else { throw APIRefusal(problems: problems) }
        self.items = items
        self.names = names
    }

    private static func refusal(of item: QueryItems.Item, _ parameters: [APIParameter]) -> ParameterProblem {
        // Where France Travail's names are known, so are those that mean nothing here.
        if let reason = FranceTravailParameters.refused[item.name], parameters.contains(where: { $0.alias != nil }) {
            return ParameterProblem(item, because: reason)
        }
        return ParameterProblem(unknownParameter: item, accepted: parameters.map(\.name))
    }

    /// The parameters of a request, or the members of the JSON object it brings where the operation takes one.
    /// - Throws: `APIRefusal` as above; `FormError` for content that is no JSON.
    init(_ visit: Visit, parameters: [APIParameter], members: [APIParameter]) throws {
        let query = try APIQuery(visit.query, parameters: parameters)
        guard !members.isEmpty else {
            self = query
            return
        }
        // An empty request says as much as an empty object.
        let json: JSONValue = visit.request.body.length == 0 ? .object([]) : try JSONValue(visit.request)
        guard case .object(let given) = json else { throw APIRefusal(problems: [.noObject]) }
        var items = QueryItems()
        var problems: [ParameterProblem] = []
        for member in given {
            switch member.value {
            case .string(let text): items.append(member.name, text)
            case .integer(let number): items.append(member.name, String(number))
            case .null: continue
            default: problems.append(.init(.init(name: member.name, value: ""), accepted: ["un texte ou un nombre"]))
            }
        }
        guard problems.isEmpty else { throw APIRefusal(problems: problems) }
        self = try APIQuery(items, parameters: members)
    }

    subscript(name: String) -> String? { items[name] }

    func number(_ name: String) -> Int? { items[name].flatMap { Int($0) } }

    func isYes(_ name: String) -> Bool { items[name] == "oui" }

    func has(_ name: String) -> Bool { names.contains(name) }

    /// The items whose names are, or are not, among `names`.
    func items(among names: Set<String>, _ isAmong: Bool = true) -> QueryItems {
        items.items.reduce(into: QueryItems()) { kept, item in
            if names.contains(item.name) == isAmong { kept.append(item.name, item.value) }
        }
    }
}

/// A request that cannot be answered as it stands.
struct APIRefusal: Error {
    let problems: [ParameterProblem]
}
