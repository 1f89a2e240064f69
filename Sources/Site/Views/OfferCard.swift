import HTML
import Recruitment
import Web

/// An offer in a list, which stands under a heading of the second level.
struct OfferCard {
    let posted: PostedOffer
    let today: CalendarDay
    var distance: Double?
    var otherSources: [String] = []
    /// Octets of the title that answer the search.
    var marks: [Range<Int>] = []

    var html: HTML {
        let wording = OfferWording(offer: posted.offer)
        let address = Paths.offer.link(OfferCode(posted.id))
        let link: HTML = "<a href=\"\(address)\">\(MarkedText.html(wording.title, marks: marks))</a>"
        return """
            <li class="offer-card">
            <h3>\(link)</h3>
            <p><span class="where">\(wording.place)</span>\(distanceText) · \(wording.employer)</p>
            <ul class="facts">
            \(each: facts(wording), { $0 })</ul>
            <p class="when">\(dates)</p>
            </li>

            """
    }

    private var distanceText: HTML? {
        distance.map { " <span class=\"hint\">à \(French.distance($0))</span>" }
    }

    private func facts(_ wording: OfferWording) -> [HTML] {
        var facts: [HTML] = ["<li>\(wording.contract)</li>\n"]
        if let hours = wording.shortHours { facts.append("<li>\(hours)</li>\n") }
        if let pay = wording.pay { facts.append("<li class=\"pay\">\(pay)</li>\n") }
        if posted.offer.experience == .beginnerAccepted { facts.append("<li class=\"good\">Débutant accepté</li>\n") }
        if let licences = wording.licences { facts.append("<li>\(licences)</li>\n") }
        if let positions = wording.positions { facts.append("<li class=\"good\">\(positions)</li>\n") }
        return facts
    }

    private var dates: HTML {
        let published = French.ago(ParisTime.day(at: posted.offer.publishedAt), today: today)
        let left = today.days(until: posted.offer.deadline)
        let hurry: HTML? =
            switch left {
            case 0: " · <strong>dernier jour pour postuler</strong>"
            case 1...7: " · <strong>plus que \(French.count(left, "jour", "jours"))</strong>"
            default: nil
            }
        let sources: HTML? =
            otherSources.isEmpty ? nil : " · aussi sur : \(otherSources.joined(separator: ", "))"
        return "Publiée \(published)\(hurry)\(sources)"
    }
}
