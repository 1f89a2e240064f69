import Testing

@testable import Feeds

@Suite struct DepositRejectsTests {
    private func read(_ text: String, reference: String? = nil, reason: String? = nil) throws(FeedError)
        -> DepositRejects
    {
        try DepositRejects(Array(text.utf8), reference: reference, reason: reason)
    }

    @Test(arguments: [
        "Par_ref_offre|Motif_rejet\r\n7K2M4P|code ROME inconnu\r\n",
        "Par_cle;Par_ref_offre;Libelle_erreur\nX;7K2M4P;code ROME inconnu\n",
        "\u{FEFF}reference,motif\n\"7K2M4P\",\"code ROME inconnu\"",
        "motif\tREFERENCE\n code ROME inconnu \t 7K2M4P \n\n",
    ])
    func `a report is read whatever its separator and order`(_ text: String) throws {
        let report = try read(text)
        #expect(report.rejects == [.init(reference: "7K2M4P", reason: "code ROME inconnu")])
        #expect(!report.isCut)
    }

    @Test func `accents of windows-1252 are read`() throws {
        let report = try DepositRejects(Array("Par_ref_offre;motif\nA;d".utf8) + [0xE9] + Array("lai\n".utf8))
        #expect(report.rejects.first?.reason == "délai")
    }

    @Test func `columns of other names can be told, and are asked for`() throws {
        let text = "Identifiant;Explication\nA;trop long\nB;\n;sans référence\n"
        #expect(throws: FeedError.unreadable("aucune colonne « par_ref_offre » parmi : identifiant, explication")) {
            try read(text)
        }
        let report = try read(text, reference: "identifiant", reason: "Explication")
        #expect(report.rejects == [.init(reference: "A", reason: "trop long"), .init(reference: "B", reason: "")])
    }

    @Test func `a report that ends in the middle of a row says so, an empty one is refused`() throws {
        let report = try read("reference;motif\nA;un\nB;\"deux")
        #expect(report.isCut && report.rejects.count == 1)
        #expect(try read("reference;motif\n").rejects.isEmpty)
        #expect(throws: FeedError.self) { try read("") }
    }

    @Test func `a long reason is cut`() throws {
        let report = try read("reference;motif\nA;" + String(repeating: "é", count: 2_000) + "\n")
        #expect(report.rejects.first?.reason.count == DepositRejects.longestReason)
    }
}
