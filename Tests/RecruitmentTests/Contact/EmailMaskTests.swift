import Recruitment
import Testing

@Suite struct EmailMaskTests {
    @Test(arguments: [
        ("", ""), ("Rien à cacher", "Rien à cacher"), ("à 5 @ 6", "à 5 @ 6"),
        ("Écrire à jean@essai.fr.", "Écrire à [courriel masqué]."),
        ("a@b.fr, C.D@e-f.co.uk;x", "[courriel masqué], [courriel masqué];x"),
        ("é@a@b.fr", "é@[courriel masqué]"), ("@@@@", "@@@@"),
    ])
    func `addresses go and the rest stays`(text: String, masked: String) {
        #expect(EmailMask.masked(text) == masked)
    }

    @Test func `an offer's addresses come each once, the one for applying first`() {
        var offer = Offer(
            identity: OfferIdentity(source: .ownSite, sourceID: "1")!, title: "Serveur", description: "",
            workplace: Workplace(precision: .country, label: "France"), contract: .permanent,
            publishedAt: Instant(secondsSinceEpoch: 0))
        offer.application = ApplicationMeans(email: "rh@essai.fr", instructions: "ou RH@essai.fr")
        offer.description = "Écrire à chef@essai.fr ou rh@essai.fr"
        #expect(offer.applicationAddresses.map(\.description) == ["rh@essai.fr", "chef@essai.fr"])
    }
}
