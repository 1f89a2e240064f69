/// What the employer is told of a decision on his offer: regulation (EU) 2022/2065 (DSA), article 17.
public struct StatementOfReasons: Sendable, Hashable {
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        case changesAsked = "correction-demandee"
        case refusal = "refus"
        case suspension = "suspension"
        case changeRefused = "modification-refusee"

        var sentence: String {
            switch self {
            case .changesAsked: "n’est pas publiée : elle doit être corrigée"
            case .refusal: "n’est pas publiée sur ce site"
            case .suspension: "n’est plus visible sur ce site"
            case .changeRefused: "reste en ligne telle qu’elle était : sa modification n’est pas publiée"
            }
        }
    }

    /// How the offer came to be looked at, and who decided: article 17 (3) b and c.
    public enum Origin: Sendable, Hashable {
        /// An agent read it, as every offer is read.
        case reading
        /// An agent read it after a report.
        case report
        /// The board itself, after the nightly question to the register of establishments.
        case register

        var sentence: String {
            let decidedByPerson =
                " Des règles automatiques signalent des mots à l’agent ; la décision a été prise par une personne."
            return switch self {
            case .reading:
                "Toutes les offres sont relues avant d’être publiées ou après une modification importante."
                    + decidedByPerson
            case .report: "L’offre a été relue après un signalement." + decidedByPerson
            case .register:
                "Cette décision est automatique : chaque nuit, le site demande au répertoire Sirene si les établissements "
                    + "sont ouverts. Un agent du Département en est averti et vérifie."
            }
        }
    }

    /// Where to contest: settings of the operator.
    public struct Redress: Sendable, Hashable {
        public var email: String
        public var postalAddress: String
        /// « tribunal administratif de Clermont-Ferrand » for Allier.
        public var court: String

        public init(email: String, postalAddress: String, court: String = "tribunal administratif de Clermont-Ferrand")
        {
            self.email = email
            self.postalAddress = postalAddress
            self.court = court
        }
    }

    /// Plain text, one paragraph each: the measure; each reason with its ground (2b to 2e of the article); the agent's note;
    /// how the offer came to be read and who decided (2c); how to contest (2f).
    public let paragraphs: [String]

    public init(
        _ measure: Measure, of title: String, by decision: ModerationDecision, on day: CalendarDay,
        origin: Origin, redress: Redress
    ) {
        var paragraphs = [
            "Votre offre « \(title) » \(measure.sentence), depuis le \(FrenchTypography.day(day))."
        ]
        paragraphs += decision.reasons.map { "\($0.label) (\($0.ground)). \($0.explanation)" }
        if !decision.note.isEmpty { paragraphs.append("Précision de l’agent : \(decision.note)") }
        paragraphs.append(origin.sentence)
        switch measure {
        case .changesAsked:
            paragraphs.append(
                "Corrigez l’offre dans votre espace et envoyez-la de nouveau : elle sera relue sans délai.")
        case .changeRefused:
            paragraphs.append(
                "Corrigez la modification dans votre espace et envoyez-la de nouveau, ou laissez l’offre ainsi.")
        case .refusal, .suspension:
            paragraphs.append("Vous pouvez publier une nouvelle offre qui respecte ces règles.")
        }
        paragraphs.append(
            "Vous n’êtes pas d’accord ? Écrivez dans les six mois à \(redress.email) ou à \(redress.postalAddress) : un autre "
                + "agent relira l’offre et vous répondra. Vous pouvez aussi saisir le \(redress.court) dans les deux mois."
        )
        self.paragraphs = paragraphs.map(FrenchTypography.bound)
    }
}
