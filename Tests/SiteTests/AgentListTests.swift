import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct AgentListTests {
    @Test func `agents find offers by words and status`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        let path = "/agent/offres"
        #expect(world.agent.get(path + "?q=serveuse&statut=publiee").text.contains(code))
        #expect(!world.agent.get(path + "?q=serveuse&statut=brouillon").text.contains(code))
        #expect(!world.agent.get(path + "?q=%25_").text.contains(code))
        #expect(world.agent.get(path + "?q=%3Cscript%3E&page=999999999999&statut=x").status == 200)
        #expect(!world.agent.get(path + "?q=%3Cscript%3E").text.contains("<script>"))

        // A counsellor reads, and has no boxes to tick.
        let counsellor = try world.test.signedIn(.agent([.counsellor]))
        #expect(!counsellor.get(path).text.contains("checkbox"))
    }

    @Test func `the table for spreadsheets quotes what it must and holds no formula`() throws {
        let world = try PostingWorld()
        world.write(["intitule": "=1+1;\"Serveur\" (H/F)"])
        #expect(world.act(1, "envoyer").status == 303)
        let answer = world.agent.get("/agent/offres.csv?source=site")
        #expect(answer.status == 200)
        #expect(answer.text.contains("\"'=1+1;\"\"Serveur\"\" (H/F)\""))
        #expect(answer.text.split(separator: "\r\n").count == 2)
        #expect(SpreadsheetText.cell("@a") == "'@a")
        #expect(SpreadsheetText.cell("a") == "a")
    }

    @Test func `an employer who is trusted publishes at once, until he is not`() throws {
        let world = try PostingWorld()
        let path = "/agent/employeurs/73282932000074"
        #expect(world.agent.get("/agent/employeurs?q=73282").text.contains(path))
        #expect(world.agent.get("/agent/employeurs?q=99").text.contains("Aucun établissement"))
        #expect(world.agent.get("/agent/employeurs?genre=confiance").text.contains("Aucun établissement"))
        #expect(world.agent.get("/agent/employeurs?genre=fermes").text.contains("Aucun établissement"))
        #expect(world.agent.get("/agent/employeurs?genre=%3Cb%3E").text.contains(path))
        #expect(world.agent.get("/agent/employeurs/55208131700018").status == 404)
        #expect(world.agent.get("/agent/employeurs/123").status == 404)
        #expect(world.agent.fill(path, ["confiance": "peut-être"]).status == 400)
        #expect(world.agent.fill(path, ["confiance": "oui"]).status == 303)
        world.write()
        _ = world.act(1, "envoyer")
        #expect(try world.status(1) == .published)
        #expect(world.agent.get(path).text.contains("Serveur / Serveuse"))
        #expect(world.agent.get("/agent/employeurs?genre=recrutent").text.contains(path))
        let table = world.agent.get("/agent/employeurs.csv?genre=confiance").text
        #expect(table.contains("73282932000074;;1;0;1;1;oui;\r\n"))
        #expect(world.agent.fill(path, ["confiance": "non"]).status == 303)
        world.write(["intitule": "Cuisinier / Cuisinière"])
        _ = world.act(2, "envoyer")
        #expect(try world.status(2) == .submitted)
    }
}
