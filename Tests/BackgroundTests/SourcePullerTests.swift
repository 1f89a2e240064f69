import Curl
import Feeds
import LocalServer
import Logging
import Partners
import Recruitment
import Storage
import Synchronization
import Testing

@testable import Background

@Suite struct SourcePullerTests {
    @Test func `offers come in, change, stay and go with their source`() throws {
        let site = try PullSite()
        try site.add("essai", .jsonLines, "/a.jsonl")
        site.say("/a.jsonl", PullSite.lines(0..<10))
        var pull = try #require(try site.pull("essai"))
        #expect(pull.outcome == .done)
        #expect(pull.counts.added == 10)
        pull = try #require(try site.pull("essai"))
        #expect(pull.counts.unchanged == 10)
        #expect(try site.source("essai").nextAt == site.outbox.now.adding(seconds: 360 * 60))
        site.say("/a.jsonl", PullSite.lines(0..<2, title: "Tuyauteur / Tuyauteuse") + PullSite.lines(2..<8))
        pull = try #require(try site.pull("essai"))
        #expect(pull.counts.updated == 2)
        #expect(pull.counts.closed == 2)
        #expect(try site.open("essai") == 8)
        site.say("/a.jsonl", PullSite.lines(0..<10))
        pull = try #require(try site.pull("essai"))
        #expect(pull.counts.updated == 4, "two changed back, two are open again")
        #expect(try site.open("essai") == 10)
    }

    @Test func `what has not changed is not sent again`() throws {
        let site = try PullSite()
        try site.add("essai", .jsonLines, "/a.jsonl")
        site.say(
            "/a.jsonl", PullSite.lines(0..<3), ["ETag": "\"un\"", "Last-Modified": "Tue, 24 Nov 2026 08:00:00 GMT"])
        try site.pull("essai")
        site.say("/a.jsonl", "", status: 304)
        #expect(try site.pull("essai")?.outcome == .unchanged)
        let last = try #require(site.said.requests.withLock { $0.last })
        #expect(last.fields["if-none-match"] == "\"un\"")
        #expect(last.fields["if-modified-since"] == "Tue, 24 Nov 2026 08:00:00 GMT")
        #expect(try site.open("essai") == 3)
        // Another mapping reads the same answer anew.
        let (source, now) = (try site.source("essai"), site.outbox.now)
        var settings = source.settings
        settings.label = "Autre"
        let changed = settings
        let isChanged = try site.store.writing { writing throws(StorageError) in
            try writing.change(source, to: changed, by: .command, at: now)
        }
        #expect(isChanged)
        #expect(try site.source("essai").validators == FeedSource.Validators())
    }

    @Test func `more than three tenths gone at once is asked of an agent, whose answer is applied`() throws {
        let site = try PullSite()
        try site.add("essai", .jsonLines, "/a.jsonl")
        site.say("/a.jsonl", PullSite.lines(0..<20))
        try site.pull("essai")
        // Six of twenty are exactly three tenths.
        site.say("/a.jsonl", PullSite.lines(6..<20))
        #expect(try site.pull("essai")?.counts.closed == 6)
        site.say("/a.jsonl", PullSite.lines(15..<30))
        let held = try #require(try site.pull("essai"))
        #expect(held.outcome == .held)
        #expect(held.counts.added == 10)
        #expect(held.counts.closed == 0)
        #expect(try site.open("essai") == 24)
        let tasks = try site.store.read(worker: nil) { stores throws(StorageError) in try stores.tasks.open(limit: 9) }
        #expect(tasks.map(\.kind) == [.sourceLosesOffers])
        #expect(tasks.first?.subject == .source(SourceName("essai")!))
        // One of them comes back meanwhile: it is no longer asked about.
        let now = site.outbox.now
        func answer(_ close: Bool) throws -> Int {
            try site.store.writing { writing throws(StorageError) in
                try writing.answerAbsent(
                    SourceName("essai")!, close: close, on: ParisTime.day(at: now), by: .command, at: now)
            }
        }
        #expect(try answer(false) == 0)
        #expect(try site.open("essai") == 24)
        try site.pull("essai")
        #expect(try answer(true) == 9)
        #expect(try site.open("essai") == 15)
        #expect(try answer(true) == 0)
    }

