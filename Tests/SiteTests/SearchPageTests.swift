import Foundation
import HTTP1
import HTTPTypes
import Testing

@Suite struct SearchPageTests {
    private var site: TestSite { get throws { try TestSite.shared.get() } }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    @Test func `a search finds, counts and announces`() throws {
        let text = try site.get("/offres?q=boulanger").text
        #expect(text.contains("<span role=\"status\">1\u{A0}offre"))
        #expect(text.contains("<title>1\u{A0}offre – boulanger – Emploi Allier</title>"))
        #expect(text.contains("value=\"boulanger\""))
    }

    @Test(arguments: ["Vichy", "vichy", "VICHY", "vichy (03200)", "03200 Vichy", " Vichy "])
    func `a commune is found however it is written`(place: String) throws {
        let text = try site.get("/offres?rayon=0&commune=\(encoded(place))").text
        #expect(text.contains("1\u{A0}offre à Vichy"), "\(place)")
        #expect(text.contains("Boulanger"))
    }

    @Test(arguments: ["commune=Vichy&commune=Neuvy", "commune=Vichy,%20Neuvy", "commune=vichy%20ou%20neuvy"])
    func `several communes are searched at once, and each goes away by itself`(query: String) throws {
        let text = try site.get("/offres?rayon=0&\(query)").text
        #expect(text.contains("Boulanger") && text.contains("Bûcheron"))
        let names = query.contains("vichy") ? ["vichy", "neuvy"] : ["Vichy", "Neuvy"]
        for (name, other) in [(names[0], names[1]), (names[1], names[0])] {
            #expect(text.contains("<input type=\"hidden\" name=\"commune\" value=\"\(name)\">"))
            #expect(text.contains("href=\"/offres?commune=\(other)&amp;rayon=0\""), "\(name)")
        }
    }

    @Test func `the communes of the offers found are listed, and each link finds as many as it says`() throws {
        let text = try site.get("/offres?rayon=0&commune=Vichy").text
        let links = text.matches(
            of: /<li><a href="([^"]+)">[^<]+<\/a> <span class="count">(\d+)<span class="visually-hidden"> offres/)
        #expect(links.count > 1)
        for link in links {
            let target = String(link.output.1.replacing("&amp;", with: "&"))
            #expect(
                try site.get(target).text.contains("<span role=\"status\">\(link.output.2)\u{A0}offre"), "\(target)")
        }
    }

    @Test func `neighbouring départements can be left out, which is said and taken back by a link`() throws {
        let text = try site.get("/offres?limitrophes=non&contrat=CDI").text
        #expect(text.contains("Allier seulement"))
        #expect(text.contains("href=\"/offres?contrat=CDI\""))
    }

    @Test func `a number that is a postcode and a code means both until one says which`() throws {
        let text = try site.get("/offres?rayon=0&commune=03200").text
        #expect(text.contains("Boulanger") && text.contains("Bûcheron"))
        #expect(text.contains("code postal") && text.contains("code Insee"))
        #expect(text.contains("commune=Neuvy"))
    }

    @Test func `an unknown commune is said and the nearest offered`() throws {
        let text = try site.get("/offres?commune=Vishi").text
        #expect(text.contains("Aucune commune ne s’appelle «\u{A0}Vishi\u{A0}»"))
        #expect(text.contains("Vichy (03200)</a>"))
        #expect(text.contains("value=\"Vishi\""))
    }

    @Test func `a name that several communes begin with is asked, not guessed`() throws {
        let text = try site.get("/offres?commune=saint-germain").text
        #expect(text.contains("Laquelle"))
        #expect(text.contains("Saint-Germain-des-Fossés"))
    }

    @Test func `nothing found says what to try`() throws {
        let text = try site.get("/offres?q=zzzzzz&commune=Moulins&contrat=CDI").text
        #expect(text.contains("Aucune offre"))
        #expect(text.contains("Enlever tous les filtres"))
    }

    @Test func `words searched are marked in titles, which stay escaped`() throws {
        let text = try site.get("/offres?q=vendeur").text
        #expect(text.contains("<mark>Vendeur</mark> &lt; 3 ans &amp; &quot;co&quot; &#39;x&#39;</a>"))
        #expect(try !site.get("/offres?commune=Moulins").text.contains("<mark>"))
    }

    @Test func `an offer that changed is shown as it is now`() throws {
        let site = try TestSite()
        #expect(site.get("/offres?q=boulanger").text.contains("Boulangère</mark>"))
        let line = TestOffers.offer(
            "boulanger", titre: "Boulanger de nuit", commune: ("03310", "Vichy", "03200"), rome: "D1102",
            contrat: "CDD", limite: "2026-11-25")
        try site.load([line])
        let text = site.get("/offres?q=boulanger").text
        #expect(text.contains("Boulanger</mark> de nuit</a>"))
        #expect(text.contains("<li>CDD</li>") && text.contains("plus que 1"))
        site.wait(seconds: 86_400)
        #expect(site.get("/offres?q=boulanger").text.contains("dernier jour"))
    }

    @Test func `each active filter has a link that takes only it away`() throws {
        let text = try site.get("/offres?q=boulanger&contrat=CDI&contrat=CDD&temps=plein").text
        #expect(text.contains("href=\"/offres?q=boulanger&amp;contrat=CDD&amp;temps=plein\""))
        #expect(text.contains("href=\"/offres?q=boulanger&amp;contrat=CDI&amp;temps=plein\""))
        #expect(text.contains("href=\"/offres?q=boulanger&amp;contrat=CDI&amp;contrat=CDD\""))
    }

    @Test func `a filter repeated without end is said and refused, even with the same value`() throws {
        let query = String(repeating: "temps=plein&", count: 51).dropLast()
        #expect(try site.get("/offres?\(query)").text.contains("a plus de 50 valeurs"))
        #expect(try site.get("/offres.json?\(query)").status == .badRequest)
        let most = String(repeating: "temps=plein&", count: 50).dropLast()
        #expect(try site.get("/offres.json?\(most)").status == .ok)
    }

    @Test(
        arguments: [
            "<script>alert(1)</script>", "\"><b>", "👩‍🌾", "' OR 1=1 --", String(repeating: "a ", count: 5_000), "\"", "-",
            "OR OR", "((", "*",
            "%", "\u{0}", "NEAR(a b)", "\u{202E}abc",
        ])
    func `hostile words are text like any other`(text: String) throws {
        for parameter in ["q", "commune"] {
            let response = try site.get("/offres?\(parameter)=\(encoded(text))")
            #expect(response.status == .ok)
            #expect(!response.text.contains("<script>alert"))
            #expect(!response.text.contains("\"><b>"))
        }
    }

    @Test(arguments: [
        "contrat=XYZ", "rayon=-1", "rayon=abc", "page=0", "page=99999", "tri=x", "inconnu=1", "depuis=x",
        "par_page=1000", "limitrophes=x", "salaire_inconnu=x",
    ])
    func `a value that cannot be used is said on the page and refused in JSON`(query: String) throws {
        let page = try site.get("/offres?\(query)")
        #expect(page.status == .ok)
        #expect(page.text.contains("class=\"notice\""))
        let json = try site.get("/offres.json?\(query)")
        #expect(json.status == .badRequest)
        #expect(json.fields[.contentType] == "application/problem+json")
        let problems = try #require(try json.json["parametres"] as? [[String: Any]])
        #expect(problems.first?["parametre"] as? String == String(query.prefix { $0 != "=" }))
        #expect((problems.first?["acceptes"] as? [String])?.isEmpty == false)
    }
}
