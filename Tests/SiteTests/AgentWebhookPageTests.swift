import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Testing
import Web

@testable import Site

@Suite struct AgentWebhookPageTests {
    private func world() throws -> (site: TestSite, browser: TestBrowser) {
        let site = try TestSite()
        let browser = try site.signedIn(.agent([.administrator]))
        let now = site.now
        try site.store.writing { writing throws(StorageError) in
            let key = try writing.addPartnerKey(
                hash: Token.random().hash, name: "Mission <locale>", scopes: [.webhooks], source: nil,
                requestsPerMinute: 10, by: .command, at: now)
            _ = try writing.addWebhook(
                ofKey: key, url: WebhookURL("https://partenaire.example/crochet")!,
                search: "metier=D1102&commune=Vichy&heures_max=35", email: nil, secret: Random.bytes(32), position: 2,
                found: [], at: now)
        }
        return (site, browser)
    }

    private func webhook(_ site: TestSite) throws -> Webhook? {
        try site.store.read(worker: 0) { stores throws(StorageError) in
            try stores.webhooks.webhook(WebhookID(rawValue: 1))
        }
    }

    @Test func `subscriptions are listed in words, with how they are`() throws {
        let (site, browser) = try world()
        let list = browser.get("/agent/abonnements")
        #expect(list.status == 200)
        #expect(list.text.contains("Mission &lt;locale&gt;"))
        #expect(list.text.contains("Boulanger"), "the job's name, not its code")
        #expect(list.text.contains("Vichy"))
        #expect(list.text.contains("35 h par semaine au plus"))
        #expect(list.text.contains("aucun appel réussi"))
        try site.store.writing { writing throws(StorageError) in
            guard let hook = try writing.stores.webhooks.webhook(WebhookID(rawValue: 1)) else { return }
            let call = try writing.beginTest("a", of: hook, at: site.now)
            try writing.endCall(call, milliseconds: 12, status: 204, error: nil, next: nil)
            let other = try writing.beginTest("b", of: hook, at: site.now)
            try writing.endCall(other, milliseconds: 15, status: 500, error: "réponse 500", next: site.now)
        }
        #expect(browser.get("/agent/abonnements").text.contains("dernier appel réussi le 24"))
        let page = browser.get("/agent/abonnements/1").text
        #expect(page.contains("arrivé (204)"))
        #expect(page.contains("réponse 500"))
        #expect(browser.get("/agent/abonnements/9").status == 404)
        _ = try site.store.writing { writing throws(StorageError) in
            try writing.revokePartnerKey(1, by: .command, at: site.now)
        }
        #expect(browser.get("/agent/abonnements").text.contains("clé révoquée"))
    }

    @Test func `an administrator suspends, resumes, replays, renews the secret and ends, and the history says so`()
        throws
    {
        let (site, browser) = try world()
        let link = "/agent/abonnements/1"
        #expect(browser.fill(link, ["faire": "suspendre"]).status == 303)
        #expect(try webhook(site)?.pausedReason == "par un agent du Département")
        #expect(browser.fill(link, ["faire": "reprendre"]).status == 303)
        #expect(try webhook(site)?.pausedReason == nil)
        #expect(browser.fill(link, ["faire": "rappeler", "depuis": "0"]).status == 303)
        #expect(try webhook(site)?.position == 0)
        for wrong in ["", "x", "-1", "999999", "99999999999999999999"] {
            let answer = browser.fill(link, ["faire": "rappeler", "depuis": wrong])
            #expect(answer.status == 422, "\(wrong)")
            #expect(answer.text.contains("aria-invalid"))
        }
        #expect(try webhook(site)?.position == 0)
        let id = WebhookID(rawValue: 1)
        let now = site.now
        let before = try site.store.read(worker: 0) { stores throws(StorageError) in
            try stores.webhooks.secrets(of: id, at: now)
        }
        let renewed = browser.fill(link, ["faire": "secret"])
        #expect(renewed.status == 200)
        #expect(renewed.response.fields[.cacheControl] == "no-store")
        let after = try site.store.read(worker: 0) { stores throws(StorageError) in
            try stores.webhooks.secrets(of: id, at: now)
        }
        #expect(after.count == 2 && after[1] == before[0])
        #expect(renewed.text.contains(String(hexadecimal: after[0])))
        #expect(!browser.get(link).text.contains(String(hexadecimal: after[0])))
        #expect(browser.fill(link, ["faire": "essayer"]).status == 303)
        #expect(browser.fill(link, ["faire": "autre"]).status == 400)
        #expect(browser.get(link).text.contains("Secret changé"))
        #expect(browser.fill(link, ["faire": "finir"]).status == 303)
        #expect(try webhook(site) == nil)
        #expect(browser.fill("/agent/cles", to: link, ["faire": "essayer"]).status == 404)
    }
}
