import HTML
import HTTP1
import Web

extension Visit {
    func howItWorks() -> Response {
        page(
            Layout.Head(
                title: "Comment ça marche",
                summary: "Chercher une offre, comprendre l’ordre des résultats, la référence à six caractères.",
                canonical: Paths.howItWorks.link(), section: .howItWorks),
            HowItWorksPage(settings: site.settings).html)
    }

    func legalNotice() -> Response {
        page(
            Layout.Head(title: "Mentions légales", canonical: Paths.legalNotice.link()),
            LegalPages(settings: site.settings).legalNotice)
    }

    func accessibility() -> Response {
        page(
            Layout.Head(title: "Accessibilité", canonical: Paths.accessibility.link()),
            LegalPages(settings: site.settings).accessibility)
    }

    func personalData() -> Response {
        page(
            Layout.Head(title: "Données personnelles", canonical: Paths.personalData.link()),
            LegalPages(settings: site.settings).personalData)
    }
}
