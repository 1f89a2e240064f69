import Feeds
import Foundation
import HTTP1
import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct SourcePagesTests {
    private static let form: QueryItems = [
        "nom": "mairie-vichy", "libelle": "Mairie de <Vichy>", "type": "json-feed", "type-montre": "json-feed",
        "adresse": "https://vichy.example/offres.json", "minutes": "360", "mebioctets": "50", "secondes": "60",
        "entiere": "oui", "m-offres": "items", "m-identifiant": "id", "m-titre": "title",
        "m-description": "content_text",
    ]

    private static func form(_ changes: [String: String?]) -> QueryItems {
        var form = form
        for (name, value) in changes { form.set(name, to: value) }
        return form
    }

    private func site() throws -> (TestSite, TestBrowser) {
        let test = try TestSite(
            [TestOffers.all[0]],
            preview: SourcePreview { name, settings, now in
                guard settings.url.contains("vichy") else { return .failed("Ce nom de serveur n’existe pas.") }
                var offer = Offer(
                    identity: OfferIdentity(source: name, sourceID: "1")!, title: "Jardinier <b>",
                    description: settings.mapping?.text ?? "habituelle",
                    workplace: Workplace(precision: .departement, label: "Allier", departement: "03"),
                    contract: .permanent,
                    publishedAt: now)
                offer.employer = "Mairie"
                return .read(
                    offers: [offer],
                    rejects: [SourceReject(position: 2, sourceID: nil, title: "Stage", reason: "stage")],
                    remarks: ["date illisible", "date illisible"], shortfall: nil)
            })
        return (test, try test.signedIn(.agent([.moderator])))
    }

    @Test func `a source is tried, added, changed, paused and asked for`() throws {
        let (test, browser) = try site()
        #expect(browser.get("/agent/sources").text.contains("Aucune source"))
        let tried = browser.fill("/agent/sources/nouvelle", Self.form(["faire": "essayer"]))
        #expect(tried.status == 200)
        #expect(tried.text.contains("Jardinier &lt;b&gt;") && tried.text.contains("stage"))
        #expect(browser.get("/agent/sources").text.contains("Aucune source"))
        let added = browser.fill("/agent/sources/nouvelle", Self.form(["faire": "enregistrer"]))
        #expect(added.status == 303)
        #expect(added.location == "/agent/sources/mairie-vichy")
        let page = browser.get("/agent/sources/mairie-vichy")
        #expect(page.text.contains("Mairie de &lt;Vichy&gt;") && page.text.contains("écrite par un agent"))
        #expect(browser.fill("/agent/sources/nouvelle", Self.form(["faire": "enregistrer"])).status == 422)

        let form = "/agent/sources/mairie-vichy/modifier"
        let version = try #require(browser.get(form).hidden("version"))
        let changed = browser.fill(
            form,
            Self.form(["faire": "enregistrer", "version": version, "libelle": "Autre", "m-employeur": "\"Mairie\""]))
        #expect(changed.status == 303)
        let late = browser.fill(form, Self.form(["faire": "enregistrer", "version": version, "libelle": "Tard"]))
        #expect(late.status == 409)
        #expect(late.text.contains("value=\"Tard\""))
        for (action, word) in [
            ("pause", "en pause"), ("reprendre", "Mettre en pause"), ("importer", "Lecture demandée"),
        ] {
            #expect(browser.fill("/agent/sources/mairie-vichy", ["faire": action]).status == 303)
            #expect(browser.get("/agent/sources/mairie-vichy").text.contains(word), "\(action)")
        }
        #expect(browser.fill("/agent/sources/mairie-vichy", ["faire": "exploser"]).status == 400)
        #expect(browser.get("/agent/sources/mairie-vichy/rejets.csv").status == 200)
        #expect(browser.get("/agent/sources/inconnue").status == 404)
        let counsellor = try test.signedIn(.agent([.counsellor]))
        #expect(!counsellor.get("/agent/sources/mairie-vichy").text.contains("Importer maintenant"))
    }

    @Test(arguments: [
        ("nom", "Mairie !"), ("nom", "emploi-allier"), ("libelle", ""), ("adresse", "javascript:alert(1)"),
        ("adresse", "ftp://a.example/"), ("adresse", ""), ("type", "fax"), ("minutes", "0"), ("mebioctets", "9999"),
        ("secondes", "x"), ("m-titre", ""), ("m-titre", "a//b"), ("m-description", "\"ouvert"),
    ])
    func `what cannot be is told at its field, and what was typed stays`(field: String, value: String) throws {
        let (_, browser) = try site()
        let answer = browser.fill("/agent/sources/nouvelle", Self.form([field: value, "faire": "enregistrer"]))
        #expect(answer.status == 422)
        #expect(answer.text.contains("href=\"#\(field)\""))
        #expect(answer.text.contains("value=\"https://vichy.example/offres.json\"") || field == "adresse")
        #expect(browser.get("/agent/sources").text.contains("Aucune source"))
    }

    @Test func `another kind begins with its own mapping`() throws {
        let (_, browser) = try site()
        let answer = browser.fill("/agent/sources/nouvelle", Self.form(["type": "indeed", "faire": "essayer"]))
        #expect(answer.status == 200)
        #expect(answer.text.contains("value=\"referencenumber | requisitionid\""))
        #expect(answer.hidden("type-montre") == "indeed")
        let failed = browser.fill(
            "/agent/sources/nouvelle", Self.form(["adresse": "https://nulle-part.example/", "faire": "essayer"]))
        #expect(failed.text.contains("n’existe pas"))
    }

    @Test func `an agent answers whether many offers are to be closed`() throws {
        let (test, browser) = try site()
        _ = browser.fill("/agent/sources/nouvelle", Self.form(["faire": "enregistrer"]))
        let (name, now) = (SourceName("mairie-vichy")!, test.now)
        let offer = try test.read { stores throws(StorageError) in try stores.offers.recent(1, on: TestSite.today) }[0]
        try test.store.writing { writing throws(StorageError) in
            try writing.setAbsent([offer.id], of: name)
            try writing.openTask(.sourceLosesOffers, on: .source(name), text: "essai", at: now)
        }
        #expect(browser.get("/agent/sources/mairie-vichy").text.contains("Faut-il fermer"))
        #expect(browser.fill("/agent/sources/mairie-vichy", ["faire": "garder"]).status == 303)
        #expect(try test.board.offer(offer.id, worker: 0)?.status == .published)
        #expect(browser.get("/agent/sources/mairie-vichy").text.contains("en pause"))
        try test.store.writing { writing throws(StorageError) in try writing.setAbsent([offer.id], of: name) }
        #expect(browser.fill("/agent/sources/mairie-vichy", ["faire": "fermer"]).status == 303)
        #expect(try test.board.offer(offer.id, worker: 0)?.status == .withdrawn)
        #expect(try test.read { stores throws(StorageError) in try stores.tasks.openCount() } == 0)
    }

    @Test func `one job of two sources is one result with a link to the other, and agents part them`() throws {
        let line = TestOffers.all[0]
        let lent = line.replacing("\"source\":\"essai\"", with: "\"source\":\"france-travail\"")
        let test = try TestSite([lent, line])
        while try test.store.writing({ writing throws(StorageError) in
            try writing.sortJobs(limit: 100, at: TestSite.now)
        }) {}
        _ = try test.store.writing { writing throws(StorageError) in try writing.sortJobs(limit: 100, at: TestSite.now)
        }
        try test.board.catchUp()
        let found = try test.get("/api/v1/offres?q=boulanger").json
        #expect(found["total"] as? Int == 1)
        #expect(found["postes"] as? Int == 2)
        let element = try #require((found["elements"] as? [[String: Any]])?.first)
        #expect(element["source"] as? String == "essai")
        let other = try #require((element["autres_sources"] as? [[String: Any]])?.first)
        #expect(Set(other.keys) == ["source", "code", "url"])
        #expect(other["source"] as? String == "france-travail")
        let code = try #require(element["code"] as? String)
        let page = test.get("/offres/\(code)").text
        #expect(page.contains("Aussi publiée par"))
        // What may not be passed on does not leave through the group.
        for feed in ["/offres.atom", "/offres.rss", "/offres.csv", "/partenaires/indeed.xml"] {
            let text = try test.get(feed).wholeText
            #expect(text.contains(code) && !text.contains("france-travail"), "\(feed)")
        }
        let browser = try test.signedIn(.agent([.moderator]))
        let there = try #require(other["code"] as? String)
        #expect(browser.get("/agent/offres/\(code)").text.contains("Ce ne sont pas la même offre"))
        let parted = browser.fill(
            "/agent/offres/\(code)", to: "/agent/offres/\(code)/meme-offre", ["faire": "separer", "code": there])
        #expect(parted.status == 303)
        #expect(try test.get("/api/v1/offres?q=boulanger").json["total"] as? Int == 2)
        #expect(!test.get("/offres/\(code)").text.contains("Aussi publiée par"))
        let joined = browser.fill(
            "/agent/offres/\(code)", to: "/agent/offres/\(code)/meme-offre", ["faire": "joindre", "code": there])
        #expect(joined.status == 303)
        #expect(try test.get("/api/v1/offres?q=boulanger").json["total"] as? Int == 1)
        for bad in ["", "ZZZZZ0", code] {
            #expect(
                browser.fill(
                    "/agent/offres/\(code)", to: "/agent/offres/\(code)/meme-offre", ["faire": "joindre", "code": bad]
                ).status == 400)
        }
    }
}
