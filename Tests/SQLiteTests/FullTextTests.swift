import TestSupport
import Testing

@testable import SQLite

/// Words in lower case; one that ends in s also stands without it.
private struct Plurals: FullTextTokenizer {
    func tokenize(_ text: Span<UInt8>, _ emit: (FullTextToken) -> Void) {
        var start = 0
        for end in 0...text.count {
            let isLetter = end < text.count && text[end] | 0x20 >= 0x61 && text[end] | 0x20 <= 0x7A
            if isLetter { continue }
            if end > start {
                let word = (start..<end).map { text[$0] | 0x20 }
                emit(FullTextToken(term: word, range: start..<end))
                if word.last == 0x73 {
                    emit(FullTextToken(term: Array(word.dropLast()), range: start..<end, isColocated: true))
                }
            }
            start = end + 1
        }
    }
}

struct FullTextTests {
    let folder = TemporaryFolder()
    let database: Database

    init() throws {
        database = try Database(path: folder.file("a.sqlite"), readers: 1, tokenizers: ["pluriels": Plurals()])
        try database.withWriter(limit: nil) { connection in
            Result { () throws(SQLiteError) in
                try connection.run(
                    script: """
                        CREATE VIRTUAL TABLE word USING fts5(text, tokenize = 'pluriels');
                        INSERT INTO word (rowid, text) VALUES (1, 'Des Maisons rouges'), (2, 'une maison'), (3, ''), (4, NULL);
                        """)
            }
        }.get()
    }

    private func found(_ expression: String) throws -> [Int64] {
        try database.withReader(0, limit: nil) { connection in
            Result { () throws(SQLiteError) in
                try connection.all("SELECT rowid FROM word WHERE word MATCH ?1 ORDER BY rowid", expression) {
                    row throws(SQLiteError) in try row.int64(0)
                }
            }
        }.get()
    }

    @Test func `a table cuts its text and its queries with the tokenizer of the program`() throws {
        #expect(try found("MAISON") == [1, 2])
        // The words of a query are cut the same: « maisons » is also asked for as « maison ».
        #expect(try found("maisons") == [1, 2])
        #expect(try found("\"maison rouge\"") == [1])
        #expect(try found("rou *") == [1])
        #expect(try found("bleu").isEmpty)
    }

    @Test func `octets of a token are those of the text`() throws {
        let marked = try database.withReader(0, limit: nil) { connection in
            Result { () throws(SQLiteError) in
                try connection.first("SELECT highlight(word, 0, '<', '>') FROM word WHERE word MATCH 'maison'") {
                    row throws(SQLiteError) in try row.text(0)
                }
            }
        }.get()
        #expect(marked == "Des <Maisons> rouges")
    }

    @Test func `a connection that does not know the tokenizer says so`() throws {
        let other = try Connection(path: folder.file("a.sqlite"), options: ConnectionOptions(access: .readOnly))
        #expect(throws: SQLiteError.self) {
            try other.first("SELECT count(*) FROM word WHERE word MATCH 'a'") { row throws(SQLiteError) in
                try row.int64(0)
            }
        }
    }
}
