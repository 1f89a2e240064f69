import Recruitment
import Web

/// Every path of the site, typed both ways: it matches a request and prints the link.
enum Paths {
    static let home = Path("/")
    static let offers = Path("/offres")
    static let offersFeed = Path("/offres.json")
    static let offer = Path("/offres/{code}", OfferCode.self)
    static let offerJSON = Path("/offres/{code}.json", OfferCode.self)
    static let howItWorks = Path("/comment-ca-marche")
    static let legalNotice = Path("/mentions-legales")
    static let accessibility = Path("/accessibilite")
    static let personalData = Path("/donnees-personnelles")
    static let robots = Path("/robots.txt")
}

/// The whole site on one page: what each path leads to, and who may go there.
enum Routes {
    static let all: [Route<Access, Endpoint>] =
        [
            .get(Paths.home, access: .everyone) { Endpoint { visit in try visit.home() } },
            .get(Paths.offers, access: .everyone) { Endpoint { visit in try visit.results() } },
            .get(Paths.offersFeed, access: .everyone) { Endpoint { visit in try visit.feed() } },
            .get(Paths.offer, access: .everyone) { code in Endpoint { visit in try visit.offer(code.id) } },
            .get(Paths.offerJSON, access: .everyone) { code in Endpoint { visit in try visit.offerJSON(code.id) } },
            .get(Paths.howItWorks, access: .everyone) { Endpoint { visit in visit.howItWorks() } },
            .get(Paths.legalNotice, access: .everyone) { Endpoint { visit in visit.legalNotice() } },
            .get(Paths.accessibility, access: .everyone) { Endpoint { visit in visit.accessibility() } },
            .get(Paths.personalData, access: .everyone) { Endpoint { visit in visit.personalData() } },
            .get(Paths.robots, access: .everyone) { Endpoint { visit in visit.robots() } },
        ] + OfferForm.routes + Widget.routes + Sitemap.routes + API.routes
}
