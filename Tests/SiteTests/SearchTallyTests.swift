import Recruitment
import Storage
import Testing

@testable import Site

@Suite struct SearchTallyTests {
    @Test(arguments: [
        "jean.dupont@essai.fr", "06 12 34 56 78", "", "  ?!", "je cherche un travail pas trop loin de chez moi",
        String(repeating: "a", count: 61),
    ])
    func `what may tell of a person, or is no search, is not counted`(typed: String) {
        #expect(SearchTerm(typed) == nil)
    }

    @Test func `spellings count together`() {
        #expect(SearchTerm("Infirmière")?.text == "infirmiere")
        #expect(SearchTerm("infirmiere ") == SearchTerm("INFIRMIÈRE"))
        #expect(SearchTerm("CACES 1 3 5") != nil)
    }

    @Test func `searches are written by day and basin, with those that found nothing`() throws {
        let test = try TestSite()
        for target in [
            "/offres?q=boulanger&commune=Vichy", "/offres?q=Boulanger", "/offres?q=zzzzzz",
            "/offres?q=boulanger&page=2",
            "/offres.json?q=boulanger", "/offres",
        ] {
            _ = test.get(target)
        }
        try test.board.keepTally()
        let day = ParisTime.day(at: TestSite.now)
        let all = try test.store.read(worker: nil) { stores throws(StorageError) in
            try stores.searchTerms.most(from: day, limit: 10)
        }
        #expect(all.map(\.term) == ["boulanger", "zzzzzz"])
        #expect(all.map(\.searches) == [2, 1])
        let vichy = try test.store.read(worker: nil) { stores throws(StorageError) in
            try stores.searchTerms.most(from: day, basin: .vichy, limit: 10)
        }
        #expect(vichy.map(\.searches) == [1])
        let empty = try test.store.read(worker: nil) { stores throws(StorageError) in
            try stores.searchTerms.most(from: day, onlyEmpty: true, limit: 10)
        }
        #expect(empty.map(\.term) == ["zzzzzz"])
        #expect(empty.map(\.empty) == [1])
    }
}
