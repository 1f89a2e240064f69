import Recruitment
import Storage
import Web

/// The mails about an offer's life, to who wrote it.
struct PostingLetters {
    let settings: SiteSettings

    /// One mail for each thing that happens to an offer: the version names the moment.
    func key(_ posting: Posting, _ action: String) -> String {
        "offre-\(posting.id)-\(action)-\(posting.version)"
    }

    func received(_ posting: Posting, code: OfferID) -> Letter {
        Letter(
            subject: "offre reçue, \(posting.title)",
            pieces: [
                .text(
                    "Nous avons bien reçu votre offre « \(posting.title) » (code \(code.code)). Un agent du Département la lit avant sa publication."
                ),
                own(posting, "Voir mon offre"),
            ])
    }

    func published(_ posting: Posting, code: OfferID, until deadline: CalendarDay) -> Letter {
        Letter(
            subject: "offre publiée, \(posting.title)",
            pieces: [
                .text(
                    "Votre offre « \(posting.title) » (code \(code.code)) est en ligne jusqu’au \(French.date(deadline))."
                ),
                .link(action: "Voir la page publique", url: settings.baseURL + Paths.offer.link(OfferCode(code))),
                own(posting, "La modifier, la prolonger ou la clore"),
            ])
    }

    func scheduled(_ posting: Posting, code: OfferID, _ next: OfferLifecycle) -> Letter {
        let day = next.startsOn.map { " Elle sera en ligne le \(French.date($0))." } ?? ""
        return Letter(
            subject: "offre acceptée, \(posting.title)",
            pieces: [
                .text("Votre offre « \(posting.title) » (code \(code.code)) est acceptée.\(day)"),
                own(posting, "Voir mon offre"),
            ])
    }

    func changePublished(_ posting: Posting, code: OfferID) -> Letter {
        Letter(
            subject: "modification publiée, \(posting.title)",
            pieces: [
                .text("La modification de votre offre « \(posting.title) » (code \(code.code)) est en ligne."),
                .link(action: "Voir la page publique", url: settings.baseURL + Paths.offer.link(OfferCode(code))),
                own(posting, "Voir mon offre"),
            ])
    }

    func notStarted(_ posting: Posting) -> Letter {
        Letter(
            subject: "offre à revoir, \(posting.title)",
            pieces: [
                .text(
                    "Votre offre « \(posting.title) » n’a pas pu être publiée le jour prévu, et sa date limite est passée. Choisissez d’autres dates et envoyez-la de nouveau."
                ),
                own(posting, "Choisir d’autres dates"),
            ])
    }

    /// An agent has put its end off.
    func extended(_ posting: Posting, code: OfferID, until deadline: CalendarDay) -> Letter {
        Letter(
            subject: "offre prolongée, \(posting.title)",
            pieces: [
                .text(
                    "Un agent du Département a prolongé votre offre « \(posting.title) » (code \(code.code)) jusqu’au \(French.date(deadline))."
                ),
                own(posting, "La modifier ou la clore"),
            ])
    }

    /// The statement of reasons of regulation (EU) 2022/2065, article 17.
    func decided(_ posting: Posting, _ statement: StatementOfReasons, subject: String) -> Letter {
        Letter(
            subject: "\(subject), \(posting.title)",
            pieces: statement.paragraphs.map { .text($0) } + [own(posting, "Voir mon offre")])
    }

    func reminder(_ posting: Posting, daysLeft: Int, deadline: CalendarDay) -> Letter {
        Letter(
            subject: "votre offre finit \(daysLeft <= 1 ? "demain" : "dans \(daysLeft) jours"), \(posting.title)",
            pieces: [
                .text("Votre offre « \(posting.title) » finit le \(French.date(deadline))."),
                own(posting, "La prolonger ou la clore"),
            ])
    }

    /// `token` lets who has the mail answer with one click.
    func reconfirmation(_ posting: Posting, hiddenOn day: CalendarDay, token: String) -> Letter {
        Letter(
            subject: "votre offre est-elle toujours d’actualité ? \(posting.title)",
            pieces: [
                .text(
                    "Votre offre « \(posting.title) » est en ligne depuis un mois. Sans réponse de votre part, elle ne sera plus visible à partir du \(French.date(day))."
                )
            ]
                + (posting.offer.map {
                    [
                        .link(
                            action: "Elle est toujours d’actualité",
                            url: settings.baseURL + Paths.reconfirm.link(OfferCode($0), query: ["jeton": token]))
                    ]
                } ?? []) + [
                    own(posting, "La clore ou la modifier")
                ])
    }

    func expired(_ posting: Posting) -> Letter {
        Letter(
            subject: "offre expirée, \(posting.title)",
            pieces: [
                .text("Votre offre « \(posting.title) » n’est plus visible."),
                own(posting, "La publier de nouveau, ou dire si le poste est pourvu"),
            ])
    }

    func outcome(_ posting: Posting) -> Letter {
        Letter(
            subject: "votre recrutement a-t-il abouti ? \(posting.title)",
            pieces: [
                .text(
                    "Votre offre « \(posting.title) » a expiré il y a trois semaines. Dites-nous en une minute ce qu’elle est devenue : cela aide à améliorer ce service."
                ),
                own(posting, "Répondre"),
            ])
    }

    /// France Travail, to whom the board hands its offers, did not take it.
    func refusedByFranceTravail(_ posting: Posting, code: OfferID, reason: String) -> Letter {
        Letter(
            subject: "offre non reprise par France Travail, \(posting.title)",
            pieces: [
                .text(
                    "Votre offre « \(posting.title) » (code \(code.code)) reste en ligne ici, mais France Travail ne l’a pas reprise. La raison donnée : \(reason)"
                ),
                .text("Elle lui sera proposée de nouveau dès que vous l’aurez modifiée."),
                own(posting, "Modifier mon offre"),
            ])
    }

    private func own(_ posting: Posting, _ action: String) -> Letter.Piece {
        .link(action: action, url: settings.baseURL + Paths.posting.link(posting.id))
    }
}
