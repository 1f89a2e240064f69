import HTML
import Recruitment
import Storage
import Web

/// One offer for its employer: what to correct, how it will look, and what can be done with it.
struct PostingPage {
    let posting: Posting
    let reading: OfferFormReading
    /// As readers see it, or will.
    let stored: PostedOffer?
    let findings: [LegalFinding]
    let aid: CIEDMeter.Result
    let membership: Membership.State?
    let actor: OfferActor
    let alike: [OfferID]
    let events: [LoggedEvent]
    let names: [AccountID: String]
    /// nil for an offer that was never public.
    let figures: OfferFigures?
    let occupationLabel: String?
    let today: CalendarDay
    let now: Instant
    let home: String
    var problems = FormProblems()
    var notice: String?
    let seal: FormSeal

    private var blocking: Int { findings.filter(\.isBlocking).count }

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(home)">Mon espace</a> › \
        <a href="\(Paths.postings.link())">Mes offres</a></nav>
        <h1>\(PostingWording.title(posting))</h1>
        <p>\(PostingWording.badge(posting)) \(code)</p>
        \(notice.map { "<div class=\"notice\" role=\"alert\"><p>\($0)</p></div>\n" } as HTML?)\
        \(problems.summary)\
        \(membershipNotice)\(missing)\
        \(FindingsView(findings: findings, subject: reading.subject).html)\
        \(AlikeView(codes: alike).html)\
        \(mainAction)\
        \(AidView(result: aid).html)\
        \(editing)\
        \(preview)\
        \(figures?.html)\
        \(otherActions)\
        \(HistoryView(events: events, names: names).html)\
        </div>
        """
    }

    private var code: HTML? {
        guard let offer = posting.offer else { return nil }
        let link: HTML? =
            posting.status == .published
            ? " · <a href=\"\(Paths.offer.link(OfferCode(offer)))\">Voir la page publique</a> · <a href=\"\(Paths.poster.link(OfferCode(offer)))\">Affiche à imprimer</a>"
            : nil
        return """
            Code de l’offre : <strong>\(offer.code)</strong>, jusqu’au \(French.date(posting.lifecycle.deadline))\(link)
            """
    }

    private var membershipNotice: HTML? {
        switch membership {
        case .verified: nil
        case .pending:
            """
            <div class="notice"><p>Un agent doit encore vérifier que vous recrutez pour cet établissement. Vous pouvez déjà \
            envoyer l’offre : elle sera publiée ensuite.</p></div>

            """
        case .refused, nil:
            "<div class=\"notice problem\"><p>Vous ne pouvez pas publier pour cet établissement.</p></div>\n"
        }
    }

    private var missing: HTML? {
        guard !reading.problems.isEmpty else { return nil }
        return """
            <section class="notice" aria-labelledby="manque">
            <h2 id="manque">Ce qui manque</h2>
            <ul>
            \(each: reading.problems.items, { item in
                let step = OfferForm.Field(rawValue: item.field).map(OfferForm.Step.asking) ?? .all
                return "<li><a href=\"\(Paths.postingStep.link(posting.id, step))#\(item.field)\">\(item.message)</a></li>\n"
            })</ul>
            </section>

            """
    }

    // MARK: Actions

    private func button(_ action: String, _ label: String, isQuiet: Bool = false, _ content: HTML? = nil) -> HTML {
        """
        <form action="\(Paths.posting.link(posting.id))" method="post" novalidate>
        \(seal.html)\
        <input type="hidden" name="version" value="\(String(posting.version))">
        \(content)\
        <p><button name="action" value="\(action)"\(if: isQuiet, " class=\"button quiet\"")>\(label)</button></p>
        </form>

        """
    }

    private func allows(_ event: OfferEvent) -> Bool { posting.lifecycle.allows(event, by: actor, at: now) }

    private var revision: OfferRevision? {
        guard let stored, let offer = reading.offer, posting.offer != nil else { return nil }
        let revision = OfferRevision(from: stored.offer, to: offer)
        return revision.changed.isEmpty ? nil : revision
    }

    /// Whether the day of publication typed is another than the one that stands.
    private var changesStart: Bool {
        posting.status == .submitted && reading.startsOn != posting.lifecycle.startsOn
    }

    private var mainAction: HTML? {
        switch posting.status {
        case .draft, .changesRequested:
            guard reading.problems.isEmpty, blocking == 0 else { return nil }
            let day: HTML? = reading.startsOn.map { " Elle sera en ligne le \(French.date($0)) au plus tôt." }
            return """
                <section aria-labelledby="envoi">
                <h2 id="envoi">Envoyer</h2>
                <p>Relisez l’aperçu ci-dessous, puis envoyez. Un agent du Département lit chaque offre avant qu’elle soit \
                publiée.\(day)</p>
                \(button("envoyer", "Envoyer l’offre"))\
                </section>

