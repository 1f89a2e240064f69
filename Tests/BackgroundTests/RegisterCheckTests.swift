import Curl
import LocalServer
import Logging
import Recruitment
import Storage
import Synchronization
import Testing

@testable import Background

@Suite struct RegisterCheckTests {
    private static let siret = SIRET("73282932000074")!

    private static func body(state: String, siret: String = siret.description) -> String {
        """
        {"results":[{"siren":"732829320","nom_complet":"SOCIETE D'ESSAI","siege":{"siret":"73282932000009",
        "etat_administratif":"F"},"matching_etablissements":[{"siret":"\(siret)","etat_administratif":"\(state)",
        "activite_principale":"10.71C","adresse":"1 PLACE D'ALLIER 03000 MOULINS","commune":"03190"}]}],"total_results":1}
        """
    }

    @Test func `an establishment is asked about once a day, and its closing is an event`() throws {
        let outbox = try Outbox()
        let said = Mutex(Self.body(state: "A"))
        let asked = Atomic(0)
        let followed = Mutex<[String]>([])
        let server = LocalServer { connection in
            guard let request = connection.readRequest() else { return }
            asked.add(1, ordering: .relaxed)
            #expect(request.target == "/search?q=\(Self.siret)&per_page=1")
            connection.answer(200, ["Content-Type": "application/json"], said.withLock { $0 })
        }
        let now = outbox.now
        try outbox.store.writing { writing throws(StorageError) in
            let account = try writing.addAccount(
                .recruiter, email: EmailAddress("a@b.example")!, name: PersonName("A")!, at: now)!
            _ = try writing.addMembership(of: account.id, in: Self.siret, at: now)
        }
        let here = AddressPolicy(allowing: [IPNetwork("127.0.0.0/8")!])
        let check = RegisterCheck(
            store: outbox.store, register: CompanyRegister(baseURL: "http://127.0.0.1:\(server.port)", policy: here),
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() }, pause: {}
        ) { siret, facts, _, _ in followed.withLock { $0.append("\(siret) \(facts.isOpen)") } }
        for _ in 0..<3 { try check.run(at: outbox.now) { true } }
        #expect(asked.load(ordering: .relaxed) == 1)
        func facts() throws -> Establishment.Facts? {
            try outbox.store.read(worker: nil) { stores throws(StorageError) in
                try stores.establishments.establishment(Self.siret)?.facts
            }
        }
        #expect(try facts()?.isOpen == true)
        #expect(try facts()?.commune == INSEECode("03190"))
        said.withLock { $0 = Self.body(state: "F") }
        outbox.wait(seconds: 86_401)
        try check.run(at: outbox.now) { true }
        #expect(try facts()?.isOpen == false)
        let events = try outbox.store.read(worker: nil) { stores throws(StorageError) in
            try stores.events.events(on: .establishment(Self.siret), limit: 5)
        }
        #expect(events.map(\.after) == ["ferme", "ouvert"])
        // Told once, with the rest of what was noted, and again only when it changes.
        #expect(followed.withLock { $0 } == ["\(Self.siret) false"])
        outbox.wait(seconds: 86_401)
        try check.run(at: outbox.now) { true }
        #expect(followed.withLock { $0 }.count == 1)
        said.withLock { $0 = Self.body(state: "A") }
        outbox.wait(seconds: 86_401)
        try check.run(at: outbox.now) { true }
        #expect(followed.withLock { $0 }.last == "\(Self.siret) true")
    }

    @Test(arguments: ["", "{", "[]", "{\"results\":{}}", "{\"results\":[{\"siege\":{\"siret\":\"73282932000074\"}}]}"])
    func `what cannot be read changes nothing`(body: String) {
        guard case .unavailable = CompanyRegister.read(Array(body.utf8), Self.siret) else {
            Issue.record("\(body)")
            return
        }
    }

    @Test(arguments: [(503, ""), (429, "{}"), (200, "<html>"), (200, #"{"results":[]}"#)])
    func `a register that fails or does not know changes nothing, and its failing is told`(
        status: Int, body: String
    ) throws {
        let outbox = try Outbox()
        let asked = Atomic(0)
        let server = LocalServer { connection in
            guard connection.readRequest() != nil else { return }
            asked.add(1, ordering: .relaxed)
            connection.answer(status, ["Content-Type": "application/json"], body)
        }
        let now = outbox.now
        let sirets = [Self.siret, SIRET("55208131700018")!]
        try outbox.store.writing { writing throws(StorageError) in
            let account = try writing.addAccount(
                .recruiter, email: EmailAddress("a@b.example")!, name: PersonName("A")!, at: now)!
            for siret in sirets {
                _ = try writing.addMembership(of: account.id, in: siret, at: now)
                try writing.setFacts(Establishment.Facts(name: "Essai", isOpen: true), of: siret, at: now)
            }
        }
        let here = AddressPolicy(allowing: [IPNetwork("127.0.0.0/8")!])
        let check = RegisterCheck(
            store: outbox.store, register: CompanyRegister(baseURL: "http://127.0.0.1:\(server.port)", policy: here),
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() }, pause: {}
        ) { _, _, _, _ in Issue.record("nothing was said") }
        try check.run(at: outbox.now) { true }
        // What does not answer is not asked for the others in the same run.
        let isUnknown = body.contains("results")
        #expect(asked.load(ordering: .relaxed) == (isUnknown ? 2 : 1))
        try outbox.store.read(worker: nil) { stores throws(StorageError) in
            for siret in sirets { #expect(try stores.establishments.establishment(siret)?.facts?.isOpen == true) }
            #expect(try stores.outsideServices.failing().map(\.name) == (isUnknown ? [] : [.companyRegister]))
        }
    }

    @Test func `another establishment of the firm does not count`() {
        let body = Self.body(state: "A", siret: "73282932000009")
        #expect(CompanyRegister.read(Array(body.utf8), Self.siret) == .unknown)
    }

    @Test func `an unreachable register is told as such`() {
        let here = AddressPolicy(allowing: [IPNetwork("127.0.0.0/8")!])
        guard case .unavailable = CompanyRegister(baseURL: "http://127.0.0.1:1", policy: here).look(up: Self.siret)
        else {
            Issue.record("port 1 answers")
            return
        }
    }
}
