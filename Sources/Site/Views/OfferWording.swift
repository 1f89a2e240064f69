import Recruitment

/// An offer's facts in words, the same on cards, pages, feeds and paper.
struct OfferWording {
    private let offer: OfferSummary

    init(_ summary: OfferSummary) { offer = summary }

    init(offer: Offer) { self.init(OfferSummary(offer)) }

    /// `CDD de 6 mois`, `Intérim`.
    var contract: String {
        guard let months = offer.durationInMonths, months > 0 else { return offer.contract.label }
        return "\(offer.contract.label) de \(Self.duration(months: months))"
    }

    static func duration(months: Double) -> String {
        if months < 1 {
            let weeks = max(1, Int((months * 52 / 12).rounded()))
            return French.count(weeks, "semaine", "semaines")
        }
        return French.decimal(months) + French.noBreakSpace + "mois"
    }

    /// `Temps plein, 37,5 h par semaine`; nil where nothing is known.
    var hours: String? {
        switch (offer.workingTime, offer.weeklyHours) {
        case (nil, nil): nil
        case (let time?, nil): time.label
        case (nil, let hours?): Self.weekly(hours)
        case (let time?, let hours?): "\(time.label), \(Self.weekly(hours))"
        }
    }

    /// `Temps plein` or `26 h par semaine`: what fits on a card.
    var shortHours: String? {
        if offer.workingTime == .fullTime { return WorkingTime.fullTime.label }
        return offer.weeklyHours.map(Self.weekly) ?? offer.workingTime?.label
    }

    private static func weekly(_ hours: Double) -> String {
        French.decimal(hours) + French.noBreakSpace + "h par semaine"
    }

    /// `12,33 à 12,37 € brut de l’heure`; nil where the offer gives no figure.
    var pay: String? {
        offer.salary.map { salary in
            let per =
                switch salary.period {
                case .hour: "de l’heure"
                case .month: "par mois"
                case .year: "par an"
                }
            guard let maximum = salary.maximum else { return "\(French.euros(cents: salary.minimum)) brut \(per)" }
            return "\(French.amount(cents: salary.minimum)) à \(French.euros(cents: maximum)) brut \(per)"
        }
    }

    /// What a figure by the hour or the year comes to in a month, for an offer that gives its hours.
    var monthlyPay: String? {
        guard let salary = offer.salary, salary.period != .month, let hours = offer.weeklyHours else { return nil }
        let cents: Double =
            switch salary.period {
            case .hour: Double(salary.minimum) * hours * 52 / 12
            case .month: Double(salary.minimum)
            case .year: Double(salary.minimum) / 12
            }
        let euros = Int64((cents / 1_000).rounded()) * 10
        return "soit environ \(French.euros(cents: euros * 100)) brut par mois"
    }

    /// `Yzeure (03400)`, `Allier`.
    var place: String {
        guard let postcode = offer.postcode else { return offer.place }
        return "\(offer.place) (\(postcode))"
    }

    var employer: String { offer.employer ?? "Employeur non affiché par la source" }

    var positions: String? {
        offer.positions > 1 ? French.count(offer.positions, "poste", "postes") : nil
    }

    /// Whether the offer asks for no driving licence, as far as it says.
    var licences: String? {
        guard !offer.licences.isEmpty else { return nil }
        let names = DrivingLicence.allCases.filter(offer.licences.contains).map(\.rawValue)
        return "Permis " + names.joined(separator: ", ")
    }

    /// The title, with its first letter in capital and no shouting: titles in capitals are hard to read.
    var title: String {
        // Most titles have small letters: looking for one in octets is a tenth of the work of asking every character.
        let isQuiet = offer.title.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        if isQuiet, let first = offer.title.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
            return offer.title
        }
        let rest = offer.title.dropFirst()
        let letters = isQuiet ? "" : offer.title.filter(\.isLetter)
        let isShouted = letters.count > 6 && letters.allSatisfy(\.isUppercase)
        return offer.title.prefix(1).uppercased() + (isShouted ? rest.lowercased() : String(rest))
    }
}
