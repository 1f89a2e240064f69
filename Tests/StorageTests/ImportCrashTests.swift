import Glibc
import Interchange
import Recruitment
import TestSupport
import Testing

@testable import SQLite
@testable import Storage

struct ImportCrashTests {
    /// Three thousand offers, of which some change and some go between the two files.
    private static func lines(second: Bool) -> [String] {
        (1...3_000).filter { !second || $0 % 10 != 0 }.map { number in
            Board.line("A\(number)", ["postes": second && number % 7 == 0 ? "2" : "1"])
        }
    }

    private static func run(_ path: String, _ file: String) throws -> ImportReport {
        let store = try Store(path: path, workers: 1)
        return try OfferImport(file: file, source: .named(Board.source, isComplete: true)).run(
            into: store, at: Board.now)
    }

    /// What readers can see of every offer, in order.
    private func content(_ store: Store) throws -> [String] {
        try store.read(worker: 0, limit: nil) { stores throws(StorageError) in
            var content: [String] = []
            for number in 1...3_000 {
                guard let identity = OfferIdentity(source: Board.source, sourceID: "A\(number)"),
                    let offer = try stores.offers.offer(identity)
                else { continue }
                content.append("\(number) \(offer.status) \(offer.offer.positions)")
            }
            return content
        }
    }

    @Test func `an import killed at any moment is completed by the same import`() async throws {
        let expected = try Board()
        try expected.load(Self.lines(second: false))
        try expected.load(Self.lines(second: true), isComplete: true)
        let goal = try content(expected.store)
        #expect(goal.count == 3_000)

        let board = try Board()
        try board.load(Self.lines(second: false))
        board.folder.write("seconde.jsonl", Self.lines(second: true).joined(separator: "\n") + "\n")
        let path = board.store.database.path
        let file = board.folder.file("seconde.jsonl")
        // The child kills itself with SIGKILL, which nothing can catch, wherever it stands after so many microseconds.
        for _ in 0..<6 {
            let delay = UInt32.random(in: 0...600_000)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, file = file as String, delay = delay as UInt32] in
                var killer = pthread_t()
                let microseconds = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
                unsafe microseconds.initialize(to: delay)
                unsafe pthread_create(
                    &killer, nil,
                    { argument in
                        unsafe usleep(argument!.assumingMemoryBound(to: UInt32.self).pointee)
                        kill(getpid(), SIGKILL)
                        return nil
                    }, microseconds)
                while true { _ = try ImportCrashTests.run(path, file) }
            }
            let connection = try Connection(path: path, options: ConnectionOptions(access: .readWrite))
            let health = try connection.all("PRAGMA integrity_check") { row throws(SQLiteError) in try row.text(0) }
            #expect(health == ["ok"])
            #expect(try connection.all("PRAGMA foreign_key_check") { _ in 0 } == [])
        }
        _ = try Self.run(path, file)
        #expect(try content(board.store) == goal)
        #expect(try Self.run(path, file).counts == [0, 0, 2_700, 0, 0])
        // One line for each change, however often the import began again.
        #expect(try board.changes().count == expected.changes().count)
    }
}
