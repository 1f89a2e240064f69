import Foundation
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Testing

@Suite struct PageTests {
    private var site: TestSite { get throws { try TestSite.shared.get() } }

    private func code(_ sourceID: String) throws -> String {
        let source = try #require(SourceName("essai"))
        let identity = try #require(OfferIdentity(source: source, sourceID: sourceID))
        let posted = try site.board.store.read(worker: nil) { stores throws(StorageError) in
            try stores.offers.offer(identity)
        }
        return try #require(posted).id.code
    }

    @Test(arguments: [
        "/", "/offres", "/comment-ca-marche", "/mentions-legales", "/accessibilite", "/donnees-personnelles",
    ])
    func `public pages are whole HTML documents in French with a strict policy`(path: String) throws {
        let response = try site.get(path)
        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "text/html; charset=utf-8")
        #expect(response.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
        #expect(response.text.contains("<h1>"))
        #expect(response.fields[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(response.fields[.setCookie] == nil)
        #expect(
            !response.text.contains("<style") && !response.text.contains(" style=")
                && !response.text.contains(" onclick="))
    }

    @Test func `the home page counts what is open today`() throws {
        let text = try site.get("/").text
        #expect(text.contains("5\u{A0}offres ouvertes"))
        #expect(text.contains("10\u{A0}postes"))
        #expect(!text.contains("Vendangeur"))
    }

    @Test func `what an employer typed is shown as text`() throws {
        for path in ["/", "/offres", "/offres/\(try code("hostile"))"] {
            #expect(try site.get(path).text.contains("Vendeur &lt; 3 ans &amp; &quot;co&quot; &#39;x&#39;"))
        }
    }

    @Test func `an offer answers seven questions and carries structured data`() throws {
        let response = try site.get("/offres/\(try code("boulanger"))")
        #expect(response.status == .ok)
        for question in ["Quoi", "Où", "Quand", "Combien", "Quel contrat", "Ce qu’il faut", "Comment postuler"] {
            #expect(response.text.contains("<dt>\(question)\u{202F}?</dt>"))
        }
        #expect(response.text.contains("12,50 à 13\u{A0}€ brut de l’heure"))
        #expect(response.text.contains("<li>accueillir</li>"))
        let start = try #require(response.text.range(of: "<script type=\"application/ld+json\">"))
        let end = try #require(response.text.range(of: "</script>", range: start.upperBound..<response.text.endIndex))
        let data = Data(response.text[start.upperBound..<end.lowerBound].utf8)
        let posting = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(posting["@type"] as? String == "JobPosting")
        #expect(posting["validThrough"] as? String == "2027-01-15T22:59:59Z")
        #expect(posting["employmentType"] as? [String] == ["FULL_TIME"])
        #expect(posting["totalJobOpenings"] as? Int == 2)
    }

    @Test func `an offer is open on its last day and closed the day after`() throws {
        #expect(try site.get("/offres/\(try code("dernier-jour"))").status == .ok)
        let closed = try site.get("/offres/\(try code("finie"))")
        #expect(closed.status == .gone)
        #expect(closed.text.contains("Cette offre n’est plus disponible"))
        #expect(closed.text.contains("Vendangeur / Vendangeuse"))
        #expect(!closed.text.contains("ld+json"))
        #expect(closed.fields[HTTPField.Name("X-Robots-Tag")!] == "noindex")
    }

    @Test func `no list, feed or sitemap has an offer past its deadline`() throws {
        let code = try code("finie")
        for path in ["/", "/offres", "/offres.json", "/sitemap.xml", "/offres?q=vendangeur"] {
            #expect(try !site.get(path).text.contains(code))
        }
    }

    @Test func `a code typed otherwise leads to the one address`() throws {
        let code = try code("boulanger")
        let response = try site.get("/offres/\(code.lowercased())")
        #expect(response.status == .permanentRedirect)
        #expect(response.fields[.location] == "/offres/\(code)")
    }

    @Test(arguments: [
        "/nulle-part", "/offres/ZZZZZZ", "/offres/12", "/offres/%00", "/Offres", "/offres/../etc/passwd",
        "/static/../Package.swift",
    ])
    func `what is not there is 404 or malformed, in French`(path: String) throws {
        let response = try site.get(path)
        #expect([404, 400].contains(response.status.code))
    }

    @Test(arguments: [HTTPRequest.Method.post, .delete, .patch, .trace])
    func `other methods are refused with those that work`(method: HTTPRequest.Method) throws {
        let response = try site.request(method, "/offres")
        #expect(response.status == .methodNotAllowed)
        #expect(response.fields[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test func `an unchanged page is not sent twice`() throws {
        let first = try site.get("/offres")
        let tag = try #require(first.fields[.eTag])
        let second = try site.get("/offres", [.ifNoneMatch: tag])
        #expect(second.status == .notModified)
        #expect(second.fields[.eTag] == tag)
    }

    @Test func `the sitemap lists open offers with the truth on when they changed`() throws {
        let text = try site.get("/sitemap.xml").text
        #expect(
            text.contains(
                "<loc>https://emploi.example/offres/\(try code("boulanger"))</loc><lastmod>2026-11-24T11:00:00Z</lastmod>"
            ))
    }
}
