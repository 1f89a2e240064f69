import HTML
import Recruitment

/// « L’offre en sept réponses »: what a jobseeker asks first, in plain words, before the employer's own text.
struct SevenAnswers {
    let posted: PostedOffer
    let today: CalendarDay
    let occupationLabel: String?
    let applying: Applying

    private var offer: Offer { posted.offer }
    private var wording: OfferWording { OfferWording(offer: offer) }

    var html: HTML {
        """
        <dl class="answers">
        \(answer("Quoi ?", what))\(answer("Où ?", place))\(answer("Quand ?", when))\(answer("Combien ?", pay))\
        \(answer("Quel contrat ?", contract))\(answer("Ce qu’il faut ?", requirements))\
        \(answer("Comment postuler ?", applying.html, isWide: true))</dl>
        """
    }

    private func answer(_ question: String, _ lines: [HTML], isWide: Bool = false) -> HTML {
        """
        <div\(if: isWide, " class=\"full\"")>
        <dt>\(question)</dt>
        \(each: lines, { "<dd>\($0)</dd>\n" })</div>

        """
    }

    private func key(_ text: String) -> HTML {
        "<span class=\"key\">\(text)</span>"
    }

    private var what: [HTML] {
        var lines = [key(offer.appellation ?? occupationLabel ?? wording.title)]
        if let positions = wording.positions { lines.append("\(positions) à pourvoir") }
        lines.append("Employeur : \(wording.employer)")
        return lines
    }

    private var place: [HTML] {
        var lines = [key(wording.place)]
        switch offer.workplace.precision {
        case .commune: break
        case .departement, .region, .country:
            lines.append("L’offre ne dit pas la commune : demandez-la avant de postuler.")
        }
        if offer.telework { lines.append("Télétravail possible") }
        return lines
    }

    private var when: [HTML] {
        var lines: [HTML] = [wording.hours.map(key) ?? "Durée de travail non précisée"]
        if !offer.schedules.isEmpty {
            let schedules = WorkSchedule.allCases.filter(offer.schedules.contains).map(\.label)
            lines.append(HTML(text: schedules.joined(separator: ", ")))
        }
        lines.append("Postuler jusqu’au \(French.date(offer.deadline))")
        return lines
    }

    private var pay: [HTML] {
        guard let pay = wording.pay else {
            guard let text = offer.salaryText else {
                return ["Salaire non précisé : vous pouvez le demander avant l’entretien."]
            }
            return [key(text)]
        }
        var lines = [key(pay)]
        if let monthly = wording.monthlyPay { lines.append(HTML(text: monthly)) }
        return lines
    }

    private var contract: [HTML] {
        var lines = [key(wording.contract)]
        if let explanation = offer.contract.explanation { lines.append(HTML(text: explanation)) }
        for measure in InsertionMeasure.allCases where offer.insertion.contains(measure) {
            lines.append(HTML(text: measure.label))
        }
        return lines
    }

    private var requirements: [HTML] {
        var lines: [HTML] = []
        if let experience = offer.experience {
            lines.append(key(experience.label + (offer.experienceNote.map { " (\($0))" } ?? "")))
        }
        if let licences = wording.licences { lines.append("\(licences) demandé") }
        if let level = offer.trainingLevel { lines.append("Niveau : \(level.label)") }
        if offer.accessibleToDisabledWorkers { lines.append("Poste ouvert aux travailleurs handicapés") }
        return lines.isEmpty ? ["Rien de particulier n’est demandé : lisez le texte de l’offre."] : lines
    }
}
