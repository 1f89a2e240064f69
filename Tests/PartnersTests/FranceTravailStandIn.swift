import Foundation
import LocalServer
import Recruitment
import Synchronization

/// Plays France Travail's API: tokens, ranges, 206, 204, windows of creation dates, and the faults a test asks for.
final class FranceTravailStandIn: Sendable {
    enum Fault: Sendable {
        case status(Int, fields: [String: String] = [:])
        case cutConnection
        case cutBody
        case brokenJSON
    }

    struct State: Sendable {
        /// Creation time of each offer, by number.
        var offers: [Int: Int64] = [:]
        /// Faults by number of the search request, from 1.
        var faults: [Int: Fault] = [:]
        var tokenFaults: [Int: Fault] = [:]
        /// Offers removed just before a search request.
        var removals: [Int: [Int]] = [:]
        /// Searches a token serves before it is refused.
        var searchesPerToken = Int.max
        var lastIndex = 3_149
        var searches = 0
        var tokens = 0
        var sinceToken = 0
        var targets: [String] = []
        var forms: [String] = []
    }

    private let shared: SharedState
    let server: LocalServer

    init(_ initial: State) {
        let state = SharedState(initial)
        shared = state
        server = LocalServer { connection in
            while let request = connection.readRequest() {
                let isOpen = state.mutex.withLock { state in
                    request.method == "POST"
                        ? Self.answerToken(request, connection, &state) : Self.answerSearch(request, connection, &state)
                }
                if !isOpen { return }
            }
        }
    }

    /// What it looks like now.
    var state: State { shared.mutex.withLock { $0 } }

    private final class SharedState: Sendable {
        let mutex: Mutex<State>
        init(_ state: State) { mutex = Mutex(state) }
    }

    private static func answerToken(_ request: ReceivedRequest, _ connection: Connection, _ state: inout State) -> Bool
    {
        state.tokens += 1
        state.sinceToken = 0
        state.forms.append(String(decoding: request.body, as: UTF8.self))
        if let fault = state.tokenFaults[state.tokens] { return play(fault, connection) }
        send(
            connection, 200, [:],
            "{\"access_token\":\"jeton-\(state.tokens)\",\"token_type\":\"Bearer\",\"expires_in\":1499}")
        return true
    }

    private static func answerSearch(_ request: ReceivedRequest, _ connection: Connection, _ state: inout State) -> Bool
    {
        state.searches += 1
        state.sinceToken += 1
        state.targets.append(request.target)
        for number in state.removals[state.searches] ?? [] { state.offers[number] = nil }
        if let fault = state.faults[state.searches] { return play(fault, connection) }
        guard request.fields["authorization"] == "Bearer jeton-\(state.tokens)",
            state.sinceToken <= state.searchesPerToken
        else {
            send(connection, 401, [:], "{}")
            return true
        }
        let query = request.query.mapValues { $0.removingPercentEncoding ?? "" }
        let bounds = (query["range"] ?? "").split(separator: "-").compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] <= bounds[1], bounds[1] - bounds[0] < 150, bounds[1] <= state.lastIndex,
            query["departement"] == "03", let from = Instant(query["minCreationDate"] ?? ""),
            let to = Instant(query["maxCreationDate"] ?? "")
        else {
            send(connection, 400, [:], "{\"message\":\"range\"}")
            return true
        }
        let found = state.offers.filter { (from.secondsSinceEpoch...to.secondsSinceEpoch).contains($0.value) }
            .sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        let page = found.dropFirst(bounds[0]).prefix(bounds[1] - bounds[0] + 1)
        guard !page.isEmpty else {
            send(connection, 204, [:], "")
            return true
        }
        let last = bounds[0] + page.count - 1
        let body = page.map { json($0.key, $0.value) }.joined(separator: ",")
        send(
            connection, last + 1 == found.count ? 200 : 206,
            ["Content-Range": "offres \(bounds[0])-\(last)/\(found.count)"],
            "{\"resultats\":[\(body)],\"filtresPossibles\":[]}")
        return true
    }

    private static func json(_ number: Int, _ created: Int64) -> String {
        """
        {"id":"\(number)","intitule":"Offre \(number)","description":"Texte","typeContrat":"CDI",
        "dateCreation":"\(Instant(secondsSinceEpoch: created))","lieuTravail":{"libelle":"03 - Allier"}}
        """
    }

    private static func send(_ connection: Connection, _ status: Int, _ fields: [String: String], _ body: String) {
        var head = "HTTP/1.1 \(status) Any\r\n" + (status == 204 ? "" : "Content-Length: \(body.utf8.count)\r\n")
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        connection.write(head + "\r\n" + body)
    }

    private static func play(_ fault: Fault, _ connection: Connection) -> Bool {
        switch fault {
        case .status(let status, let fields): send(connection, status, fields, status == 204 ? "" : "{}")
        case .cutConnection: return false
        case .cutBody:
            connection.write("HTTP/1.1 206 Any\r\nContent-Length: 5000\r\n\r\n{\"resultats\":[{\"id\":\"1\"")
            return false
        case .brokenJSON: send(connection, 206, ["Content-Range": "offres 0-149/300"], "{\"resultats\":[{\"id\":\"x\",")
        }
        return true
    }
}
