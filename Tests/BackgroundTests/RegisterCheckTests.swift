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
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() })
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
    }

    @Test(arguments: ["", "{", "[]", "{\"results\":{}}", "{\"results\":[{\"siege\":{\"siret\":\"73282932000074\"}}]}"])
    func `what cannot be read changes nothing`(body: String) {
        guard case .unavailable = CompanyRegister.read(Array(body.utf8), Self.siret) else {
            Issue.record("\(body)")
            return
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
