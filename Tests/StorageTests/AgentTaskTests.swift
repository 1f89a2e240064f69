import Recruitment
import Storage
import Testing

@Suite struct AgentTaskTests {
    private static let subject = LoggedEvent.Subject.source(SourceName("flux-essai")!)
    private static let agent = LoggedEvent.Actor.account(AccountID(rawValue: 7))

    private func open(_ board: Board) throws -> [AgentTask] {
        try board.store.read(worker: 0) { stores throws(StorageError) in
            let open = try stores.tasks.open(limit: 10)
            #expect(try stores.tasks.openCount() == open.count)
            return open
        }
    }

    private func say(_ text: String, _ board: Board) throws -> Bool {
        try board.store.writing { writing throws(StorageError) in
            try writing.openTask(.sourceLosesOffers, on: Self.subject, text: text, at: Board.now)
        }
    }

    @Test func `the same asked twice is one task, with what was said last`() throws {
        let board = try Board()
        #expect(try say("31 %", board))
        #expect(try !say("45 %", board))
        #expect(try open(board).map(\.text) == ["45 %"])
    }

    @Test func `a task is closed once, told who and when, and opened again once`() throws {
        let board = try Board()
        _ = try say("31 %", board)
        let task = try #require(try open(board).first)
        let later = Board.now.adding(seconds: 60)
        try board.store.writing { writing throws(StorageError) in
            #expect(try !writing.reopenTask(task, by: Self.agent, at: later))
            #expect(try writing.closeTask(task, by: Self.agent, at: later))
            #expect(try !writing.closeTask(task, by: .clock, at: later))
        }
        #expect(try open(board).isEmpty)
        let closed = try board.store.read(worker: 0) { stores throws(StorageError) in
            try stores.tasks.closed(limit: 10)
        }
        #expect(closed.first?.closing == AgentTask.Closing(at: later, by: Self.agent))
        try board.store.writing { writing throws(StorageError) in
            #expect(try writing.reopenTask(task, by: Self.agent, at: later))
            #expect(try !writing.reopenTask(task, by: Self.agent, at: later))
        }
        #expect(try open(board).map(\.id) == [task.id])
        let events = try board.store.read(worker: 0) { stores throws(StorageError) in
            try stores.events.events(on: Self.subject, limit: 9)
        }
        #expect(events.map(\.action) == ["tache-rouverte", "tache-faite", "tache-ouverte"])
    }

    @Test func `a closed task is not opened again beside a later one on the same`() throws {
        let board = try Board()
        _ = try say("31 %", board)
        let first = try #require(try open(board).first)
        try board.store.writing { writing throws(StorageError) in
            _ = try writing.closeTask(first, by: Self.agent, at: Board.now)
        }
        #expect(try say("50 %", board))
        try board.store.writing { writing throws(StorageError) in
            #expect(try !writing.reopenTask(first, by: Self.agent, at: Board.now))
        }
        #expect(try open(board).map(\.text) == ["50 %"])
    }
}
