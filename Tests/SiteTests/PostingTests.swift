import Recruitment
import Storage
import Testing
import Web

@testable import Site

@Suite struct PostingTests {
    @Test func `four short steps lead to an offer that waits for an agent`() throws {
        let world = try PostingWorld()
        let browser = world.recruiter
        var job = PostingWorld.job
        job.append("etape", "1")
        var answer = browser.fill("/espace/offres/nouvelle", job)
        #expect(answer.location == "/espace/offres/1/2")
        for (step, form) in [(2, PostingWorld.contract), (3, PostingWorld.work), (4, PostingWorld.applying)] {
            let path = "/espace/offres/1/\(step)"
            let page = browser.get(path)
            #expect(page.status == 200)
            var form = form
            form.append("version", try #require(page.hidden("version")))
            answer = browser.post(path, form, seal: page.seal)
        }
        #expect(answer.location == "/espace/offres/1")
        let page = browser.get("/espace/offres/1")
        #expect(page.text.contains("Envoyer l’offre"))
        #expect(page.text.contains("Aperçu"))
        #expect(page.text.contains("accueillir les clients"))
        #expect(page.text.contains("Aide possible"))
        #expect(world.act(1, "envoyer").status == 303)
        #expect(try world.status(1) == .submitted)
        // Nobody else sees it yet.
        #expect(TestBrowser(world.test).get("/offres/\(try world.code(1))").status == 404)
        let mail = try #require(try world.test.mail(to: PostingWorld.address))
        #expect(mail.subject.contains("offre reçue"))
    }

    @Test func `the occupations understood from the title are proposed, and the one chosen is kept`() throws {
        let world = try PostingWorld()
        var job = PostingWorld.job
        job.append("etape", "1")
        world.recruiter.fill("/espace/offres/nouvelle", job)
        let page = world.recruiter.get("/espace/offres/1/2")
        let choices = page.text.matches(of: #/<input type="radio" name="rome" value="([A-Z]\d{4})"/#).map(\.1)
        #expect(choices.count > 1)
        #expect(page.text.contains("<input type=\"radio\" name=\"rome\" value=\"\" checked>"))
        let chosen = String(try #require(choices.last))
        var contract = PostingWorld.contract
        contract.append("rome", chosen)
        contract.append("version", try #require(page.hidden("version")))
        world.recruiter.post("/espace/offres/1/2", contract, seal: page.seal)
        #expect(
            world.recruiter.get("/espace/offres/1/2").text.contains(
                "<input type=\"radio\" name=\"rome\" value=\"\(chosen)\" checked>"))
        // The title is completed as one types, where scripts run.
        #expect(world.recruiter.get("/espace/offres/1/1").text.contains("data-suggest=\"metier\""))
        #expect(world.recruiter.get("/espace/offres/1/1").text.contains("suggestions"))
    }

    @Test func `an empty form is told what is missing beside each field`() throws {
        let world = try PostingWorld()
        let answer = world.recruiter.fill("/espace/offres/nouvelle", ["siret": "73282932000074", "etape": "1"])
        #expect(answer.status == 422)
        #expect(answer.text.contains("Donnez l’intitulé du poste."))
        #expect(answer.text.contains("Donnez la commune"))
        #expect(answer.text.contains("id=\"intitule-erreur\""))
        #expect(answer.text.contains("<title>Erreur"))
        // It is kept nevertheless, and cannot be handed in.
        #expect(world.act(1, "envoyer").status == 422)
        #expect(try world.status(1) == .draft)
    }

    @Test func `what cannot be read is told and kept as typed`() throws {
        let cases: [(field: String, typed: String, message: String)] = [
            ("postes", "-1", "nombre de postes"), ("postes", "mille", "nombre de postes"),
            ("commune", "Vishy", "Vichy"), ("commune", "Paris 75001", "pas dans l’Allier"),
            ("contrat", "XXX", "type de contrat"), ("heures", "0", "heures par semaine"),
            ("heures", "1e9", "heures par semaine"), ("salaire_min", "-12", "salaire brut"),
            ("salaire_min", "12,505", "salaire brut"), ("salaire_min", "99999999999999999999", "salaire brut"),
            ("salaire_max", "9", "au moins égal"), ("salaire_periode", "siècle", "par heure"),
            ("tel", "+49 30 1234", "numéro français"), ("tel", "", "moyen de postuler"),
            ("url", "javascript:alert(1)", "https://"), ("url", "https://", "https://"),
            ("courriel", "a@b", "adresse de courriel"),
            ("date_limite", "2026-02-30", "date limite"), ("date_limite", "2026-11-23", "date limite"),
            ("date_limite", "2027-06-01", "date limite"), ("siret", "12345678901234", "établissements"),
            ("siret", "55208131766522", "établissements"), ("missions", "", "Décrivez le travail"),
            ("missions", String(repeating: "é", count: 6_001), "trop long"),
            ("intitule", String(repeating: "x", count: 201), "trop long"),
        ]
        let world = try PostingWorld()
        for (field, typed, message) in cases {
            let answer = world.write([field: typed])
            #expect(answer.status == 422, "\(field) \(typed.prefix(30))")
            let text = answer.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
            #expect(text.contains(message), "\(field) \(typed.prefix(30))")
            if typed.count < 30, !["siret", "contrat", "salaire_periode"].contains(field) {
                #expect(text.contains("value=\"\(typed)\"") || typed.isEmpty, "\(field) \(typed)")
            }
        }
    }

    @Test func `hostile text is shown as text`() throws {
        let world = try PostingWorld()
        let answer = world.write([
            "intitule": "<script>alert(1)</script> 🍕\u{202E}", "missions": "</textarea><script>x</script>\r\n\0",
            "employeur": "\"><img src=x>",
        ])
        #expect(answer.status == 400 || !answer.text.contains("<script>"))
        let second = world.write([
            "intitule": "<script>alert(1)</script> 🍕\u{202E}", "missions": "</textarea><script>x</script>\r\n\u{7}",
            "employeur": "\"><img src=x>",
        ])
        #expect(second.status == 303 || second.status == 422)
        for path in ["/espace/offres/1", "/espace/offres/1/tout", "/espace/offres"] {
            let page = world.recruiter.get(path)
            #expect(page.status == 200)
            #expect(!page.text.contains("<script>"))
            #expect(!page.text.contains("<img src=x>"))
            #expect(!page.text.contains("\u{202E}"))
        }
    }

    @Test func `a form of a megabyte is refused`() throws {
        let world = try PostingWorld()
        let head = world.recruiter.get("/espace/offres/nouvelle")
        let answer = world.recruiter.post(
            "/espace/offres/nouvelle", ["intitule": String(repeating: "a", count: 3 << 20)], seal: head.seal)
        #expect(answer.status == 413 || answer.status == 400)
        #expect(answer.status < 500)
    }

    @Test func `unlawful words and too low a pay are marked and keep the offer from leaving`() throws {
        let world = try PostingWorld()
        let answer = world.write([
            "intitule": "Serveuse", "missions": "Nous cherchons une personne de moins de 30 ans.",
            "salaire_min": "9,50",
        ])
        #expect(answer.status == 422)
        #expect(answer.text.contains("<mark>"))
        #expect(answer.text.contains("L5331-2"))
        #expect(answer.text.contains("L3231-2"))
        let sent = world.act(1, "envoyer")
        #expect(sent.status == 422)
        #expect(sent.text.contains("contraires à la loi"))
        #expect(try world.status(1) == .draft)
        // Corrected, it leaves.
        let page = world.recruiter.get("/espace/offres/1/tout")
        var form = PostingWorld.all
        form.append("version", try #require(page.hidden("version")))
        #expect(world.recruiter.post("/espace/offres/1/tout", form, seal: page.seal).location == "/espace/offres/1")
        #expect(world.act(1, "envoyer").status == 303)
        #expect(try world.status(1) == .submitted)
    }

    @Test func `too few hours for the aid are told`() throws {
        let world = try PostingWorld()
        world.write(["heures": "24"])
        let text = world.recruiter.get("/espace/offres/1").text
        #expect(text.contains("il manque 2\u{A0}h par semaine"))
    }

    @Test func `another recruiter finds no such offer`() throws {
        let world = try PostingWorld()
        world.write()
        let stranger = try world.test.signedIn(.recruiter)
        for path in ["/espace/offres/1", "/espace/offres/1/2"] { #expect(stranger.get(path).status == 404) }
        let seal = stranger.get("/espace").seal
        #expect(stranger.post("/espace/offres/1", ["action": "supprimer", "version": "1"], seal: seal).status == 404)
        #expect(!stranger.get("/espace/offres").text.contains("Serveur"))
    }

    @Test func `who only asks to act for an establishment sees none of its offers`() throws {
        let world = try PostingWorld()
        world.write()
        let newcomer = try world.test.signedIn(.recruiter)
        newcomer.fill("/espace", to: "/espace/etablissements", ["siret": "73282932000074"])
        #expect(newcomer.get("/espace/offres/1").status == 404)
        #expect(newcomer.get("/espace/offres/nouvelle").text.contains("732"))
    }

    @Test func `of two who edit at once the second is told and nothing is lost`() throws {
        let world = try PostingWorld()
        world.write()
        let first = world.recruiter.get("/espace/offres/1/1")
        let version = try #require(first.hidden("version"))
        var form = PostingWorld.job
        form.set("intitule", to: "Cuisinier / Cuisinière")
        form.append("version", version)
        #expect(world.recruiter.post("/espace/offres/1/1", form, seal: first.seal).status == 303)
        form.set("intitule", to: "Plongeur / Plongeuse")
        let second = world.recruiter.post("/espace/offres/1/1", form, seal: first.seal)
        #expect(second.status == 409)
        #expect(second.text.contains("Rien n’a été écrasé"))
        #expect(second.text.contains("Plongeur / Plongeuse"))
        #expect(world.recruiter.get("/espace/offres/1").text.contains("<h1>Cuisinier"))
        // An old page's button does nothing either.
        let old = world.recruiter.post(
            "/espace/offres/1", ["action": "envoyer", "version": version], seal: first.seal)
        #expect(old.status == 409)
        #expect(try world.status(1) == .draft)
    }

    @Test func `an unknown action or none is refused`() throws {
        let world = try PostingWorld()
        world.write()
        #expect(world.act(1, "détruire").status == 400)
        #expect(world.act(1, "").status == 400)
        #expect(world.recruiter.get("/espace/offres/0").status == 404)
        #expect(world.recruiter.get("/espace/offres/1/9").status == 404)
    }

    @Test func `a published offer lives through correction, extension, closing and relisting`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        let reader = TestBrowser(world.test)
        #expect(reader.get("/offres/\(code)").status == 200)
        #expect(reader.get("/offres?q=serveur&commune=Vichy").text.contains("/offres/\(code)"))
        // A rise of pay is published at once.
        var page = world.recruiter.get("/espace/offres/1/2")
        var form = PostingWorld.contract
        form.set("salaire_min", to: "13")
        form.append("version", try #require(page.hidden("version")))
        world.recruiter.post("/espace/offres/1/2", form, seal: page.seal)
        #expect(reader.get("/offres/\(code)").text.contains("12,50"))
        #expect(world.act(1, "modifier").status == 303)
        #expect(try world.status(1) == .published)
        #expect(reader.get("/offres/\(code)").text.contains("13\u{A0}€"))
        // Another place is read again first; readers see the place that was accepted.
        page = world.recruiter.get("/espace/offres/1/1")
        form = PostingWorld.job
        form.set("commune", to: "Moulins")
        form.append("version", try #require(page.hidden("version")))
        world.recruiter.post("/espace/offres/1/1", form, seal: page.seal)
        #expect(world.act(1, "modifier").status == 303)
        #expect(try world.status(1) == .published)
        #expect(reader.get("/offres/\(code)").text.contains("Vichy"))
        #expect(world.act(1, "modifier").status == 422)
        #expect(world.decide(code, "accepter-modification").status == 303)
        #expect(reader.get("/offres/\(code)").text.contains("Moulins"))

        #expect(world.act(1, "prolonger", ["jusquau": "2027-09-01"]).status == 422)
        #expect(world.act(1, "prolonger", ["jusquau": "hier"]).status == 422)
        #expect(world.act(1, "prolonger", ["jusquau": "2027-01-10"]).status == 303)
        #expect(reader.get("/offres/\(code)").text.contains("10\u{A0}janvier 2027"))
        #expect(world.act(1, "confirmer").status == 303)

        #expect(world.act(1, "clore").status == 422)
        #expect(world.act(1, "clore", ["issue": "pourvue", "pourvus": "0"]).status == 422)
        #expect(
            world.act(1, "clore", ["issue": "pourvue", "canal": "ce-site", "pourvus": "1", "cied": "oui"]).status == 303
        )
        #expect(try world.status(1) == .filled)
        #expect(reader.get("/offres/\(code)").status == 410)
        #expect(!reader.get("/offres?q=serveur&commune=Vichy").text.contains("/offres/\(code)\""))

        #expect(world.act(1, "republier", ["jusquau": "2027-01-15"]).status == 303)
        #expect(try world.status(1) == .submitted)
        let history = world.recruiter.get("/espace/offres/1").text
        for word in ["Envoyée", "Publiée", "Prolongée", "Close", "pourvue ce-site 1 oui"] {
            #expect(history.contains(word))
        }
    }

    @Test func `a draft is copied and deleted, an offer once sent is not`() throws {
        let world = try PostingWorld()
        world.write()
        #expect(world.act(1, "copier").location == "/espace/offres/2")
        #expect(world.recruiter.get("/espace/offres/2").text.contains("Serveur / Serveuse"))
        #expect(world.act(2, "supprimer").location == "/espace/offres")
        #expect(world.recruiter.get("/espace/offres/2").status == 404)
        _ = world.act(1, "envoyer")
        #expect(world.act(1, "supprimer").status == 409)
        #expect(try world.status(1) == .submitted)
        // The same offer again is noticed.
        world.write()
        #expect(world.recruiter.get("/espace/offres/3").text.contains("Vous avez déjà une offre de même intitulé"))
    }

    @Test func `a trusted establishment publishes at once`() throws {
        let world = try PostingWorld()
        let now = world.test.now
        try world.test.store.writing { writing throws(StorageError) in
            let agent = try writing.stores.accounts.account(EmailAddress("agent@essai.fr")!)!
            try writing.setTrusted(true, PostingWorld.siret, by: agent.id, at: now)
        }
        world.write()
        _ = world.act(1, "envoyer")
        #expect(try world.status(1) == .published)
        #expect(TestBrowser(world.test).get("/offres/\(try world.code(1))").status == 200)
    }

    @Test func `the code leads to the offer however it is written, and the sheet shows it`() throws {
        let world = try PostingWorld()
        let code = try world.publish()
        let reader = TestBrowser(world.test)
        #expect(reader.get("/code?code=\(code.lowercased())").location == "/offres/\(code)")
        #expect(reader.get("/code").status == 200)
        #expect(reader.get("/code?code=%3Cscript%3E").status == 404)
        #expect(reader.get("/code?code=ZZZZZZ").text.contains("Aucune offre"))
        let sheet = reader.get("/offres/\(code)/affiche")
        #expect(sheet.text.contains("<svg"))
        #expect(sheet.text.contains(code))
        #expect(reader.get("/offres/0000A2/affiche").status == 404)
    }
}
