import MarkupText
import Recruitment

/// Jobs written for this test as their employer tells them, and again as a public service's adviser would write them down: other title,
/// other order, other words for part of it, pay in another form. And what looks alike and is another job.
struct RetoldJobs {
    struct Job {
        let commune: String
        let employer: String
        let contract: ContractType
        /// Title and text of the employer, then of the other source.
        let title: String
        let text: String
        let otherTitle: String
        let otherText: String
        /// Euros an hour.
        let hourly: Int64
    }

    enum NearMiss: CaseIterable {
        case otherCommune, otherContract, otherShift, otherTrade
    }

    /// As the employer tells it.
    static func told(_ job: Job, _ number: Int) -> Offer {
        offer("entreprise", job, number, job.title, job.text)
    }

    /// As another source tells it, the pay by the month.
    static func retold(_ job: Job, _ number: Int) -> Offer {
        var offer = offer("france-travail", job, number, job.otherTitle, job.otherText)
        offer.salary = Salary(minimum: job.hourly * 15_167 / 100, maximum: nil, period: .month)
        return offer
    }

    /// As an aggregator shows it: shouted, cut after some lines, without the employer or without the pay.
    static func cut(_ job: Job, _ number: Int) -> Offer {
        var offer = offer(
            "agregateur", job, number, job.title.uppercased() + " (H/F)",
            String(job.text.prefix(job.text.count * 6 / 10)) + "…")
        if number % 2 == 0 { offer.employer = nil } else { offer.salary = nil }
        offer.weeklyHours = nil
        return offer
    }

    /// Another job of the same employer, in nearly the same words.
    static func near(_ job: Job, _ number: Int, _ kind: NearMiss) -> Offer {
        var offer = offer("voisin", job, number, job.title, job.text)
        switch kind {
        case .otherCommune:
            offer.workplace = Workplace(
                precision: .commune, label: "Gannat", commune: INSEECode("03118"), departement: "03")
        case .otherContract:
            offer.contract = job.contract == .permanent ? .fixedTerm : .permanent
            offer.durationInMonths = job.contract == .permanent ? 6 : nil
            let words = job.contract == .permanent ? "CDD de six mois pour remplacement." : "Poste en CDI."
            offer.description = job.text + "\n" + words
        case .otherShift:
            offer.title = job.title + " de nuit"
            offer.description = job.text + "\nPoste de nuit, de 21 h à 5 h."
        case .otherTrade:
            offer.title = "Agent / Agente de propreté de locaux"
            offer.description = """
                \(job.employer) cherche une personne pour l'entretien de ses locaux : balayage, lavage des sols, sanitaires, vitres, tri et sortie \
                des déchets, avant l'arrivée des équipes. Produits et tenue fournis. Autonomie et discrétion attendues.
                """
        }
        return offer
    }

    private static func offer(_ source: String, _ job: Job, _ number: Int, _ title: String, _ text: String) -> Offer {
        var offer = Offer(
            identity: OfferIdentity(source: SourceName(source)!, sourceID: "\(number)")!, title: title,
            description: text,
            workplace: Workplace(
                precision: .commune, label: "Lieu", commune: INSEECode(job.commune), departement: "03"),
            contract: job.contract, publishedAt: Instant("2026-11-20T08:00:00Z")!, updatedAt: nil, deadline: nil)
        offer.employer = job.employer
        offer.salary = Salary(minimum: job.hourly, maximum: nil, period: .hour)
        offer.weeklyHours = 35
        return offer
    }
}