    @Test func `a cut or broken answer closes nothing`() throws {
        let site = try PullSite()
        try site.add("essai", .jsonLines, "/a.jsonl")
        site.say("/a.jsonl", PullSite.lines(0..<5))
        try site.pull("essai")
        let whole = Array(PullSite.lines(0..<5).utf8)
        site.say("/a.jsonl", PullSite.Answer(body: whole, cut: 500))
        var pull = try #require(try site.pull("essai"))
        #expect(pull.outcome == .failed)
        #expect(pull.trouble?.contains("coupée") == true)
        site.say("/a.jsonl", PullSite.Answer(body: Array(whole.dropLast(40))))
        pull = try #require(try site.pull("essai"))
        #expect(pull.trouble?.contains("coupé") == true)
        #expect(pull.counts.rejected == 1)
        site.say("/a.jsonl", "")
        pull = try #require(try site.pull("essai"))
        #expect(pull.trouble?.contains("aucune offre") == true)
        #expect(try site.open("essai") == 5)
    }

    @Test(arguments: [
        ("/500", "500"), ("/nulle-part", "404"), ("/boucle", "sans fin"), ("/interne", "interne"), ("/gros", "grosse"),
        ("/bombe", "entités"),
    ])
    func `a hostile or failing server is told in words, and closes nothing`(path: String, words: String) throws {
        let site = try PullSite()
        site.say("/a.xml", PullSite.Answer(body: try PullSite.sample("indeed.xml")))
        try site.add("essai", .feed(.indeed), "/a.xml") { $0.mostMebibytes = 1 }
        try site.pull("essai")
        let open = try site.open("essai")
        #expect(open > 0)
        site.say("/500", "", status: 500)
        site.say("/boucle", "", ["Location": "/boucle"], status: 302)
        site.say("/interne", "", ["Location": "http://169.254.169.254/latest/"], status: 302)
        site.say("/gros", PullSite.Answer(body: [UInt8](repeating: 0x20, count: 2 << 20)))
        site.say("/bombe", PullSite.Answer(body: try PullSite.sample("hostile_entites.xml")))
        let (source, now) = (try site.source("essai"), site.outbox.now)
        var settings = source.settings
        settings.url = site.url(path)
        let changed = settings
        _ = try site.store.writing { writing throws(StorageError) in
            try writing.change(source, to: changed, by: .command, at: now)
        }
        let pull = try #require(try site.pull("essai"))
        #expect(pull.outcome == .failed)
        #expect(pull.trouble?.contains(words) == true, "\(pull.trouble ?? "")")
        #expect(try site.open("essai") == open)
        #expect(try site.source("essai").failures == 1)
        #expect(try site.source("essai").nextAt == now.adding(seconds: 900))
    }

    @Test func `this machine is not asked unless the operator allows it`() throws {
        let site = try PullSite(allowsLoopback: false)
        try site.add("essai", .jsonLines, "/a.jsonl")
        site.say("/a.jsonl", PullSite.lines(0..<1))
        let pull = try #require(try site.pull("essai"))
        #expect(pull.outcome == .failed)
        #expect(pull.trouble?.contains("interne") == true)
        #expect(site.said.requests.withLock { $0.isEmpty })
    }

    @Test(arguments: [
        ("indeed.xml", SourceKind.feed(.indeed), 1), ("offres.rss", .feed(.rss), 1), ("feed.json", .feed(.jsonFeed), 1),
        ("jobposting.html", .feed(.jobPosting), 1), ("annonces.csv", .feed(.csv), 1),
    ])
    func `each kind of sample brings offers, and the same again changes nothing`(
        name: String, kind: SourceKind, least: Int
    ) throws {
        let site = try PullSite()
        site.say("/a", PullSite.Answer(body: try PullSite.sample(name)))
        try site.add("essai", kind, "/a") { settings in
            // This one says no contract: an agent does.
            guard kind == .feed(.csv), var mapping = kind.mapping else { return }
            mapping.rules[.contract] = FieldRule("\"CDI\"")
            settings.mapping = mapping
        }
        let first = try #require(try site.pull("essai"))
        #expect(first.outcome == .done)
        let rejects = try site.rejects("essai")
        #expect(first.counts.added >= least, "\(rejects)")
        #expect(first.counts.rejected == rejects.count)
        let again = try #require(try site.pull("essai"))
        #expect(again.counts.unchanged == first.counts.added)
        #expect(again.counts.updated == 0)
    }

    @Test func `what breaks the law is refused with the words`() throws {
        let site = try PullSite()
        try site.add("essai", .jsonLines, "/a.jsonl")
        site.say("/a.jsonl", PullSite.lines(0..<2) + PullSite.lines(2..<3, title: "Soudeur de moins de 30 ans"))
        #expect(try site.pull("essai")?.counts.rejected == 1)
        let reject = try #require(try site.rejects("essai").first)
        #expect(reject.field == "titre")
        #expect(reject.sourceID == "2")
    }

