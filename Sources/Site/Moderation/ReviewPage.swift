import HTML
import Recruitment
import Storage
import Web

/// One offer for an agent: who wrote it, what the rules say, how it reads, and the decision.
struct ReviewPage {
    struct Facts: Sendable {
        let posted: PostedOffer
        /// nil for an offer that came from elsewhere.
        let posting: Posting?
        let author: Account?
        let establishment: Establishment?
        let membership: Membership.State?
        let alike: [OfferID]
        let copies: [JobCopy]
        let separated: [OfferID]
        /// Offers of this site that it may repeat.
        let lately: [PostedOffer]
        /// What waits for a moderator, the longest waiting first.
        let queue: [OfferID]
        let reports: [OfferReport]
        let events: [LoggedEvent]
        let names: [AccountID: String]
    }

    let facts: Facts
    /// The change of the published offer that waits, as it would be published.
    let change: Offer?
    let revision: OfferRevision?
    let findings: [LegalFinding]
    let near: [NearDuplicates.Near]
    let mayModerate: Bool
    /// Whether the agent may write and look after offers in an employer's place.
    let mayTend: Bool
    let occupationLabel: String?
    let today: CalendarDay
    let reasons: Set<String>
    let note: String
    let problems: FormProblems
    let notice: String?
    let seal: FormSeal

    private var posted: PostedOffer { facts.posted }
    private var wording: OfferWording { OfferWording(offer: shown.offer) }

    /// What there is to read: the change, where one waits.
    private var shown: PostedOffer {
        var shown = posted
        if let change { shown.offer = change }
        return shown
    }

    private var version: String {
        String(facts.posting?.version ?? posted.changedAt.secondsSinceEpoch)
    }

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a>\
        \(if: mayModerate, " › <a href=\"\(Paths.moderation.link())\">Modération</a>")</nav>
        <h1>\(wording.title)</h1>
        <p>\(facts.posting.map { PostingWording.badge($0) } ?? PostingWording.badge(posted.effectiveStatus(on: today))) Code \(posted.id.code), source \
        \(SourceLabel.text(posted.offer.identity.source)), jusqu’au \(French.date(posted.offer.deadline))</p>
        \(notice.map { "<div class=\"notice\" role=\"alert\"><p>\($0)</p></div>\n" } as HTML?)\
        \(problems.summary)\
        \(employer)\(reports)\(duplicates)\
        \(FindingsView(findings: findings, subject: LintSubject(shown.offer), heading: "Ce que les règles signalent").html)\
        \(if: findings.isEmpty, "<p>Les règles automatiques ne signalent rien.</p>\n")\
        \(changes)\
        <section aria-labelledby="offre">
        <h2 id="offre">\(change == nil ? "L’offre" : "L’offre avec la modification")</h2>
        \(text(of: shown, occupationLabel: occupationLabel))\
        </section>
        \(if: mayModerate, JobsView(offer: posted.id, copies: facts.copies, separated: facts.separated, seal: seal).html)\
        \(if: mayModerate, decision)\
        \(HistoryView(events: facts.events, names: facts.names).html)\
        \(mayModerate ? neighbours : nil)\
        </div>
        """
    }

    private func text(of posted: PostedOffer, occupationLabel: String?) -> HTML {
        let wording = OfferWording(offer: posted.offer)
        let source = SourceLabel.text(posted.offer.identity.source)
        return """
            <p class="employer">\(wording.employer) · \(wording.place)</p>
            \(SevenAnswers(
                posted: posted, today: today, occupationLabel: occupationLabel,
                applying: Applying(posted: posted, sourceLabel: source, reader: .agent)
            ).html)\
            <div class="prose">\(OfferProse.html(posted.offer.description))</div>

            """
    }

    private var changes: HTML? {
        guard let revision else {
            guard facts.posting?.revision != nil else { return nil }
            return """
                <div class="notice problem"><p>Une modification attend, mais elle ne peut plus être publiée : sa date limite est \
                passée, ou son auteur ne recrute plus pour cet établissement.</p></div>

                """
        }
        return """
            <div class="notice"><p>L’offre est en ligne. Modification à relire : \
            <strong>\(revision.changed.map(\.label).joined(separator: ", "))</strong>. D’ici là, les candidats voient la version \
            précédente.</p>
            <details><summary>La version en ligne : \(OfferWording(offer: posted.offer).title)</summary>
            \(text(of: posted, occupationLabel: nil))\
            </details></div>

            """
    }

    /// The offers before and after this one in the queue; the longest waiting after one that does not wait.
    private var neighbours: HTML? {
        let place = facts.queue.firstIndex(of: posted.id)
        let before = place.flatMap { $0 > 0 ? facts.queue[$0 - 1] : nil }
        let after = place.map { $0 + 1 < facts.queue.count ? facts.queue[$0 + 1] : nil } ?? facts.queue.first
        guard before != nil || after != nil else { return nil }
        return """
            <nav aria-label="File d’attente"><p class="actions">\
            \(before.map { "<a rel=\"prev\" href=\"\(Paths.review.link(OfferCode($0)))\">Offre précédente</a> " } as HTML?)\
            \(after.map { "<a rel=\"next\" href=\"\(Paths.review.link(OfferCode($0)))\">Offre suivante à relire</a>" } as HTML?)\
            </p></nav>

