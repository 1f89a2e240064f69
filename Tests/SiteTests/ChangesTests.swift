import Foundation
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct ChangesTests {
    private static let franceTravail = TestOffers.offer(
        "chez-eux", titre: "Couvreur / Couvreuse", commune: ("03185", "Montluçon", "03100"), rome: "F1610"
    ).replacing("\"essai\"", with: "\"france-travail\"")

    private static let shared = Result {
        try TestSite(TestOffers.all + [franceTravail], settings: { $0.anonymousRequestsPerMinute = 10_000 })
    }

    private var site: TestSite { get throws { try Self.shared.get() } }

    private func lines(_ response: Response) throws -> [[String: Any]] {
        try response.wholeText.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func `the snapshot holds every open offer once, between its first and last lines`() throws {
        let response = try site.get("/api/v1/instantane")
        #expect(response.fields[.contentType] == "application/x-ndjson")
        let lines = try lines(response)
        #expect((lines.first?["debut"] as? [String: Any])?["sequence"] as? Int == 7)
        #expect((lines.last?["fin"] as? [String: Any])?["offres"] as? Int == 5)
        #expect(Set(lines.dropFirst().dropLast().compactMap { $0["code"] as? String }).count == 5)
        #expect(lines[1]["description"] as? String != nil)
    }

    @Test func `every number is told, of an offer that may not be passed on nothing else`() throws {
        let page = try site.get("/api/v1/changements?depuis=0").json
        let changes = try #require(page["changements"] as? [[String: Any]])
        #expect(changes.compactMap { $0["sequence"] as? Int } == Array(1...7))
        #expect(page["jusqu_a"] as? Int == 7)
        let withheld = changes.filter { $0["type"] as? String == "non_diffusee" }
        #expect(withheld.count == 1)
        #expect(Set(try #require(withheld.first).keys) == ["sequence", "type"])
        #expect(changes.filter { $0["type"] as? String == "ajout" && $0["offre"] is [String: Any] }.count == 5)
        let rest = try site.get("/api/v1/changements?depuis=5&limite=1").json
        #expect(rest["jusqu_a"] as? Int == 6)
        #expect(rest["derniere"] as? Int == 7)
        let none = try site.get("/api/v1/changements?depuis=7").json
        #expect((none["changements"] as? [Any])?.isEmpty == true)
        #expect(none["jusqu_a"] as? Int == 7)
    }

    @Test func `the stream tells the changes after a number, then waits`() throws {
        let response = try site.get("/api/v1/flux?depuis=3", [HTTPField.Name("Last-Event-ID")!: "5"])
        #expect(response.fields[.contentType] == "text/event-stream")
        guard case .stream(let next) = response.body else {
            Issue.record("no stream")
            return
        }
        #expect(String(decoding: try next() ?? [], as: UTF8.self) == "retry: 5000\n\n")
        let events = String(decoding: try next() ?? [], as: UTF8.self)
        #expect(events.hasPrefix("id: 6\nevent: changement\ndata: {\"sequence\":6,"))
        #expect(events.contains("\n\nid: 7\n"))
        #expect(events.split(separator: "\n").count == 6)
        #expect(try next() == [])
        #expect(try site.get("/api/v1/flux?depuis=8").status == .gone)
        #expect(try site.get("/api/v1/flux", [HTTPField.Name("Last-Event-ID")!: "x"]).status == .badRequest)
    }

    @Test func `one client listens so many times and no more, and its places come back`() throws {
        let site = try TestSite([], settings: { $0.anonymousRequestsPerMinute = 10_000 })
        var listening = (0..<StreamSeats.mostOfOne).map { _ in site.get("/api/v1/flux") }
        #expect(listening.allSatisfy { $0.status == .ok })
        #expect(site.get("/api/v1/flux").status == .tooManyRequests)
        listening.removeLast()
        #expect(site.get("/api/v1/flux").status == .ok)
    }

    @Test func `who asks from a number that is not ours must begin again`() throws {
        let response = try site.get("/api/v1/changements?depuis=8")
        #expect(response.status == .gone)
        #expect(try response.json["instantane"] as? String == "https://emploi.example/api/v1/instantane")
    }

    @Test func `changes older than ninety days must be taken as a snapshot`() throws {
        let days: (Int64) -> TestSite.Clock = { days in { TestSite.now.adding(seconds: days * 86_400) } }
        let old = try TestSite(
            [TestOffers.offer("a", titre: "Maçon", commune: ("03310", "Vichy", "03200"), rome: "F1703")],
            clock: days(91))
        #expect(old.get("/api/v1/changements?depuis=0").status == .gone)
        let recent = try TestSite(
            [TestOffers.offer("a", titre: "Maçon", commune: ("03310", "Vichy", "03200"), rome: "F1703")],
            clock: days(90))
        #expect(recent.get("/api/v1/changements?depuis=0").status == .ok)
    }

    @Test func `changes that were swept are told of as too old, and the last number stays`() throws {
        let site = try TestSite()
        let store = site.store
        let swept = try store.writing { writing throws(StorageError) in
            try writing.sweepChanges(before: TestSite.now.adding(seconds: 1), limit: 3)
        }
        #expect(swept == 3)
        #expect(site.get("/api/v1/changements?depuis=2").status == .gone)
        #expect(site.get("/api/v1/changements?depuis=3").status == .ok)
        let rest = try store.writing { writing throws(StorageError) in
            try writing.sweepChanges(before: TestSite.now.adding(seconds: 1), limit: 100)
        }
        #expect(rest == 2)
        #expect(try site.get("/api/v1/changements?depuis=6").json["derniere"] as? Int == 6)
        #expect(site.get("/api/v1/changements?depuis=4").status == .gone)
    }

    @Test func `numbers have no gap, whatever is brought in at once and undone`() throws {
        let site = try TestSite()
        for _ in 0..<3 {
            // A transaction that fails gives its numbers back.
            #expect(throws: StorageError.self) {
                try site.store.writing { writing throws(StorageError) in
                    _ = try writing.sweepChanges(before: TestSite.now.adding(seconds: 1), limit: 2)
                    throw StorageError.failure("essai")
                }
            }
        }
        let changes = try #require(try site.get("/api/v1/changements?depuis=0").json["changements"] as? [[String: Any]])
        #expect(changes.compactMap { $0["sequence"] as? Int } == Array(1...changes.count))
    }

    @Test func `an offer of France Travail is a link only`() throws {
        let path = "/api/v1/offres?source=france-travail"
        let offer = try #require((try site.get(path).json["elements"] as? [[String: Any]])?.first)
        #expect(offer["rediffusion"] as? Bool == false)
        #expect(offer["titre"] as? String == "Couvreur / Couvreuse")
        #expect(offer["employeur"] == nil)
        let text = try site.get(path).text
        #expect(!text.contains("Un travail utile"))
        #expect(!text.contains("recrutement.example"))
        let code = try #require(offer["code"] as? String)
        #expect(!(try site.get("/offres/\(code)").text.contains("ld+json")))
        #expect(try site.get("/offres/\(code)").text.contains("candidat.francetravail.fr"))
    }

    @Test(arguments: [
        "/offres.json", "/offres.atom", "/offres.rss", "/offres.csv", "/offres.ics", "/partenaires/indeed.xml",
        "/widget",
    ])
    func `feeds carry the search's offers and none of France Travail's`(path: String) throws {
        let all = try site.get(path).wholeText
        #expect(all.contains("Boulanger"))
        #expect(all.contains("Neuvy"))
        #expect(!all.contains("Couvreur"))
        let some = try site.get("\(path)?commune=Vichy&rayon=0").wholeText
        #expect(some.contains("Boulanger"))
        #expect(!some.contains("Neuvy"))
        #expect(try site.get("\(path)?contrta=CDI").status == .badRequest)
        let tag = try #require(try site.get(path).fields[.eTag])
        #expect(try site.get(path, [.ifNoneMatch: tag]).status == .notModified)
    }

    @Test func `the results page leads to all its forms`() throws {
        let page = try site.get("/offres?q=boulanger").text
        for form in FeedForm.allCases where form.isForPeople {
            #expect(page.contains("<link rel=\"alternate\" type=\"\(form.mediaType.essence)\""), "\(form)")
            #expect(page.contains("href=\"\(form.path.link())?q=boulanger\""), "\(form)")
        }
    }

    @Test func `only the widget may be framed`() throws {
        let widget = try site.get("/widget?commune=Vichy&rayon=0")
        #expect(widget.text.contains("Boulanger"))
        #expect(widget.fields[.contentSecurityPolicy]?.contains("frame-ancestors *") == true)
        #expect(widget.fields[HTTPField.Name("X-Frame-Options")!] == nil)
        #expect(try site.get("/offres").fields[HTTPField.Name("X-Frame-Options")!] == "DENY")
    }

    @Test func `the widget's script may be taken by any site, and is not sent twice`() throws {
        let script = try site.get("/widget.js")
        #expect(script.fields[.contentType]?.hasPrefix("text/javascript") == true)
        #expect(script.fields[HTTPField.Name("Cross-Origin-Resource-Policy")!] == "cross-origin")
        #expect(script.fields[.accessControlAllowOrigin] == "*")
        let tag = try #require(script.fields[.eTag])
        #expect(try site.get("/widget.js", [.ifNoneMatch: tag]).status == .notModified)
    }

    @Test func `a sitemap that does not fit becomes an index of files that hold each offer once`() throws {
        let changes = try site.board.openChanges(on: TestSite.today, worker: 0)
        let settings = SiteSettings(baseURL: "https://emploi.example")
        #expect(Sitemap(settings: settings, changes: changes).single != nil)
        let sitemap = Sitemap(settings: settings, changes: changes, offersInFile: 2)
        #expect(sitemap.single == nil)
        let numbers = String(decoding: sitemap.index, as: UTF8.self).matches(of: /\/sitemaps\/(\d+)\.xml/).compactMap {
            Int($0.output.1)
        }
        let files = try numbers.map { String(decoding: try #require(sitemap.part($0)), as: UTF8.self) }
        let addresses = files.joined().matches(of: /\/offres\/([0-9A-Z]{6})</).map { String($0.output.1) }
        #expect(addresses.count == changes.count)
        #expect(Set(addresses).count == changes.count)
        #expect(sitemap.part(99) == nil)
    }
}
