import Recruitment
import Web

/// Every path of the site, in one place.
enum Paths {
    static let home = Path("/")
    static let offers = Path("/offres")
    static let offersFeed = Path("/offres.json")
    static let offer = Path("/offres/{id}", OfferCode.self)
    static let offerJSON = Path("/offres/{id}.json", OfferCode.self)
    static let howItWorks = Path("/comment-ca-marche")
    static let legalNotice = Path("/mentions-legales")
    static let accessibility = Path("/accessibilite")
    static let personalData = Path("/donnees-personnelles")
    static let robots = Path("/robots.txt")
    static let sitemap = Path("/sitemap.xml")
    static let favicon = Path("/favicon.ico")
}
