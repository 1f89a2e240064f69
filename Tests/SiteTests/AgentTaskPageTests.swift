import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct AgentTaskPageTests {
    private static let siret = SIRET("73282932000074")!

    private func openTask(_ test: TestSite, text: String) throws {
        _ = try test.store.writing { writing throws(StorageError) in
            try writing.openTask(.establishmentClosed, on: .establishment(Self.siret), text: text, at: TestSite.now)
        }
    }

    @Test func `a task is counted, done by one agent, and the second is told`() throws {
        let test = try TestSite()
        try openTask(test, text: "Fermé <script>")
        let agent = try test.signedIn(.agent([.companyRelations]))
        let second = try test.signedIn(.agent([.moderator]))
        #expect(agent.get("/agent").text.contains("Tâches à faire</a> (1)"))
        let page = second.get("/agent/taches")
        #expect(page.text.contains("Fermé &lt;script&gt;"))
        #expect(page.text.contains("/agent/employeurs/\(Self.siret)"))
        let id = try #require(page.hidden("tache"))
        #expect(agent.fill("/agent/taches", ["tache": id, "action": "terminer"]).location == "/agent/taches")
        let late = second.post("/agent/taches", ["tache": id, "action": "terminer"], seal: page.seal)
        #expect(late.status == 409)
        #expect(late.text.contains("déjà été faite"))
        #expect(agent.get("/agent").text.contains("Tâches à faire</a> (0)"))
        let done = second.get("/agent/taches?liste=faites")
        #expect(done.text.contains("par Camille Essai"))
        #expect(second.post("/agent/taches", ["tache": id, "action": "rouvrir"], seal: done.seal).status == 303)
        #expect(agent.get("/agent/taches").text.contains("Fermé"))
    }

    @Test func `hostile tasks are refused`() throws {
        let test = try TestSite()
        let agent = try test.signedIn(.agent([.moderator]))
        try openTask(test, text: "Fermé")
        for (form, status) in [
            (["tache": "99", "action": "terminer"], 404), (["tache": "-1", "action": "terminer"], 400),
            (["tache": "1", "action": "brûler"], 400), ([:], 400),
        ] as [(QueryItems, Int)] {
            #expect(agent.fill("/agent/taches", form).status == status)
        }
        // A counsellor reads, and has no button.
        let counsellor = try test.signedIn(.agent([.counsellor]))
        #expect(counsellor.get("/agent/taches").text.contains("Fermé"))
        #expect(!counsellor.get("/agent/taches").text.contains("C’est fait"))
    }

    @Test func `a service that does not answer is told until it does`() throws {
        let test = try TestSite()
        let agent = try test.signedIn(.agent([.counsellor]))
        func note(_ error: String?, _ seconds: Int64) throws {
            try test.store.writing { writing throws(StorageError) in
                try writing.note(.companyRegister, error: error, at: TestSite.now.adding(seconds: seconds))
            }
        }
        try note(nil, 0)
        #expect(!agent.get("/agent/taches").text.contains("ne répond pas"))
        try note("status 503", 60)
        try note("status 500", 3_600)
        let told = agent.get("/agent/taches").text
        #expect(told.contains("ne répond pas depuis le 24\u{A0}novembre 2026 à 12\u{A0}h\u{A0}01"))
        #expect(told.contains("status 500"))
        try note(nil, 7_200)
        #expect(!agent.get("/agent/taches").text.contains("ne répond pas"))
    }
}
