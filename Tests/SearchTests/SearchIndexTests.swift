import Recruitment
import Search
import Testing

struct SearchIndexTests {
    @Test func `an offer is found as soon as its commit is taken in, and no longer once removed`() throws {
        let index = try Sample.index()
        #expect(index.numbers("maçon").isEmpty)
        index.apply([try Sample.put(index, 1, "Maçon")], sequence: 7)
        #expect(index.numbers("macon") == [1])
        #expect(index.sequence == 7)
        index.apply([try Sample.put(index, 1, "Plombier")], sequence: 8)
        #expect(index.answer("maçon") { $0.corrects = false }.total == 0)
        #expect(index.numbers("plombier") == [1])
        index.apply([.remove(try #require(OfferID(number: 1)))], sequence: 9)
        #expect(index.numbers("plombier").isEmpty)
        #expect(index.count == 0)
    }

    @Test func `an offer past its deadline is never counted as open`() throws {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Maçon") { $0.deadline = Sample.today },
            try Sample.put(index, 2, "Maçon") { $0.deadline = Sample.today.adding(days: -1) },
        ])
        #expect(index.numbers("maçon") == [1])
        #expect(index.search(SearchQuery(), today: Sample.today.adding(days: 1)).total == 0)
    }

    @Test func `the word of the title comes before the occupation, the occupation before the text`() throws {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Agent polyvalent") { $0.description = "Vous aidez le serveur du restaurant." },
            try Sample.put(index, 2, "Limonadier") { $0.occupation = "G1803" },
            try Sample.put(index, 3, "Serveuse") { $0.occupation = "G1803" },
        ])
        #expect(index.numbers("serveur") == [3, 2, 1])
    }

    @Test func `each group of facets is counted as if its own filter were off`() throws {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Maçon") {
                $0.contract = .permanent; $0.time = .fullTime
            },
            try Sample.put(index, 2, "Maçon") {
                $0.contract = .fixedTerm; $0.time = .fullTime
            },
            try Sample.put(index, 3, "Maçon") {
                $0.contract = .fixedTerm; $0.time = .partTime
            },
        ])
        let answer = index.answer("maçon") {
            $0.contracts = [.fixedTerm]; $0.workingTime = [.fullTime]
        }
        #expect(answer.total == 1)
        #expect(answer.count(.contract, "CDI") == 1)
        #expect(answer.count(.contract, "CDD") == 1)
        #expect(answer.count(.workingTime, "plein") == 1)
        #expect(answer.count(.workingTime, "partiel") == 1)
        #expect(answer.count(.commune, "03310") == 1)
    }

    @Test func `a cursor goes through every offer once, whatever is published meanwhile`() throws {
        let index = try Sample.index()
        index.apply(
            try (1...45).map { number in
                try Sample.put(index, number, "Maçon \(number)") { $0.daysAgo = number % 7 }
            })
        for sort in SearchSort.allCases {
            var seen: [Int] = []
            var query = SearchQuery(text: "maçon")
            query.sort = sort
            query.perPage = 10
            repeat {
                let answer = index.search(query, today: Sample.today)
                seen += answer.hits.map { Int($0.id.number) }
                query.cursor = answer.nextCursor
                if seen.count == 20 { index.apply([try Sample.put(index, 100, "Maçon") { $0.daysAgo = 0 }]) }
            } while query.cursor != nil
            #expect(Set(seen.filter { $0 < 100 }) == Set(1...45), "\(sort)")
            #expect(seen.count == Set(seen).count)
            index.apply([.remove(try #require(OfferID(number: 100)))])
        }
    }

    @Test func `pages by number agree with cursors`() throws {
        let index = try Sample.index()
        index.apply(try (1...30).map { try Sample.put(index, $0, "Maçon") })
        var byPage: [Int] = []
        for page in 1...3 {
            byPage += index.numbers("maçon") {
                $0.page = page; $0.perPage = 10
            }
        }
        #expect(byPage == index.numbers("maçon") { $0.perPage = 30 })
        #expect(
            index.numbers("maçon") {
                $0.page = 4; $0.perPage = 10
            }.isEmpty)
        #expect(
            index.answer("maçon") {
                $0.page = .max; $0.perPage = .max
            }.total == 30)
    }

    @Test func `sorts put the newest, the nearest and the best paid first`() throws {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Maçon") {
                $0.daysAgo = 3; $0.commune = "03310"
            },
            try Sample.put(index, 2, "Maçon") {
                $0.daysAgo = 1
                $0.commune = "03190"
                $0.salary = Salary(minimum: 1_500, maximum: nil, period: .hour)
            },
            try Sample.put(index, 3, "Maçon") {
                $0.daysAgo = 2
                $0.commune = "03095"
                $0.salary = Salary(minimum: 200_000, maximum: nil, period: .month)
            },
        ])
        #expect(index.numbers("") { $0.sort = .date } == [2, 3, 1])
        #expect(index.numbers("") { $0.sort = .salary } == [2, 3, 1])
        let near = index.answer("") {
            $0.sort = .distance
            $0.placeText = "Vichy"
            $0.radius = 100
        }
        #expect(near.hits.map { Int($0.id.number) } == [1, 3, 2])
        #expect(near.hits.map(\.kilometres)[0] == 0)
        #expect((2.0...3.0).contains(near.hits[1].kilometres ?? 0))
    }

    @Test func `one job from two sources is one result with both, and its places are counted once`() throws {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Serveur H/F") {
                $0.employer = "Le Bistro"; $0.positions = 3; $0.source = "a"
            },
            try Sample.put(index, 2, "Serveur / Serveuse") {
                $0.employer = "Le Bistro"; $0.source = "b"
            },
            try Sample.put(index, 3, "Serveur") {
                $0.employer = "Autre"; $0.source = "b"
            },
            try Sample.put(index, 4, "Serveur") {
                $0.employer = "Autre"; $0.source = "b"
            },
        ])
        let answer = index.answer("serveur")
        #expect(answer.total == 3)
        #expect(answer.positions == 5)
        #expect(answer.count(.contract, "CDI") == 3)
        let folded = try #require(answer.hits.first { $0.id.number == 1 })
        #expect(folded.duplicates.map(\.number) == [2])
        // Where the first is filtered out the second stands for the job.
        #expect(
            index.numbers("serveur") {
                $0.sources = [SourceName("b")].compactMap { $0 }.reduce(into: []) { $0.insert($1) }
            }.count == 3)
        index.apply([.remove(try #require(OfferID(number: 1)))])
        #expect(Set(index.numbers("serveur")) == [2, 3, 4])
    }

    @Test func `a source that names what an offer repeats is believed`() throws {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Technicien de surface") { $0.sourceID = "X1" },
            try Sample.put(index, 2, "Agent d'entretien") { $0.duplicateOf = "X1" },
        ])
        #expect(index.answer("").total == 1)
    }

    @Test func `commits one by one give the index that all at once give`() throws {
        let whole = try Sample.index()
        let grown = try Sample.index()
        let titles = ["Maçon", "Serveur", "Infirmier", "Aide-soignant", "Chauffeur PL"]
        let changes = try (1...120).map { number in
            try Sample.put(whole, number, titles[number % 5]) {
                $0.daysAgo = number % 11; $0.contract = .fixedTerm
            }
        }
        whole.apply(changes)
        for change in changes { grown.apply([change]) }
        for number in stride(from: 3, to: 120, by: 7) {
            let id = try #require(OfferID(number: Int64(number)))
            whole.apply([.remove(id)])
            grown.apply([.remove(id)])
        }
        for text in ["", "maçon", "infirmière", "serveur OU maçon", "-maçon"] {
            let left = whole.answer(text) { $0.perPage = 100 }
            let right = grown.answer(text) { $0.perPage = 100 }
            #expect(left.hits == right.hits, "\(text)")
            #expect(left.facets == right.facets, "\(text)")
            #expect(left.total == right.total)
        }
    }

    @Test func `an analysis that is cut or altered is refused or read, never a trap`() throws {
        let index = try Sample.index()
        let analyzer = try #require(index.makeAnalyzer())
        let id = try #require(OfferID(number: 5))
        let blob = analyzer.analyze(try Sample.offer(5, "Infirmier (H/F) à Vichy") { $0.employer = "Clinique" }, id: id)
        #expect(IndexedOffer(blob: blob)?.id == id)
        for length in 0..<blob.count {
            if let offer = IndexedOffer(blob: Array(blob[..<length])) { index.apply([.put(offer)]) }
        }
        for position in blob.indices {
            for change: UInt8 in [0x01, 0x80, 0xFF] {
                var altered = blob
                altered[position] ^= change
                if let offer = IndexedOffer(blob: altered) { index.apply([.put(offer)]) }
            }
        }
        _ = index.answer("\"infirmier à vichy\"")
    }
}