            """
    }

    private var employer: HTML? {
        guard let author = facts.author, let establishment = facts.establishment else { return nil }
        return """
            <section aria-labelledby="employeur">
            <h2 id="employeur">L’employeur</h2>
            <p>\(OfferFormPage.label(establishment)) \(facts.membership?.badge)<br>\(author.isAgent ? "Saisie par le Département :" : "Écrite par") \
            \(author.name), \(author.email.description)</p>
            \(mayTend ? tending : nil)
            </section>

            """
    }

    private var tending: HTML? {
        facts.posting.map {
            "<p><a href=\"\(Paths.posting.link($0.id))\">Modifier, prolonger ou clore à la demande de l’employeur</a></p>\n"
        }
    }

    private var reports: HTML? {
        guard !facts.reports.isEmpty else { return nil }
        return """
            <section class="notice" aria-labelledby="signalements">
            <h2 id="signalements">Signalements</h2>
            <ul>
            \(each: facts.reports, { report in
                "<li><strong>\(report.reason.label)</strong>, le \(French.moment(report.at))\(report.details.isEmpty ? nil : " : \(report.details)" as HTML?)</li>\n"
            })</ul>
            \(if: mayModerate, form("<p><button class=\"button quiet\" name=\"action\" value=\"signalements\">Classer sans suite</button></p>\n"))\
            </section>

            """
    }

    private var duplicates: HTML? {
        guard facts.alike.isEmpty else { return sameTitle }
        guard !near.isEmpty else { return nil }
        return """
            <div class="notice"><p>Peut-être la même offre :</p>
            <ul>
            \(each: near, { "<li><a href=\"\(Paths.review.link(OfferCode($0.id)))\">\($0.id.code)</a> : \($0.reasons)</li>\n" })</ul>
            </div>

            """
    }

    private var sameTitle: HTML {
        """
        <div class="notice"><p>Même intitulé, même commune, même établissement : \
        \(facts.alike.map { code -> HTML in "<a href=\"\(Paths.review.link(OfferCode(code)))\">\(code.code)</a>" }.joined(separator: ", "))</p></div>

        """
    }

    private func form(_ content: HTML) -> HTML {
        """
        <form action="\(Paths.review.link(OfferCode(posted.id)))" method="post" novalidate>
        \(seal.html)\
        <input type="hidden" name="version" value="\(version)">
        \(content)\
        </form>

        """
    }

    private var decision: HTML {
        let own = facts.posting != nil
        let status = posted.status
        let canRefuse = own && (status == .submitted || status == .changesRequested)
        let waits = facts.posting?.revision != nil
        let canAsk = own && !waits && (status == .submitted || status == .published)
        let hasReasons = canRefuse || canAsk || status == .published
        let verifying = ChoiceGroup(
            name: "verifie", legend: "Établissement",
            options: [("oui", "J’ai vérifié que cette personne recrute pour cet établissement")])
        return """
            <section aria-labelledby="decision">
            <h2 id="decision">Décision</h2>
            \(if: change != nil, form("<p><button name=\"action\" value=\"accepter-modification\">Publier la modification</button></p>\n"))\
            \(if: own && status == .submitted && facts.posting?.lifecycle.isScheduled == false, form("""
                \(if: facts.membership != .verified, verifying.html(problems))\
                <p><button name="action" value="accepter">Accepter et publier</button></p>

                """))\
            \(if: hasReasons, form("""
                \(ChoiceGroup(
                    name: "raison", legend: "Raisons", hint: "L’employeur les reçoit avec l’article et la façon de contester.",
                    options: ModerationReason.allCases.map { ($0.rawValue, "\($0.label) (\($0.ground))") }, chosen: reasons
                ).html(problems))\
                \(FormField(
                    name: "note", label: "Précision pour l’employeur", kind: .area(rows: 3), value: note, isOptional: true
                ).html(problems))\
                <p class="actions">\
                \(if: waits, "<button class=\"button quiet\" name=\"action\" value=\"refuser-modification\">Refuser la modification</button> ")\
                \(if: canAsk, "<button class=\"button quiet\" name=\"action\" value=\"corriger\">Demander une correction</button> ")\
                \(if: canRefuse, "<button class=\"button quiet\" name=\"action\" value=\"refuser\">Refuser</button> ")\
                \(if: status == .published, "<button class=\"button quiet\" name=\"action\" value=\"suspendre\">Suspendre</button>")\
                </p>

                """))\
            \(if: status == .moderated, form("<p><button class=\"button quiet\" name=\"action\" value=\"retablir\">Remettre en ligne</button></p>\n"))\
            \(if: !hasReasons && status != .moderated, "<p>Aucune décision n’est possible dans cet état.</p>\n")\
            </section>

            """
    }
}
