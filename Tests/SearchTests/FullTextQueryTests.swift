import Testing

@testable import Search

struct FullTextQueryTests {
    private func query(_ text: String) throws -> FullTextQuery {
        FullTextQuery(text, analyzer: try #require(FrenchAnalyzer()))
    }

    @Test(arguments: [
        ("infirmiere", "(\"infirmiere\" *)"),
        ("chef de rang vichy", "(\"chef\") AND (\"rang\") AND (\"vichy\" *)"),
        ("\"chef de rang\" vichy", "(\"chef rang\") AND (\"vichy\" *)"),
        ("maçon ou plombier", "(\"maçon\" OR \"plombier\" *)"),
        ("maçon -intérim", "(\"maçon\") NOT (\"intérim\")"),
        ("maçon -\"travail de nuit\"", "(\"maçon\") NOT (\"travail nuit\")"),
    ])
    func `what is typed becomes an expression`(_ text: String, _ expression: String) throws {
        #expect(try query(text).expression == expression)
    }

    @Test func `what only excludes has an expression of its own`() throws {
        #expect(try query("-intérim").expression == nil)
        #expect(try query("-intérim").exclusion == "\"intérim\"")
        for text in ["", "de la", "\"", "- *", "🙂"] { #expect(try query(text).expression == nil, "\(text)") }
    }

    @Test func `an unfinished word is marked too`() throws {
        let analyzer = try #require(FrenchAnalyzer())
        let query = FullTextQuery("infirmiere boulan", analyzer: analyzer)
        let text = "L’Infirmier·ère de la Boulangerie"
        let marked = query.marks(in: text, analyzer: analyzer).map {
            String(decoding: Array(text.utf8)[$0], as: UTF8.self)
        }
        #expect(marked == ["Infirmier·ère", "Boulangerie"])
    }

    @Test func `terms have the octets of their words, other spellings stand beside them`() throws {
        let analyzer = try #require(FrenchAnalyzer())
        let octets = Array("L’aide-soignante des travaux".utf8)
        var terms: [AnalyzedTerm] = []
        analyzer.terms(of: octets.span) { terms.append($0) }
        let words = terms.map { String(decoding: octets[$0.range], as: UTF8.self) }
        #expect(words == ["aide", "soignante", "travaux", "travaux"])
        #expect(terms.map(\.isColocated) == [false, false, false, true])
        #expect(terms.last.map { String(decoding: $0.term, as: UTF8.self) } == "travaux")
    }
}
