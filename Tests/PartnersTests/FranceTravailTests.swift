import Curl
import Interchange
import LocalServer
import Partners
import Recruitment
import Testing

@Suite struct FranceTravailTests {
    private static let start: Int64 = 1_700_000_000
    private static let end: Int64 = 1_795_000_000

    private struct Outcome {
        var ids: Set<String> = []
        var records = 0
        var summary: FranceTravailSummary?
        var error: FranceTravailError?
        var waits: [Int64] = []
        var clock: Int64 = 0
    }

    /// `count` offers, created evenly between the two moments.
    private static func offers(_ count: Int, from: Int64 = start, to: Int64 = end) -> [Int: Int64] {
        Dictionary(
            uniqueKeysWithValues: (0..<count).map { ($0, from + (to - from) * Int64($0) / Int64(max(1, count))) })
    }

    private func run(
        _ standIn: FranceTravailStandIn, _ change: (inout FranceTravailSettings) -> Void = { _ in }
    ) throws -> Outcome {
        var settings = FranceTravailSettings(clientIdentifier: "PAR_emploi", clientSecret: "a&b=c d")
        settings.tokenURL = "http://127.0.0.1:\(standIn.server.port)/token?realm=%2Fpartenaire"
        settings.searchURL = "http://127.0.0.1:\(standIn.server.port)/search"
        change(&settings)
        let pull = FranceTravailPull(
            settings, from: Instant(secondsSinceEpoch: Self.start), to: Instant(secondsSinceEpoch: Self.end))
        let policy = AddressPolicy(allowing: ["127.0.0.1"].compactMap { IPNetwork($0) })
        let client = try FranceTravailClient(policy: policy)
        var outcome = Outcome()
        let clock = FranceTravailClient.Clock(
            now: { outcome.clock },
            wait: { milliseconds in
                outcome.waits.append(milliseconds)
                outcome.clock += milliseconds
                return true
            })
        do throws(FranceTravailError) {
            outcome.summary = try client.run(pull, gazetteer: Gazetteer(communes: []), clock: clock) { result in
                outcome.records += 1
                if case .success(let offer) = result { outcome.ids.insert(offer.identity.sourceID) }
            }
        } catch { outcome.error = error }
        return outcome
    }

