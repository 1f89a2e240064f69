import Foundation
import HTTP1
import HTTPTypes
import Site
import Testing

@Suite struct FeedTests {
    private var site: TestSite { get throws { try TestSite.shared.get() } }

    @Test func `the feed is JSON Feed 1.1 with our extension`() throws {
        let response = try site.get("/offres.json")
        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "application/feed+json")
        #expect(response.fields[.accessControlAllowOrigin] == "*")
        #expect(response.fields[.lastModified] != nil)
        let feed = try response.json
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        let items = try #require(feed["items"] as? [[String: Any]])
        #expect(items.count == 5)
        let extra = try #require(items.first?["_offre"] as? [String: Any])
        for member in [
            "about", "source", "source_id", "rome", "commune_insee", "contrat", "heures_hebdo", "salaire",
            "date_limite", "statut",
        ] {
            #expect(extra[member] != nil, "\(member)")
        }
    }

    @Test func `pages of the feed lead on to the last and hold every offer once`() throws {
        var target = "/offres.json?par_page=2"
        var ids: [String] = []
        for _ in 0..<10 {
            let feed = try site.get(target).json
            ids += try #require(feed["items"] as? [[String: Any]]).compactMap { $0["id"] as? String }
            guard let next = feed["next_url"] as? String else { break }
            target = next.replacing("https://emploi.example", with: "")
        }
        #expect(ids.count == 5)
        #expect(Set(ids).count == 5)
    }

    @Test func `a feed that has not changed is not sent again`() throws {
        let first = try site.get("/offres.json?q=boulanger")
        let tag = try #require(first.fields[.eTag])
        #expect(try site.get("/offres.json?q=boulanger", [.ifNoneMatch: tag]).status == .notModified)
    }

    @Test(arguments: [
        "/offres.json", "/offres.atom", "/offres.rss", "/offres.csv", "/offres.ics", "/partenaires/indeed.xml",
        "/sitemap.xml",
    ])
    func `that a client has a feed already is kept by the server for the others`(_ path: String) throws {
        let site = try site
        let tag = try #require(site.get(path).fields[.eTag])
        let unchanged = site.get(path, [.ifNoneMatch: tag])
        #expect(unchanged.status == .notModified)
        #expect(unchanged.reuse == .whileGeneration(site.site.generation))
    }

    @Test func `one offer is JSON too, and a closed one says so`() throws {
        let items = try #require(try site.get("/offres.json?q=boulanger").json["items"] as? [[String: Any]])
        let code = try #require((items.first?["_offre"] as? [String: Any])?["code"] as? String)
        let offer = try site.get("/offres/\(code).json").json
        #expect(offer["titre"] as? String == "Boulanger / Boulangère")
        #expect((offer["salaire"] as? [String: Any])?["min"] as? Double == 12.5)
        #expect(try site.get("/offres/ZZZZZ0.json").status == .notFound)
    }

    @Test func `an unknown commune is refused with the nearest ones`() throws {
        let response = try site.get("/offres.json?commune=Vishi")
        #expect(response.status == .badRequest)
        let problem = try #require(try response.json["parametres"] as? [[String: Any]]).first
        #expect(problem?["proche"] as? String == "Vichy (03200)")
    }
}
