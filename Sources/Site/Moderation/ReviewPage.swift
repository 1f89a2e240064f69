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
        /// Offers of this site that it may repeat.
        let lately: [PostedOffer]
        /// What waits for a moderator, the longest waiting first.
        let queue: [OfferID]
        let reports: [OfferReport]
        let events: [LoggedEvent]
        let names: [AccountID: String]
    }

    let facts: Facts
    let findings: [LegalFinding]
    let near: [NearDuplicates.Near]
    let mayModerate: Bool
    let occupationLabel: String?
    let today: CalendarDay
    let reasons: Set<String>
    let note: String
    let problems: FormProblems
    let notice: String?
    let seal: FormSeal

    private var posted: PostedOffer { facts.posted }
    private var wording: OfferWording { OfferWording(offer: posted.offer) }
    private var version: String {
        String(facts.posting?.version ?? posted.changedAt.secondsSinceEpoch)
    }

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a>\
        \(if: mayModerate, " › <a href=\"\(Paths.moderation.link())\">Modération</a>")</nav>
        <h1>\(wording.title)</h1>
        <p>\(PostingWording.badge(posted.effectiveStatus(on: today))) Code \(posted.id.code), source \
        \(SourceLabel.text(posted.offer.identity.source)), jusqu’au \(French.date(posted.offer.deadline))</p>
        \(notice.map { "<div class=\"notice\" role=\"alert\"><p>\($0)</p></div>\n" } as HTML?)\
        \(problems.summary)\
        \(employer)\(reports)\(duplicates)\
        \(FindingsView(findings: findings, subject: LintSubject(posted.offer), heading: "Ce que les règles signalent").html)\
        \(if: findings.isEmpty, "<p>Les règles automatiques ne signalent rien.</p>\n")\
        <section aria-labelledby="offre">
        <h2 id="offre">L’offre</h2>
        <p class="employer">\(wording.employer) · \(wording.place)</p>
        \(SevenAnswers(
            posted: posted, today: today, occupationLabel: occupationLabel,
            applying: Applying(posted: posted, sourceLabel: SourceLabel.text(posted.offer.identity.source))
        ).html)\
        <div class="prose">\(OfferProse.html(posted.offer.description))</div>
        </section>
        \(if: mayModerate, decision)\
        \(HistoryView(events: facts.events, names: facts.names).html)\
        \(mayModerate ? neighbours : nil)\
        </div>
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
            <p>\(OfferFormPage.label(establishment)) \(facts.membership?.badge)<br>Écrite par \(author.name), \(author.email.description)</p>
            </section>

            """
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
        let canAsk = own && (status == .submitted || status == .published)
        let hasReasons = canRefuse || canAsk || status == .published
        let verifying = ChoiceGroup(
            name: "verifie", legend: "Établissement",
            options: [("oui", "J’ai vérifié que cette personne recrute pour cet établissement")])
        return """
            <section aria-labelledby="decision">
            <h2 id="decision">Décision</h2>
            \(if: own && status == .submitted, form("""
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