                """
        case .submitted, .published:
            // What was handed in already is not handed in again.
            guard blocking == 0, reading.problems.isEmpty, posting.revision != posting.fields,
                revision != nil || changesStart
            else { return nil }
            let changed = (revision?.changed.map(\.label) ?? []) + (changesStart ? ["date de publication"] : [])
            let isMaterial = revision?.isMaterial ?? false
            let reread: HTML? =
                isMaterial && posting.status == .published
                ? """
                <p>Ce changement est important : un agent le relit d’abord. D’ici là, les candidats voient l’offre telle qu’elle \
                est.</p>

                """ : nil
            return """
                <section aria-labelledby="envoi">
                <h2 id="envoi">Modifications à publier</h2>
                <p>Changé : \(changed.joined(separator: ", ")).</p>
                \(reread)\
                \(button("modifier", "Publier les modifications"))\
                </section>

                """
        case .filled, .expired, .withdrawn, .moderated: return nil
        }
    }

    private var editing: HTML? {
        switch posting.status {
        case .moderated: nil
        default:
            """
            <section aria-labelledby="modifier">
            <h2 id="modifier">Modifier</h2>
            <ul class="quick">
            \(each: OfferForm.Step.allCases, { step in
                "<li><a href=\"\(Paths.postingStep.link(posting.id, step))\">\(step.title)</a></li>\n"
            })</ul>
            </section>

            """
        }
    }

    private var preview: HTML? {
        guard let offer = reading.offer else { return nil }
        let id = posting.offer ?? OfferID(number: 1)
        guard let id else { return nil }
        let start = reading.startsOn.map { " à partir du \(French.date($0))" } ?? ""
        let posted = PostedOffer(
            id: id, offer: offer, status: .published, receivedAt: posting.createdAt, changedAt: now)
        return """
            <section class="preview" aria-labelledby="apercu">
            <h2 id="apercu">Aperçu : ce que les candidats verront\(start)</h2>
            <article class="offer-layout">
            <h3>\(OfferWording(offer: offer).title)</h3>
            <p class="employer">\(OfferWording(offer: offer).employer) · \(OfferWording(offer: offer).place)</p>
            \(SevenAnswers(
                posted: posted, today: today, occupationLabel: occupationLabel,
                applying: Applying(posted: posted, sourceLabel: "Emploi Allier", showsReference: posting.offer != nil, reader: .employer)
            ).html)\
            <div class="prose">\(OfferProse.html(offer.description))</div>
            </article>
            </section>

            """
    }

    private var otherActions: HTML {
        let latest = today.adding(days: LifecycleSettings().mostDaysOpen)
        let later = FormField(
            name: "jusquau", label: "Nouveau dernier jour pour postuler", kind: .input("date"),
            hint: "Au plus tard le \(French.date(latest)).")
        return """
            <section aria-labelledby="actions">
            <h2 id="actions">Autres actions</h2>
            \(if: allows(.reconfirm), button("confirmer", "L’offre est toujours d’actualité", isQuiet: true))\
            \(if: allows(.extend(to: latest)), button("prolonger", "Prolonger", isQuiet: true, later.html(problems)))\
            \(if: posting.offer != nil && allows(.close(.notFilled(.other))), closing)\
            \(if: allows(.relist(deadline: latest, blockingFindings: 0)), button("republier", "Publier de nouveau", isQuiet: true, later.html(problems)))\
            \(button("copier", "Copier en nouveau brouillon", isQuiet: true))\
            \(if: posting.offer == nil, button("supprimer", "Supprimer ce brouillon", isQuiet: true))\
            </section>

            """
    }

    private var closing: HTML {
        let unknown: [(value: String, label: String)] = [("?", "Je ne sais pas"), ("oui", "Oui"), ("non", "Non")]
        return """
            <h3>Clore l’offre</h3>
            \(button("clore", "Clore l’offre", isQuiet: true, """
                \(FormField(
                    name: "issue", label: "Que s’est-il passé ?",
                    kind: .choice(
                        [("", "Choisissez"), ("pourvue", "Le poste est pourvu")]
                            + ClosingOutcome.Reason.allCases.map { ($0.rawValue, $0.label) })
                ).html(problems))\
                \(FormField(
                    name: "canal", label: "Si le poste est pourvu : comment ?",
                    kind: .choice(ClosingOutcome.Channel.allCases.map { ($0.rawValue, $0.label) }),
                    value: ClosingOutcome.Channel.unknown.rawValue, isOptional: true
                ).html(problems))\
                \(FormField(
                    name: "pourvus", label: "Nombre de postes pourvus", value: "1", inputMode: "numeric", isOptional: true
                ).html(problems))\
                \(FormField(name: "cied", label: "Avec l’aide CIED ?", kind: .choice(unknown), isOptional: true).html(problems))\
                \(FormField(
                    name: "rsa", label: "Une personne qui recevait le RSA ?", kind: .choice(unknown),
                    hint: "Un chiffre pour le Département, sans aucun nom.", isOptional: true
                ).html(problems))
                """))
            """
    }
}