    @Test func `pages are read one after the other, ten requests a second`() throws {
        let standIn = FranceTravailStandIn(.init(offers: Self.offers(451)))
        let outcome = try run(standIn) { $0.excludedPartners = ["EMPLOI_ALLIER"] }
        #expect(outcome.ids.count == 451 && outcome.records == 451)
        #expect(outcome.summary == FranceTravailSummary(records: 451, requests: 5, isComplete: true))
        #expect(outcome.waits.filter { $0 > 0 } == [100, 100, 100, 100])
        let state = standIn.state
        #expect(state.targets.allSatisfy { $0.contains("partenaires=EMPLOI_ALLIER&modeSelectionPartenaires=EXCLU") })
        #expect(
            state.targets.map { $0.split(separator: "range=").last?.prefix { $0 != "&" } } == [
                "0-149", "150-299", "300-449", "450-599",
            ])
        #expect(
            state.forms == [
                "grant_type=client_credentials&client_id=PAR_emploi&client_secret=a%26b%3Dc%20d&scope=api_offresdemploiv2%20o2dsoffre"
            ])
    }

    @Test func `no offer at all is a complete reading`() throws {
        let outcome = try run(FranceTravailStandIn(.init()))
        #expect(outcome.summary == FranceTravailSummary(records: 0, requests: 2, isComplete: true))
    }

    @Test(arguments: [150, 300, 3_150]) func `full pages end where the total says`(count: Int) throws {
        let outcome = try run(FranceTravailStandIn(.init(offers: Self.offers(count))))
        #expect(outcome.ids.count == count && outcome.summary?.isComplete == true)
        #expect(outcome.summary?.requests == count / 150 + 1)
    }

    @Test func `more offers than a search gives are read by windows of time`() throws {
        // Most are recent, as they are in truth.
        var offers = Self.offers(1_000)
        for number in 1_000..<9_000 { offers[number] = Self.end - Int64(number) * 300 }
        let outcome = try run(FranceTravailStandIn(.init(offers: offers)))
        #expect(outcome.ids.count == 9_000 && outcome.summary?.isComplete == true)
        #expect(outcome.records < 9_050)
    }

    @Test func `an API that gives less than it was said to is read by smaller windows`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(3_000))
        state.lastIndex = 1_149
        let outcome = try run(FranceTravailStandIn(state))
        #expect(outcome.ids.count == 3_000 && outcome.summary?.isComplete == true)
    }

    @Test func `more offers in one second than a search gives leave the reading incomplete`() throws {
        var offers: [Int: Int64] = [:]
        for number in 0..<3_300 { offers[number] = Self.end - 5 }
        let outcome = try run(FranceTravailStandIn(.init(offers: offers)))
        #expect(outcome.summary?.isComplete == false && outcome.error == nil)
        #expect(outcome.ids.count >= 3_150)
    }

    @Test func `429 is obeyed as long as it says`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(200))
        state.faults = [2: .status(429, fields: ["Retry-After": "7"]), 3: .status(429)]
        state.tokenFaults = [1: .status(429, fields: ["Retry-After": "2"])]
        let outcome = try run(FranceTravailStandIn(state))
        #expect(outcome.ids.count == 200 && outcome.waits.contains(7_000) && outcome.waits.contains(2_000))
    }

    @Test func `an expired token is renewed and nothing is lost`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(700))
        state.searchesPerToken = 2
        let standIn = FranceTravailStandIn(state)
        let outcome = try run(standIn)
        #expect(outcome.ids.count == 700 && outcome.records == 700)
        #expect(standIn.state.tokens == 3)
    }

    @Test func `a token refused twice ends the reading`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(700))
        state.searchesPerToken = 0
        #expect(try run(FranceTravailStandIn(state)).error == .credentialsRefused(status: 401))
        var other = FranceTravailStandIn.State()
        other.tokenFaults = [1: .status(400)]
        let outcome = try run(FranceTravailStandIn(other))
        #expect(outcome.error == .credentialsRefused(status: 400))
        #expect(outcome.error?.message.isEmpty == false)
    }

    @Test(arguments: [
        FranceTravailStandIn.Fault.cutConnection, .cutBody, .brokenJSON, .status(500), .status(503),
    ])
    func `a passing fault costs a second try and no offer`(fault: FranceTravailStandIn.Fault) throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(400))
        state.faults = [1: fault, 3: fault, 4: fault]
        let outcome = try run(FranceTravailStandIn(state))
        #expect(outcome.ids.count == 400 && outcome.records == 400 && outcome.summary?.isComplete == true)
        #expect(outcome.waits.contains { $0 >= 1_000 })
    }

    @Test func `a lasting fault ends the reading after its tries`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(400))
        for number in 2..<100 { state.faults[number] = .status(502) }
        let standIn = FranceTravailStandIn(state)
        let outcome = try run(standIn)
        #expect(outcome.error == .gaveUp("réponse 502") && outcome.ids.count == 150)
        #expect(standIn.state.searches == 7)
    }

    @Test func `a request the API refuses is not repeated`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(400))
        state.faults = [1: .status(403)]
        let outcome = try run(FranceTravailStandIn(state))
        guard case .refused(status: 403, _) = outcome.error else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `offers removed while pages are read make the window be read again`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(600))
        // Two of the first page go: the second page begins two further, and 148 and 149 of the rest would be missed.
        state.removals = [2: [599, 598]]
        let outcome = try run(FranceTravailStandIn(state))
        #expect(outcome.summary?.isComplete == true)
        #expect(outcome.ids.isSuperset(of: (0..<598).map(String.init)))
    }

    @Test func `a total that never stands still leaves the reading incomplete`() throws {
        var state = FranceTravailStandIn.State(offers: Self.offers(600))
        for number in 1...40 { state.removals[number] = [600 - number] }
        let outcome = try run(FranceTravailStandIn(state))
        #expect(outcome.summary?.isComplete == false)
    }

    @Test func `requests are bounded`() throws {
        let outcome = try run(FranceTravailStandIn(.init(offers: Self.offers(3_000)))) { $0.mostRequests = 5 }
        #expect(outcome.error == .tooManyRequests && outcome.ids.count == 600)
    }
}