    @Test func `pages are found through a list or a sitemap`() throws {
        let site = try PullSite()
        func page(_ id: Int) -> String {
            """
            <html><script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting",
            "identifier":"\(id)","title":"Soudeur / Soudeuse","description":"Souder des cuves \(id)","employmentType":"CDI",
            "datePosted":"2026-11-20","hiringOrganization":{"name":"Chaudronnerie"},
            "jobLocation":{"address":{"addressLocality":"Montluçon","postalCode":"03100"}}}</script></html>
            """
        }
        for id in 1...3 { site.say("/emploi/\(id)", page(id)) }
        site.say(
            "/emploi/",
            "<a href=\"1\">un</a> <a href='/emploi/2#x'>deux</a> <a href=\"https://ailleurs.example/3\">x</a> <a href=\"mailto:a@b\">y</a>"
        )
        site.say(
            "/plan.xml",
            "<urlset><url><loc>\(site.url("/emploi/2"))</loc></url><url><loc>\(site.url("/emploi/3"))</loc></url><url><loc>\(site.url("/emploi/9"))</loc></url></urlset>"
        )
        try site.add("liste", .pages, "/emploi/")
        try site.add("plan", .pages, "/plan.xml")
        #expect(try site.pull("liste")?.counts.added == 2)
        #expect(try site.pull("plan")?.counts.added == 2)
    }

    @Test func `a fetch that is stopped is done again`() throws {
        let site = try PullSite()
        try site.add("essai", .jsonLines, "/a.jsonl")
        site.say("/a.jsonl", PullSite.lines(0..<1_200))
        var questions = 0
        let stopped = try site.pull("essai") {
            questions += 1
            return questions < 3
        }
        #expect(stopped == nil)
        #expect(try site.open("essai") == 500)
        #expect(try site.source("essai").nextAt <= site.outbox.now)
        let again = try #require(try site.pull("essai"))
        #expect(again.counts.unchanged == 500)
        #expect(again.counts.added == 700)
        let pulls = try site.store.read(worker: nil) { stores throws(StorageError) in
            try stores.sources.pulls(of: SourceName("essai")!, limit: 9)
        }
        #expect(pulls.map(\.outcome) == [.done, .interrupted])
    }

    @Test func `France Travail without its identifier says so, and with it comes whole`() throws {
        let site = try PullSite()
        try site.add("france-travail", .franceTravail, "")
        #expect(try site.pull("france-travail")?.trouble?.contains("identifiant") == true)
        site.say("/token", #"{"access_token":"j","expires_in":1499}"#)
        func record(_ id: String) -> String {
            """
            {"id":"\(id)","intitule":"Aide à domicile","description":"Texte","typeContrat":"CDI",
            "dateCreation":"2026-11-20T08:00:00Z","lieuTravail":{"libelle":"03 - Moulins","commune":"03190"}}
            """
        }
        site.say("/search", "{\"resultats\":[\(record("A")),\(record("B"))]}", ["Content-Range": "offres 0-1/2"])
        var settings = FranceTravailSettings(clientIdentifier: "moi", clientSecret: "s3cret")
        settings.tokenURL = site.url("/token")
        settings.searchURL = site.url("/search")
        #expect(try site.pull("france-travail", franceTravail: settings)?.counts.added == 2)
        // Its deletions are mirrored: one of two is no more than a single offer.
        site.say("/search", "{\"resultats\":[\(record("A"))]}", ["Content-Range": "offres 0-0/1"])
        #expect(try site.pull("france-travail", franceTravail: settings)?.counts.closed == 1)
        site.say("/search", "", status: 429)
        site.say("/token", "{}", status: 401)
        let refused = try #require(try site.pull("france-travail", franceTravail: settings))
        #expect(refused.outcome == .failed)
        #expect(refused.trouble?.contains("s3cret") == false)
    }

    @Test func `due sources are fetched one after the other, paused ones are not`() throws {
        let site = try PullSite()
        site.say("/a.jsonl", PullSite.lines(0..<1))
        try site.add("un", .jsonLines, "/a.jsonl")
        try site.add("deux", .jsonLines, "/a.jsonl")
        try site.add("pause", .jsonLines, "/a.jsonl") { $0.isPaused = true }
        let job = PullJob(
            store: site.store, puller: try site.puller(),
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() })
        for _ in 0..<3 { try job.run(at: site.outbox.now) { true } }
        #expect(site.said.requests.withLock { $0.count } == 2)
        #expect(try site.open("pause") == 0)
        site.outbox.wait(seconds: 360 * 60)
        try job.run(at: site.outbox.now) { true }
        #expect(site.said.requests.withLock { $0.count } == 4)
    }
}
