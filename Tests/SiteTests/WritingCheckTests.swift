import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct WritingCheckTests {
    private let path = "/espace/offres/verification"

    private func check(_ world: PostingWorld, _ form: QueryItems) -> Answer {
        world.recruiter.fill("/espace/offres/nouvelle", to: path, form)
    }

    @Test func `findings come while one writes, with the words marked and the way to the field`() throws {
        let world = try PostingWorld()
        let answer = check(
            world,
            ["etape": "3", "missions": "Nous cherchons une personne de moins de 30 ans.", "exige": "Ponctualité"])
        #expect(answer.status == 200)
        #expect(answer.text.hasPrefix("<p data-summary>Pendant que vous écrivez"))
        #expect(answer.text.contains("1\u{A0}point à corriger"))
        #expect(answer.text.contains("<mark>"))
        #expect(answer.text.contains("L5331-2"))
        #expect(answer.text.contains("href=\"#missions\""))
        #expect(!answer.text.contains("role=\"alert\""))
        #expect(!answer.text.contains("<html"))
        #expect(answer.response.fields[.cacheControl] == "no-store")
        // Nothing is kept.
        #expect(world.recruiter.get("/espace/offres").text.contains("pas encore d’offre"))
    }

    @Test func `the pay is checked and the aid measured on the step that asks for them`() throws {
        let world = try PostingWorld()
        var form = PostingWorld.contract
        form.set("salaire_min", to: "9,50")
        form.set("contrat", to: "CDD")
        form.set("duree", to: "3")
        form.append("etape", "2")
        let answer = check(world, form).text
        #expect(answer.contains("L3231-2"))
        #expect(answer.contains("il manque"))
        #expect(check(world, ["etape": "3", "missions": "- servir"]).text.contains("rien à corriger"))
    }

    @Test func `a step of a kept offer is read with what the other steps say`() throws {
        let world = try PostingWorld()
        world.write()
        // What was typed stands in place of what is kept; an offer of somebody else is not there.
        let answer = check(world, ["etape": "1", "offre": "1", "intitule": "Serveuse", "siret": "73282932000074"])
        #expect(answer.text.contains("href=\"#intitule\""))
        #expect(check(world, ["etape": "1", "offre": "2"]).status == 404)
    }

    @Test func `a second offer of the same words is noticed before it is saved`() throws {
        let world = try PostingWorld()
        _ = try world.publish()
        var form = PostingWorld.job
        form.set("intitule", to: "SERVEUR/serveuse")
        form.append("etape", "1")
        #expect(check(world, form).text.contains("une offre semblable existe déjà"))
        // Without scripts the next page says so.
        #expect(world.recruiter.fill("/espace/offres/nouvelle", form).location == "/espace/offres/2/2")
        #expect(world.recruiter.get("/espace/offres/2/2").text.contains("déjà une offre de même intitulé"))
        form.set("commune", to: "Moulins")
        #expect(!check(world, form).text.contains("semblable"))
        form.set("commune", to: "Vichy")
        form.append("offre", "1")
        #expect(!check(world, form).text.contains("semblable"))
    }

    @Test func `hostile text comes back as text, and who asks too often is told to wait`() throws {
        let world = try PostingWorld()
        let page = world.recruiter.get("/espace/offres/nouvelle")
        let hostile: QueryItems = [
            "etape": "3", "missions": "<script>alert(1)</script> Français de souche exigé, moins de 30 ans",
        ]
        let answer = world.recruiter.post(path, hostile, seal: page.seal)
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<script"))
        #expect(world.recruiter.post(path, hostile).status == 403)
        let statuses = (0..<70).map { _ in world.recruiter.post(path, ["etape": "x"], seal: page.seal).status }
        #expect(statuses.first == 200 && statuses.last == 429)
    }
}
