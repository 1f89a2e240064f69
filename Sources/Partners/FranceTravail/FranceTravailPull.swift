public import Curl
import Feeds
import Interchange
public import Recruitment

/// One reading of all offers of a département, as a state machine: it says what to send and when, and is told what came. Pure:
/// no socket, no clock.
///
/// A search gives 3,150 results at most, so time is cut into windows of creation dates, halved until each holds fewer. A window
/// whose total changes while it is read is read again, since a deletion shifts the pages.
public struct FranceTravailPull: Sendable {
    public enum Step: Sendable, Hashable {
        case send(HTTPRequest)
        /// Milliseconds.
        case wait(Int64)
        case finished(FranceTravailSummary)
        case failed(FranceTravailError)
    }

    private struct Window: Sendable {
        var from: Instant
        var to: Instant
        var next = 0
        var total: Int?
        var readings = 1
        var hasChanged = false
    }

    private let settings: FranceTravailSettings
    private var windows: [Window]
    private var token: (value: String, end: Int64)?
    private var lastIndex: Int
    private var notBefore: Int64 = 0
    private var failures = 0
    private var refusedTokens = 0
    private var summary = FranceTravailSummary()
    private var error: FranceTravailError?

    /// Reads offers created between the two moments.
    public init(_ settings: FranceTravailSettings, from: Instant, to: Instant) {
        self.settings = settings
        lastIndex = settings.lastIndex
        windows = [Window(from: from, to: to)]
    }

    /// What to do at `now`, in milliseconds of a clock that never goes back. After `.send`, tell the outcome by `take`.
    public mutating func step(at now: Int64) -> Step {
        if let error { return .failed(error) }
        guard let window = windows.last else { return .finished(summary) }
        guard summary.requests < settings.mostRequests else {
            error = .tooManyRequests
            return .failed(.tooManyRequests)
        }
        if now < notBefore { return .wait(notBefore - now) }
        summary.requests += 1
        notBefore = now + 1_000 / Int64(max(1, settings.requestsPerSecond))
        if let token, now < token.end { return .send(search(window, token.value)) }
        token = nil
        return .send(tokenRequest)
    }

    /// Takes the answer to the request sent last; gives the records it holds, each a JSON object.
    public mutating func take(_ answer: HTTPAnswer, at now: Int64) -> [[UInt8]] {
        if answer.status == 429 {
            let wait = answer["Retry-After"].flatMap { Int64($0) }.map { min(max($0, 0), 600) * 1_000 }
            fail("trop de requêtes", wait: wait, at: now)
            return []
        }
        guard token != nil else {
            takeToken(answer, at: now)
            return []
        }
        switch answer.status {
        case 200, 206: return takePage(answer, at: now)
        case 204:
            failures = 0
            endWindow(total: windows.last?.total == nil ? 0 : windows.last?.next ?? 0)
        case 401:
            // It may have expired early: once more with a new one.
            token = nil
            refusedTokens += 1
            if refusedTokens > 1 { error = .credentialsRefused(status: 401) }
        case 400, 416:
            guard let window = windows.last, window.next > 0 else {
                refuse(answer)
                return []
            }
            // The API gives less than it was said to.
            lastIndex = min(lastIndex, window.next - 1)
            split()
        case 500...599: fail("réponse \(answer.status)", wait: nil, at: now)
        default: refuse(answer)
        }
        return []
    }

    /// Takes the failure of the request sent last.
    public mutating func take(_ failure: TransferError, at now: Int64) {
        if failure.isTemporary { fail("\(failure)", wait: nil, at: now) } else { error = .gaveUp("\(failure)") }
    }

    // MARK: Token

    private var tokenRequest: HTTPRequest {
        let form = [
            ("grant_type", "client_credentials"), ("client_id", settings.clientIdentifier),
            ("client_secret", settings.clientSecret), ("scope", settings.scope),
        ].map { "\($0)=\(URLText.encoded($1))" }.joined(separator: "&")
        return HTTPRequest(
            .post, settings.tokenURL, fields: [HTTPField("Content-Type", "application/x-www-form-urlencoded")],
            body: Array(form.utf8))
    }

