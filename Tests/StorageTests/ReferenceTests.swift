import Recruitment
import TestSupport
import Testing

@testable import Storage

struct ReferenceTests {
    @Test func `the tables hold what their sources hold`() throws {
        let board = try Board()
        let reference = try board.store.read(worker: 0) { stores throws(StorageError) in try stores.reference.all() }
        #expect(reference.communes.count == 1_688)
        let allier = reference.communes.filter { $0.code.departement == "03" }
        #expect(allier.count == 317)
        #expect(allier.allSatisfy { $0.basin != nil && $0.intercommunality != nil && $0.postcodes.count == 1 })
        #expect(allier.reduce(0) { $0 + $1.population } == 333_298)
        #expect(Set(allier.flatMap(\.postcodes)).count == 44)
        #expect(reference.communes.filter { $0.code.departement != "03" }.allSatisfy { $0.basin == nil })
        #expect(reference.formerCommunes.count == 5)
        #expect(reference.occupations.count == 1_584)
        #expect(Set(reference.occupations.map(\.parent)).count == 532)
        #expect(reference.domains.count == 14)
        #expect(reference.appellations.count == 13_120)
        #expect(reference.activities.count == 732)
        #expect(reference.synonyms.count >= 344)
        let vichy = try #require(allier.first { $0.name == "Vichy" })
        #expect(vichy.code.description == "03310")
        #expect(vichy.postcodes.map(\.description) == ["03200"])
        #expect(vichy.basin == .vichy)
    }

    @Test func `a second start loads nothing`() throws {
        let board = try Board()
        #expect(try board.store.prepare(migrations: Board.migrations) == [])
    }

    @Test func `a changed file is loaded again, a broken one refused with nothing changed`() throws {
        let board = try Board()
        let table = try #require(ReferenceTable.all.first { $0.file == "occupation_domains.tsv" })
        let header = "# essai\n" + table.columns.joined(separator: "\t") + "\n"
        let others = ReferenceTable.all.filter { $0.file != table.file }
        for other in others {
            board.folder.copy(Board.migrations + "/reference/" + other.file, to: other.file)
        }
        let letters = "ABCDEFGHIJKLMN".map { "\($0)\tDomaine \($0)" }.joined(separator: "\n")
        board.folder.write(table.file, header + letters + "\n")
        let loader = ReferenceLoader(folder: board.folder.path)
        #expect(try loader.load(into: board.store) == [table.file])
        #expect(try loader.load(into: board.store) == [])
        #expect(try domains(board).first == "Domaine A")

        for broken in [letters, "# essai\nfaux\n" + letters, header + "A\n", header + "A\tun\ttrop\n"] {
            board.folder.write(table.file, broken)
            let error = #expect(throws: StorageError.self) { try loader.load(into: board.store) }
            guard case .reference(let sentence) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(sentence.contains(table.file))
        }
        // An occupation would lose its domain: refused when the transaction ends.
        board.folder.write(table.file, header + "A\tseul\n")
        #expect(throws: StorageError.self) { try loader.load(into: board.store) }
        #expect(try domains(board).count == 14)
    }

    private func domains(_ board: Board) throws -> [String] {
        try board.store.read(worker: 0) { stores throws(StorageError) in try stores.reference.all().domains.map(\.label)
        }
    }
}
