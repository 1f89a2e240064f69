import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func moderation() throws -> Response {
        let today = today
        var (waiting, reported, lately) = try read { stores throws(StorageError) in
            var waiting: [ModerationPage.Waiting] = []
            for posting in try stores.postings.waiting(limit: SiteLimits.queue) {
                guard let id = posting.offer, let posted = try stores.offers.offer(id) else { continue }
                waiting.append(
                    ModerationPage.Waiting(
                        posting: posting, code: id, posted: posted,
                        isNewEmployer: try stores.postings.publishedCount(posting.siret) == 0,
                        isClosed: try stores.establishments.establishment(posting.siret)?.facts?.isOpen == false,
                        membership: try stores.authorState(of: posting),
                        alike: try stores.postings.alike(posted.offer, except: id, on: today)))
            }
            var reported: [ModerationPage.Reported] = []
            for (id, count, since) in try stores.postings.reported(limit: SiteLimits.queue) {
                guard let posted = try stores.offers.offer(id) else { continue }
                reported.append(ModerationPage.Reported(posted: posted, count: count, since: since))
            }
            let lately =
                try waiting.isEmpty
                ? [] : stores.offers.offers(try stores.postings.lately(limit: SiteLimits.comparedOffers))
            return (waiting, reported, lately)
        }
        for place in waiting.indices {
            if let change = try revisedOffer(waiting[place].posting) { waiting[place].posted.offer = change }
        }
        let duplicates = NearDuplicates(among: lately)
        let rows = waiting.map { item in
            (
                offer: item, findings: site.lint.findings(in: LintSubject(item.offer), on: today),
                near: duplicates.near(item.posted)
            )
        }
        return page(
            Layout.Head(title: "Modération", isIndexed: false, section: .ownSpace),
            ModerationPage(waiting: rows, reported: reported, now: now).html)
    }

    func review(_ id: OfferID) throws -> Response {
        try review(id, reasons: nil, note: "", problems: FormProblems(), notice: nil)
    }

    private func review(
        _ id: OfferID, reasons: Set<String>?, note: String, problems: FormProblems, notice: String?,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let today = today
        let view = try read { stores throws(StorageError) -> ReviewPage.Facts? in
            guard let posted = try stores.offers.offer(id) else { return nil }
            let posting = try stores.postings.posting(of: id)
            var events = try stores.events.events(on: .offer(id), limit: SiteLimits.events)
            if let posting { events += try stores.events.events(on: .posting(posting.id), limit: SiteLimits.events) }
            events.sort { $0.at > $1.at }
            return ReviewPage.Facts(
                posted: posted, posting: posting,
                author: try posting.flatMap { posting throws(StorageError) in
                    try stores.accounts.account(posting.author)
                },
                establishment: try posting.flatMap { posting throws(StorageError) in
                    try stores.establishments.establishment(posting.siret)
                },
                membership: try posting.flatMap { posting throws(StorageError) in
                    try stores.authorState(of: posting)
                },
                alike: try stores.postings.alike(posted.offer, except: id, on: today),
                copies: try stores.jobs.copies(of: id), separated: try stores.jobs.separated(from: id),
                lately: posting == nil
                    ? [] : try stores.offers.offers(try stores.postings.lately(limit: SiteLimits.comparedOffers)),
                queue: try stores.postings.waiting(limit: SiteLimits.queue).compactMap(\.offer),
                reports: try stores.postings.reports(on: id, limit: Writing.mostReports), events: events,
                names: try stores.names(in: events))
        }
        guard let view else { throw PageError.notFound }
        let change = try view.posting.flatMap { try revisedOffer($0) }
        let revision = change.map { OfferRevision(from: view.posted.offer, to: $0) }
        let shown = change ?? view.posted.offer
        let subject = LintSubject(shown)
        let findings = site.lint.findings(in: subject, on: today)
        let roles = try account().roles
        let near = NearDuplicates(among: view.lately).near(view.posted)
        let label = shown.occupation.flatMap { board.reference.occupation($0)?.label }
        let title = "Relire : \(shown.title)"
        return page(
            Self.formHead(title, problems),
            status: status
        ) { seal in
            ReviewPage(
                facts: view, change: change, revision: revision, findings: findings, near: near,
                mayModerate: roles.contains(where: \.moderates),
                mayTend: roles.contains(where: \.actsForEmployers),
                occupationLabel: label, today: today,
                reasons: reasons ?? Set(findings.compactMap { ModerationReason(rule: $0.rule)?.rawValue }), note: note,
                problems: problems, notice: notice, seal: seal
            ).html
        }
    }

    /// The change of a published offer that waits, as it would be published; nil where none does.
    func revisedOffer(_ posting: Posting) throws -> Offer? {
        guard let revision = posting.revision else { return nil }
        let memberships = try read { stores throws(StorageError) -> [Membership] in
            guard let author = try stores.accounts.account(posting.author) else { return [] }
            return try stores.memberships(of: author, for: posting)
        }
        return OfferFormReading(try OfferForm(encoded: revision), context(posting, memberships)).offer
    }

    // MARK: Deciding

    func decide(_ id: OfferID) throws -> Response {
        let chosen = Set(form?.values("raison") ?? [])
        let note = field("note")
        let (posted, posting) = try read { stores throws(StorageError) in
            (try stores.offers.offer(id), try stores.postings.posting(of: id))
        }
        guard let posted else { throw PageError.notFound }
        let version = posting?.version ?? posted.changedAt.secondsSinceEpoch
        guard field("version") == String(version) else {
            return try review(
                id, reasons: chosen, note: note, problems: FormProblems(),
                notice:
                    "Cette offre a changé depuis que vous l’avez ouverte, par l’employeur ou par un autre agent. Rien n’a "
                    + "été fait : voici où elle en est.", status: .conflict)
        }
        let action = field("action")
        if action == "signalements" { return try closeReports(id) }
        guard let moderation = ModerationAction(rawValue: action), moderation != .extend else {
            throw PageError.badRequest(reason: "Cette action n’existe pas.")
        }
        var problems = FormProblems()
        let decision = readDecision(isNeeded: moderation.needsReason, &problems)
        var state: Membership.State?
        if let posting {
            state = try read { stores throws(StorageError) in
                try stores.authorState(of: posting)
            }
            if moderation == .accept, problems.isEmpty, state != .verified, field("verifie") != "oui" {
                problems.add(
                    "verifie",
                    "Vérifiez d’abord que cette personne recrute pour cet établissement, puis cochez la case.")
            }
        }
        guard problems.isEmpty, let event = moderation.event(decision) else {
            return try review(
                id, reasons: chosen, note: note, problems: problems, notice: nil, status: .unprocessableContent)
        }
        let outcome = try apply(
            event, decision, to: posted, posting,
            verifies: posting != nil && moderation == .accept && state != .verified)
        switch outcome {
        case .done: return .seeOther(Paths.moderation.link())
        case .refused(let why):
            return try review(
                id, reasons: nil, note: "", problems: FormProblems(), notice: why, status: .unprocessableContent)
        case .overtaken:
            return try review(
                id, reasons: nil, note: "", problems: FormProblems(),
                notice: "Un autre agent a décidé en même temps que vous. Rien n’a été changé.", status: .conflict)
        }
    }

    private func closeReports(_ id: OfferID) throws -> Response {
        let (agent, now) = (try account().id, now)
        try write { writing throws(StorageError) in try writing.closeReports(on: id, by: agent, at: now) }
        return .seeOther(Paths.moderation.link())
    }
}
