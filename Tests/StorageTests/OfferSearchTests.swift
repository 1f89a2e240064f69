import Recruitment
import Search
import Testing

@testable import SQLite
@testable import Storage

struct OfferSearchTests {
    let board: Board
    let index: SearchIndex

    /// Made once: it takes longer than any of the tests.
    private static let index = Result {
        let board = try Board()
        let data = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.reference.all() }
        return try #require(SearchIndex(reference: data.search))
    }

    init() throws {
        board = try Board()
        index = try Self.index.get()
    }

    private func found(_ text: String, status: OfferStatus? = nil) throws -> [Int] {
        let filter = OfferListFilter(words: index.fullTextQuery(text), status: status)
        return try board.store.read(worker: 0) { stores throws(StorageError) in
            try stores.postings.list(filter, limit: 50, offset: 0)
        }.map { Int($0.number) }
    }

    private func load() throws {
        try board.load([
            Board.line("A1", ["titre": #""Infirmier·ère""#, "description": #""Vous soignez.""#]),
            Board.line(
                "A2", ["titre": #""L’aide-soignante (H/F)""#, "employeur": #""Clinique \"Les Œillets\"""#]),
            Board.line(
                "A3", ["titre": #""Boulanger""#, "description": #""Pas d'infirmier ici, des travaux de nuit.""#]),
        ])
    }

    @Test func `words are found as French reads them, the last received first`() throws {
        try load()
        #expect(try found("infirmiere") == [3, 1])
        #expect(try found("aide soignant") == [2])
        #expect(try found("\"aide-soignant\" oeillet") == [2])
        #expect(try found("boulang") == [3])
        #expect(try found("travau") == [3])
        #expect(try found("infirmier -boulanger") == [1])
        #expect(try found("-infirmier") == [2])
        // « Vous soignez » too.
        #expect(try found("soignante ou boulangère") == [3, 2, 1])
        #expect(try found("\"nuit travaux\"").isEmpty)
        // Nothing but words that say nothing: no word is asked for.
        #expect(try found("de la") == [3, 2, 1])
        // No word at all.
        #expect(try found("%_").isEmpty)
    }

    @Test func `offers of every status are found`() throws {
        try load()
        try board.load([Board.line("A1"), Board.line("A2")], isComplete: true)
        #expect(try board.offer("A3")?.status == .withdrawn)
        #expect(try found("boulanger") == [3])
        #expect(try found("boulanger", status: .withdrawn) == [3])
        #expect(try found("boulanger", status: .published).isEmpty)
    }

    @Test func `what is found is what was committed last`() throws {
        try load()
        try board.load([
            Board.line("A1", ["titre": #""Plombier""#, "description": #""Vous soignez.""#]),
            Board.line("A3", ["titre": #""Boulanger""#, "description": #""Du pain.""#]),
        ])
        #expect(try found("infirmier").isEmpty)
        #expect(try found("plombier soigner") == [1])
        #expect(try found("pain") == [3])
        #expect(try found("travaux").isEmpty)
        // FTS5 compares its index with the texts themselves.
        _ = try board.store.write { transaction throws(SQLiteError) in
            try transaction.execute("INSERT INTO offer_search (offer_search, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test(arguments: [
        "\"", "\"\"", "*", "a*b", "NEAR(a b)", "title:a", "{title}:x", "^a", "a AND", "OR OR", "NOT", "(((", "a\0b",
        "--", "-",
        "- -", "'; DROP TABLE offer; --", "a\" OR \"b", "\u{FEFF}", "🙂", "é\u{301}", "+a", "a + b", "-\"", "-(a)",
        "C++ -C#",
        String(repeating: "infirmier ", count: 50), String(repeating: "(", count: 100),
        String(repeating: "\"a", count: 50),
    ])
    func `no text is an error`(_ text: String) throws {
        try load()
        _ = try found(text)
    }

    @Test func `the list reads only what it shows`() throws {
        let steps = try board.store.database.withReader(0, limit: nil) { connection in
            Result { () throws(SQLiteError) in
                try connection.plan(
                    of: """
                        SELECT offer.id FROM offer_search CROSS JOIN offer ON offer.id = offer_search.rowid
                        WHERE offer_search MATCH ?1 ORDER BY offer_search.rowid DESC
                        """)
            }
        }.get()
        #expect(!steps.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN offer ") }, "\(steps)")
    }
}
