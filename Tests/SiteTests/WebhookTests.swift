import Foundation
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Testing
import Web

@testable import Site

@Suite struct WebhookTests {
    private final class World: Sendable {
        let site: TestSite
        let key = Token.random()
        let other = Token.random()

        init() throws {
            site = try TestSite(settings: { $0.anonymousRequestsPerMinute = 10_000 })
            let scopes: [Set<PartnerKey.Scope>] = [[.webhooks], [.webhooks, .read]]
            for (token, scopes) in zip([key, other], scopes) {
                _ = try site.store.writing { writing throws(StorageError) in
                    try writing.addPartnerKey(
                        hash: token.hash, name: "Essai", scopes: scopes, source: nil, requestsPerMinute: 10_000,
                        by: .command, at: TestSite.now)
                }
            }
        }

        func ask(
            _ method: HTTPRequest.Method, _ path: String, _ content: String = "", key: Token? = nil
        ) -> Response {
            site.site.respond(
                to: Request(
                    method: method, target: RequestTarget(path: "/api/v1/webhooks" + path, query: nil),
                    authority: "emploi.example",
                    fields: [
                        .authorization: "Bearer \((key ?? self.key).text)", .contentType: "application/json",
                    ], body: content.isEmpty ? .empty : .bytes(Array(content.utf8))), worker: 0)
        }

        func composed(_ webhook: Webhook) throws -> [String: Any] {
            let batch = try #require(try WebhookComposer(site.site).batch(for: webhook, named: "x", at: site.now))
            return try #require(
                try JSONSerialization.jsonObject(with: Data(batch.body)) as? [String: Any])
        }

        func webhook(_ id: Int64) throws -> Webhook {
            try #require(
                try site.store.read(worker: 0) { stores throws(StorageError) in
                    try stores.webhooks.webhook(WebhookID(rawValue: id))
                })
        }
    }

    @Test func `a subscription is made, read, tested and ended by its owner alone`() throws {
        let world = try World()
        let made = world.ask(
            .post, "", #"{"url": "https://a.example/x", "recherche": "q=boulanger&commune=Vichy", "depuis": 0}"#)
        #expect(made.status == .created, "\(made.text)")
        #expect(made.fields[.location] == "/api/v1/webhooks/1")
        #expect((try made.json["secret"] as? String)?.count == 64)
        #expect(made.fields[.cacheControl] == "no-store")
        #expect(try world.ask(.get, "/1").json["secret"] == nil)
        #expect(world.ask(.post, "/1/essai").status == .accepted)
        #expect(world.ask(.get, "/1", key: world.other).status == .notFound)
        #expect(world.ask(.delete, "/1", key: world.other).status == .notFound)
        #expect(world.ask(.get, "/1/appels").status == .ok)
        #expect(try world.ask(.post, "/1/pause").json["etat"] as? String == "suspendu")
        #expect(try world.ask(.post, "/1/reprise", #"{"depuis": 2}"#).json["position"] as? Int == 2)
        #expect(world.ask(.post, "/1/reprise", #"{"depuis": 99}"#).status == .gone)
        #expect(world.ask(.delete, "/1").status == .noContent)
        #expect(world.ask(.get, "/1").status == .notFound)
    }

    @Test(arguments: [
        #"{"url": "ftp://a.example/"}"#, #"{"url": "https://u:p@a.example/"}"#, #"{"url": "https://a.example/#x"}"#,
        "{}",
        #"{"url": "https://a.example/", "recherche": "contrta=CDI"}"#, "[]", "{",
        #"{"url": "https://a.example/", "recherche": "page=2"}"#, #"{"url": "https://a.example/", "autre": "x"}"#,
        #"{"url": ["https://a.example/"]}"#, #"{"url": "https://a.example/", "courriel": "x"}"#,
    ])
    func `what cannot be used is refused`(content: String) throws {
        let world = try World()
        #expect(world.ask(.post, "", content).status == .badRequest)
        #expect(try (world.ask(.get, "").json["abonnements"] as? [Any])?.isEmpty == true)
    }

    @Test func `a key without the scope, and no key, are told so`() throws {
        let site = try TestSite.unlimited.get()
        #expect(site.get("/api/v1/webhooks").status == .unauthorized)
        let key = Token.random()
        _ = try site.store.writing { writing throws(StorageError) in
            try writing.addPartnerKey(
                hash: key.hash, name: "Lecteur", scopes: [.read], source: nil, requestsPerMinute: 10, by: .command,
                at: TestSite.now)
        }
        #expect(site.get("/api/v1/webhooks", [.authorization: "Bearer \(key.text)"]).status == .forbidden)
    }

    @Test func `a key has so many subscriptions and no more`() throws {
        let world = try World()
        for _ in 0..<Webhook.mostOfKey {
            #expect(world.ask(.post, "", #"{"url": "https://a.example/"}"#).status == .created)
        }
        #expect(world.ask(.post, "", #"{"url": "https://a.example/"}"#).status == .conflict)
    }

    @Test func `a call tells what the search finds, and the same again when it is made again`() throws {
        let world = try World()
        _ = world.ask(
            .post, "", #"{"url": "https://a.example/", "recherche": "metier=D1102&metier=G1803", "depuis": 0}"#)
        let webhook = try world.webhook(1)
        let call = try world.composed(webhook)
        let changes = try #require(call["changements"] as? [[String: Any]])
        #expect(changes.count == 2)
        #expect(changes.allSatisfy { $0["type"] as? String == "modification" }, "known before the subscription")
        let batch = try #require(
            try WebhookComposer(world.site.site).batch(for: webhook, named: "x", at: world.site.now))
        let now = world.site.now
        _ = try world.site.store.writing { writing throws(StorageError) in
            try writing.beginCall("x", of: webhook, telling: batch, at: now, retry: now)
        }
        #expect(try world.composed(try world.webhook(1))["changements"] as? NSArray == changes as NSArray)
    }
}
