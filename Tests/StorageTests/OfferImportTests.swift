import Interchange
import Recruitment
import TestSupport
import Testing

@testable import Storage

struct OfferImportTests {
    let board: Board

    init() throws { board = try Board() }

    @Test func `the same file again changes nothing`() throws {
        let lines = (1...2_500).map { Board.line("A\($0)") }
        #expect(try board.load(lines).counts == [2_500, 0, 0, 0, 0])
        #expect(try board.load(lines).counts == [0, 0, 2_500, 0, 0])
        #expect(try board.changes().count == 2_500)
    }

    @Test func `what changed is updated, under the same number`() throws {
        try board.load([Board.line("A1"), Board.line("A2")])
        let later = Board.now.adding(seconds: 60)
        let report = try board.load([Board.line("A1", ["titre": #""Chaudronnier""#]), Board.line("A2")], at: later)
        #expect(report.counts == [0, 1, 1, 0, 0])
        let offer = try #require(try board.offer("A1"))
        #expect(offer.offer.title == "Chaudronnier")
        #expect(offer.id.number == 1)
        #expect(offer.receivedAt == Board.now && offer.changedAt == later)
        #expect(try board.changes() == ["added 1", "added 2", "updated 1"])
    }

    @Test func `a complete file closes what it does not hold, and its return opens it again`() throws {
        try board.load([Board.line("A1"), Board.line("A2"), Board.line("A3")])
        let report = try board.load([Board.line("A1"), Board.line("A3")], isComplete: true)
        #expect(report.counts == [0, 0, 2, 1, 0])
        #expect(report.closing == .done)
        let closed = try #require(try board.offer("A2"))
        #expect(closed.status == .withdrawn)
        #expect(closed.closedAt == Board.now)
        #expect(try board.load([Board.line("A1"), Board.line("A3")], isComplete: true).counts == [0, 0, 2, 0, 0])
        #expect(try board.load([Board.line("A2")]).counts == [0, 1, 0, 0, 0])
        #expect(try board.offer("A2")?.status == .published)
        #expect(try board.offer("A2")?.closedAt == nil)
        #expect(
            try board.changes() == ["added 1", "added 2", "added 3", "closed 2 absent_from_source", "reopened 2"])
    }

    @Test func `an absent offer that comes back changed is open again`() throws {
        try board.load([Board.line("A1"), Board.line("A2")])
        try board.load([Board.line("A1")], isComplete: true)
        #expect(try board.load([Board.line("A2", ["postes": "2"])]).counts == [0, 1, 0, 0, 0])
        #expect(try board.offer("A2")?.status == .published)
        #expect(try board.offer("A2")?.closedAt == nil)
        #expect(try board.changes().last == "reopened 2")
    }

    @Test func `a status that people gave is not undone by an import`() throws {
        try board.load([Board.line("A1"), Board.line("A2")])
        try board.setStatus(.moderated, of: 1)
        let before = try board.changes()
        #expect(try board.load([Board.line("A1"), Board.line("A2")]).counts == [0, 0, 2, 0, 0])
        #expect(try board.load([Board.line("A1", ["postes": "9"]), Board.line("A2")]).counts == [0, 1, 1, 0, 0])
        #expect(try board.offer("A1")?.status == .moderated)
        #expect(try board.offer("A1")?.closedAt != nil)
        #expect(try board.changes() == before)
    }

    @Test func `another source's offers are never closed`() throws {
        let demonstration = OfferImport.demonstration(migrations: Board.migrations, at: Board.now)
        _ = try demonstration.run(into: board.store, at: Board.now)
        try board.load([Board.line("A1"), Board.line("A2")])
        #expect(try board.load([Board.line("A1")], isComplete: true).closed == 1)
    }

    struct Damaged: Sendable, CustomTestStringConvertible {
        let name: String
        let lines: [String]
        var end = "\n"
        let reason: ImportReport.HoldBack
        var testDescription: String { name }
    }

    @Test(arguments: [
        Damaged(
            name: "cut in its last line", lines: [Board.line("A1"), #"{"id":"A2","titre":"Sou"#], end: "",
            reason: .unreadable),
        Damaged(name: "a record without identifier", lines: [Board.line("A1"), "{}"], reason: .unknownRecord),
        Damaged(name: "a broken record", lines: ["{", Board.line("A1")], reason: .unknownRecord),
        Damaged(name: "empty", lines: [], reason: .empty),
        Damaged(name: "no valid record", lines: [Board.line("A1", ["contrat": #""?""#])], reason: .empty),
        Damaged(name: "a cut answer", lines: [#"{"resultats":[{"id":"1"}"#], reason: .unreadable),
        Damaged(name: "an answer without list", lines: [#"{"resultats":["#, "1"], reason: .unreadable),
    ])
    func `a complete file that cannot be trusted closes nothing`(_ damaged: Damaged) throws {
        try board.load([Board.line("A1"), Board.line("A2"), Board.line("A3")])
        let report = try board.load(damaged.lines, isComplete: true, end: damaged.end)
        #expect(report.closing == .heldBack(damaged.reason))
        #expect(report.closed == 0)
        #expect(try board.offer("A3")?.status == .published)
    }

    @Test func `a last line needs no line end`() throws {
        let report = try board.load([Board.line("A1"), Board.line("A2")], isComplete: true, end: "")
        #expect(report.counts == [2, 0, 0, 0, 0])
        #expect(report.closing == .done)
    }

    @Test func `an offer whose record is rejected stays as it is`() throws {
        try board.load([Board.line("A1"), Board.line("A2"), Board.line("A3")])
        let report = try board.load([Board.line("A1"), Board.line("A2", ["postes": "0"])], isComplete: true)
        #expect(report.counts == [0, 0, 1, 1, 1])
        #expect(try board.offer("A2")?.status == .published)
        #expect(try board.offer("A3")?.status == .withdrawn)
    }

    @Test func `rejects are told beside the file, line by line`() throws {
        let report = try board.load([
            Board.line("A1"), "", Board.line("A2", ["contrat": #""C\"D\n""#]), "pas du JSON", Board.line("A1"),
        ])
        #expect(report.counts == [1, 0, 0, 0, 3])
        let path = board.folder.file("offres.jsonl.rejects.jsonl")
        #expect(report.rejectsFile == path)
        #expect(
            board.folder.read("offres.jsonl.rejects.jsonl") == """
                {"ligne":3,"id":"A2","champ":"contrat","valeur":"C\\"D\\n","raison":"code de contrat inconnu (CDI, CDD, MIS, SAI, APP…)"}
                {"ligne":4,"champ":"","valeur":"pas du JSON","raison":"JSON mal formé"}
                {"ligne":5,"id":"A1","champ":"id","valeur":"A1","raison":"identifiant déjà présent plus haut dans le fichier"}

                """)
        #expect(try board.load([Board.line("A1")]).rejectsFile == nil)
        #expect(board.folder.read("offres.jsonl.rejects.jsonl") == nil)
    }

    @Test func `the format is found out, and progress goes to the file's end`() throws {
        let answer = #"""
            {"resultats":[{"id":"1","intitule":"Soudeur","dateCreation":"2026-11-17T08:12:41.000Z","typeContrat":"CDI",
            "lieuTravail":{"libelle":"03 - Moulins","commune":"03190"}}]}
            """#
        board.folder.write("ft.json", answer)
        var last = (0, 0)
        let report = try OfferImport(
            file: board.folder.file("ft.json"), source: .named(.franceTravail, isComplete: true)
        ).run(into: board.store, at: Board.now) { last = ($0, $1) }
        #expect(report.format == .franceTravail)
        #expect(report.counts == [1, 0, 0, 0, 0])
        #expect(last.0 == answer.utf8.count && last.1 == answer.utf8.count)
    }

    @Test func `a file that cannot be read says so`() throws {
        let request = OfferImport(file: board.folder.file("absent.jsonl"), source: .fromEachRecord)
        let error = #expect(throws: ImportError.self) { try request.run(into: board.store, at: Board.now) }
        #expect(error?.description.contains("n’existe pas") == true)
    }
}
