import MarkupText
import Recruitment

/// Pairs made from the demonstration offers, harder than theirs: what other sources do to an offer, and what looks like a
/// repetition and is none.
struct HardPairs {
    private var state: UInt64 = 20_261_124

    private mutating func random(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    private mutating func chance(_ percent: Int) -> Bool { random(100) < percent }

    /// The same offer as an agency or a partner would tell it.
    mutating func retold(_ offer: Offer, number: Int) -> Offer {
        var copy = offer
        copy.identity = OfferIdentity(source: SourceName("autre-flux")!, sourceID: "copie-\(number)")!
        copy.title = title(offer)
        var lines = MarkupText.plainText(from: offer.description).split(separator: "\n").map(String.init)
        if chance(50) {
            // Cut at the end or the beginning: six to nine tenths stay.
            let kept = max(3, lines.count * (60 + random(31)) / 100)
            lines = chance(70) ? Array(lines.prefix(kept)) : Array(lines.suffix(kept))
        }
        if chance(30) {
            lines = lines.map { $0.replacing("vous devrez", with: "il faudra").replacing(" et ", with: " & ") }
        }
        if chance(30) { lines = lines.map { FoldedText($0).text } }
        if chance(20), lines.count > 2 { lines.swapAt(random(lines.count), random(lines.count)) }
        if chance(60) {
            for _ in 0...random(3) {
                lines.insert(Self.boilerplate[random(Self.boilerplate.count)], at: random(lines.count + 1))
            }
        }
        if chance(50) {
            copy.employer = chance(50) ? nil : Self.agencies[random(Self.agencies.count)]
            copy.siret = nil
            if chance(30), copy.contract == .fixedTerm { copy.contract = .temporary }
        } else if let employer = copy.employer, chance(40) {
            copy.employer = chance(50) ? employer.uppercased() : "SARL " + employer
        }
        if chance(30) { copy.salary = nil }
        if chance(20) { copy.weeklyHours = nil }
        if chance(20) { copy.occupation = nil }
        copy.description = lines.joined(separator: chance(50) ? "\n" : "\n\n")
        return copy
    }

    private mutating func title(_ offer: Offer) -> String {
        switch random(6) {
        case 0: "URGENT - " + offer.title.uppercased()
        case 1: FoldedText(offer.title).text + " h/f"
        case 2: (offer.appellation ?? offer.title) + " (F/H)"
        case 3: offer.title + " - " + offer.workplace.label
        case 4: "Recrute : " + offer.title
        default: offer.title
        }
    }

    /// Two different jobs told by one agency in its usual words, in one place.
    mutating func sameAgency(_ one: Offer, _ other: Offer, number: Int) -> (Offer, Offer) {
        let agency = Self.agencies[random(Self.agencies.count)]
        let frame = (0..<3).map { _ in Self.boilerplate[random(Self.boilerplate.count)] }
        func framed(_ offer: Offer, _ id: String) -> Offer {
            var copy = offer
            copy.identity = OfferIdentity(source: SourceName("agence")!, sourceID: id)!
            copy.employer = agency
            copy.siret = nil
            copy.workplace = one.workplace
            copy.contract = .temporary
            copy.durationInMonths = nil
            copy.salary = nil
            copy.weeklyHours = 35
            copy.description = ([frame[0], MarkupText.plainText(from: offer.description), frame[1], frame[2]])
                .joined(separator: "\n\n")
            return copy
        }
        return (framed(one, "a-\(number)"), framed(other, "b-\(number)"))
    }

    /// One employer, one place, one text but for the job: two posts of one form.
    mutating func sameForm(_ one: Offer, _ other: Offer, number: Int) -> (Offer, Offer) {
        var copy = one
        copy.identity = OfferIdentity(source: SourceName("formulaire")!, sourceID: "f-\(number)")!
        copy.title = other.title
        copy.occupation = other.occupation
        copy.parentOccupation = other.parentOccupation
        copy.description = MarkupText.plainText(from: one.description).replacing(one.title, with: other.title)
        return (one, copy)
    }

    private static let agencies = [
        "Agence du Pont Intérim", "Bourbonnais Travail Temporaire", "Allier Recrutement", "RH Centre Placement",
    ]

    private static let boilerplate = [
        "Notre agence accompagne depuis vingt ans les entreprises et les candidats du territoire, avec une équipe à votre écoute du lundi au vendredi.",
        "Rejoignez un réseau national de plus de deux cents agences et profitez de nos avantages : comité d'entreprise, mutuelle, compte épargne temps rémunéré, aide au logement.",
        "Conformément au règlement général sur la protection des données, vous disposez d'un droit d'accès, de rectification et de suppression de vos données.",
        "Vous vous reconnaissez dans ce profil ? Envoyez-nous votre CV, nous vous rappelons sous quarante-huit heures.",
        "Toutes nos offres sont ouvertes aux personnes en situation de handicap ; nous étudions chaque candidature avec la même attention.",
        "Prime de fin de mission, congés payés, acomptes chaque semaine et parrainage récompensé.",
    ]
}