    private mutating func takeToken(_ answer: HTTPAnswer, at now: Int64) {
        switch answer.status {
        case 200: break
        case 400, 401, 403: return error = .credentialsRefused(status: answer.status)
        case 500...599: return fail("réponse \(answer.status) à la demande de jeton", wait: nil, at: now)
        default: return refuse(answer)
        }
        let document = JSONValue(String(decoding: answer.body, as: UTF8.self))
        guard case .text(let value) = document?["access_token"], !value.isEmpty else {
            return fail("jeton illisible", wait: nil, at: now)
        }
        var seconds: Int64 = 60
        if case .text(let text) = document?["expires_in"], let number = Int64(text) { seconds = number }
        // Renewed a little early: the request takes time too.
        token = (value, now + max(1, min(seconds, 86_400) - 30) * 1_000)
        failures = 0
    }

    // MARK: Pages

    private func search(_ window: Window, _ token: String) -> HTTPRequest {
        let last = min(window.next + settings.pageSize - 1, lastIndex)
        var parameters = [
            ("departement", settings.departement), ("minCreationDate", window.from.description),
            ("maxCreationDate", window.to.description), ("sort", "1"), ("range", "\(window.next)-\(last)"),
        ]
        if !settings.excludedPartners.isEmpty {
            parameters.append(("partenaires", settings.excludedPartners.joined(separator: ",")))
            parameters.append(("modeSelectionPartenaires", "EXCLU"))
        }
        let query = parameters.map { "\($0)=\(URLText.encoded($1))" }.joined(separator: "&")
        return HTTPRequest(
            .get, settings.searchURL + "?" + query,
            fields: [HTTPField("Authorization", "Bearer \(token)"), HTTPField("Accept", "application/json")])
    }

    private mutating func takePage(_ answer: HTTPAnswer, at now: Int64) -> [[UInt8]] {
        var records: [[UInt8]] = []
        var scanner = RecordScanner(.franceTravail)
        do throws(ScanError) {
            try scanner.scan(answer.body[...]) { record in
                if let octets = record.bytes { records.append(octets) }
            }
            _ = try scanner.finish()
        } catch {
            fail("\(error)", wait: nil, at: now)
            return []
        }
        guard var window = windows.last else { return [] }
        failures = 0
        refusedTokens = 0
        let range = answer["Content-Range"].flatMap(ContentRange.init)
        let total = range?.total ?? (answer.status == 200 ? window.next + records.count : nil)
        if let total, total > lastIndex + 1, window.to.secondsSinceEpoch - window.from.secondsSinceEpoch > 1 {
            split()
            return []
        }
        if let total, let before = window.total, total != before { window.hasChanged = true }
        window.total = total ?? window.total
        window.next += range.map { $0.last - $0.first + 1 } ?? records.count
        windows[windows.count - 1] = window
        summary.records += records.count
        let isLast = answer.status == 200 || records.isEmpty || window.total.map { window.next >= $0 } ?? false
        if isLast {
            endWindow(total: window.next)
        } else if window.next > lastIndex {
            // More offers in one second than a search can give.
            summary.isComplete = false
            windows.removeLast()
        }
        return records
    }

    /// Ends the current window after `total` results, or begins it again.
    private mutating func endWindow(total: Int) {
        guard var window = windows.popLast() else { return }
        if let expected = window.total, expected != total { window.hasChanged = true }
        guard window.hasChanged else { return }
        guard window.readings <= settings.rereadings else {
            summary.isComplete = false
            return
        }
        windows.append(Window(from: window.from, to: window.to, readings: window.readings + 1))
    }

    /// Halves the current window. The edge belongs to both halves: whether the API counts it in or out, no offer is missed.
    private mutating func split() {
        guard let window = windows.popLast() else { return }
        let length = window.to.secondsSinceEpoch - window.from.secondsSinceEpoch
        guard length > 1 else {
            summary.isComplete = false
            return
        }
        let middle = window.from.adding(seconds: length / 2)
        windows.append(Window(from: window.from, to: middle))
        windows.append(Window(from: middle, to: window.to))
    }

    // MARK: Failures

    private mutating func fail(_ cause: String, wait: Int64?, at now: Int64) {
        failures += 1
        guard failures < settings.tries else {
            error = .gaveUp(cause)
            return
        }
        notBefore = max(notBefore, now + (wait ?? 500 << Int64(failures)))
    }

    private mutating func refuse(_ answer: HTTPAnswer) {
        error = .refused(status: answer.status, text: String(decoding: answer.body.prefix(300), as: UTF8.self))
    }
}
