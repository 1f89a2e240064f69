import Foundation
import GRDB
import Hummingbird

/// The search that an address asks for: words, contracts, working time, age, page; newest first.
struct OfferSearch {
    static let perPage = 20

    struct Results {
        let total: Int
        let offers: [Offer]
    }

    let text: String
    let contracts: [String]
    let workingTime: String?
    let days: Int?
    let page: Int

    init(_ parameters: some Collection<(key: Substring, value: Substring)>) {
        func value(_ name: String) -> String? {
            parameters.first { $0.key == name }.map { String($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        text = value("q") ?? ""
        contracts = parameters.filter { $0.key == "contrat" }.map { String($0.value) }
        workingTime = value("temps")
        days = value("depuis").flatMap { Int($0) }
        page = value("page").flatMap { Int($0) } ?? 1
    }

    func results(in database: Database) throws -> Results {
        var conditions = "offer.deadline_day >= ?"
        let now = Int(Date().timeIntervalSince1970)
        var arguments: StatementArguments = [now / 86_400]
        var source = "offer"
        if let pattern = FTS5Pattern(matchingAllTokensIn: text) {
            source = "offer_search JOIN offer ON offer.id = offer_search.rowid"
            conditions += " AND offer_search MATCH ?"
            arguments += [pattern]
        }
        if !contracts.isEmpty {
            conditions += " AND contract IN (\(databaseQuestionMarks(count: contracts.count)))"
            arguments += StatementArguments(contracts)
        }
        if let workingTime {
            conditions += " AND working_time = ?"
            arguments += [workingTime]
        }
        if let days {
            conditions += " AND published_at >= ?"
            arguments += [now - days * 86_400]
        }
        let total = try Int.fetchOne(
            database,
            SQLRequest(
                sql: "SELECT count(*) FROM \(source) WHERE \(conditions)", arguments: arguments, cached: true))
        let offers = try Offer.fetchAll(
            database,
            SQLRequest(
                sql: """
                    SELECT \(Offer.columns) FROM \(source) WHERE \(conditions)
                    ORDER BY published_at DESC LIMIT ? OFFSET ?
                    """,
                arguments: arguments + [Self.perPage, (page - 1) * Self.perPage], cached: true))
        return Results(total: total ?? 0, offers: offers)
    }
}
