import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func moderation() throws -> Response {
        let today = today
        var (waiting, reported) = try read { stores throws(StorageError) in
            var waiting: [ModerationPage.Waiting] = []
            for posting in try stores.postings.waiting(limit: SiteLimits.queue) {
                guard let id = posting.offer, let posted = try stores.offers.offer(id) else { continue }
                waiting.append(
                    ModerationPage.Waiting(
                        posting: posting, code: id, offer: posted.offer,
                        isNewEmployer: try stores.postings.publishedCount(posting.siret) == 0,
                        membership: try stores.authorState(of: posting),
                        alike: try stores.postings.alike(posted.offer, except: id, on: today)))
            }
            var reported: [ModerationPage.Reported] = []
            for (id, count, since) in try stores.postings.reported(limit: SiteLimits.queue) {
                guard let posted = try stores.offers.offer(id) else { continue }
                reported.append(ModerationPage.Reported(posted: posted, count: count, since: since))
            }
            return (waiting, reported)
        }
        for place in waiting.indices {
            if let change = try revisedOffer(waiting[place].posting) { waiting[place].offer = change }
        }
        let findings = waiting.map { site.lint.findings(in: LintSubject($0.offer), on: today) }
        return page(
            Layout.Head(title: "Modération", isIndexed: false, section: .ownSpace),
            ModerationPage(waiting: Array(zip(waiting, findings)), reported: reported, now: now).html)
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
        let label = shown.occupation.flatMap { board.reference.occupation($0)?.label }
        let title = "Relire : \(shown.title)"
        return page(
            problems.isEmpty
                ? Layout.Head(title: title, isIndexed: false, section: .ownSpace) : Self.problemHead(title),
            status: status
        ) { seal in
            ReviewPage(
                facts: view, change: change, revision: revision, findings: findings,
                mayModerate: roles.contains(where: \.moderates),
                mayTend: roles.contains(where: \.actsForEmployers),
                occupationLabel: label, today: today,
                reasons: reasons ?? Set(findings.compactMap { ModerationReason(rule: $0.rule)?.rawValue }), note: note,
                problems: problems, notice: notice, seal: seal
            ).html
        }
    }

    /// The change of a published offer that waits, as it would be published; nil where none does.
    private func revisedOffer(_ posting: Posting) throws -> Offer? {
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
        var problems = FormProblems()
        let decision = ModerationDecision(
            reasons: Set(chosen.compactMap(ModerationReason.init(rawValue:))), note: note)
        if ["corriger", "refuser", "refuser-modification", "suspendre"].contains(action), decision == nil {
            if note.unicodeScalars.count > ModerationDecision.longestNote {
                problems.add("note", "La précision est trop longue : 2 000 caractères au plus.")
            } else {
                problems.add("raison", "Choisissez au moins une raison : l’employeur doit la connaître.")
            }
        }
        guard let event = Self.event(action, decision) ?? (problems.isEmpty ? nil : .publish) else {
            throw PageError.badRequest(reason: "Cette action n’existe pas.")
        }
        var state: Membership.State?
        if let posting {
            state = try read { stores throws(StorageError) in
                try stores.authorState(of: posting)
            }
            if event == .publish, problems.isEmpty, state != .verified, field("verifie") != "oui" {
                problems.add(
                    "verifie",
                    "Vérifiez d’abord que cette personne recrute pour cet établissement, puis cochez la case.")
            }
        }
        guard problems.isEmpty else {
            return try review(
                id, reasons: chosen, note: note, problems: problems, notice: nil, status: .unprocessableContent)
        }
        guard let posting else { return try moderateImported(posted, event, decision) }
        return try decide(posting, posted, event, decision, verifies: event == .publish && state != .verified)
    }

    private static func event(_ action: String, _ decision: ModerationDecision?) -> OfferEvent? {
        switch action {
        case "accepter": .publish
        case "retablir": .reinstate
        case "accepter-modification": .acceptRevision
        case "refuser-modification": decision.map { .refuseRevision($0) }
        case "corriger": decision.map { .askChanges($0) }
        case "refuser": decision.map { .refuse($0) }
        case "suspendre": decision.map { .suspend($0) }
        default: nil
        }
    }

    func decide(
        _ posting: Posting, _ posted: PostedOffer, _ event: OfferEvent, _ decision: ModerationDecision?, verifies: Bool
    ) throws -> Response {
        let agent = try account()
        var (posting, offer) = (posting, Offer?.none)
        if event == .acceptRevision {
            offer = try revisedOffer(posting)
            guard let offer else {
                throw PageError.conflict(
                    "Cette modification ne peut plus être publiée : sa date limite est passée, ou son auteur ne recrute plus pour cet établissement."
                )
            }
            posting.lifecycle.deadline = offer.deadline
        }
        let next: OfferLifecycle
        do throws(LifecycleRefusal) {
            let role = AgentRole.allCases.first { agent.roles.contains($0) && $0.moderates } ?? .moderator
            next = try posting.lifecycle.after(event, by: .agent(role), at: now)
        } catch {
            return try review(
                posted.id, reasons: nil, note: "", problems: FormProblems(), notice: error.message,
                status: .unprocessableContent)
        }
        let (now, settings, from, change) = (now, site.settings, posting, offer)
        let letters = PostingLetters(settings: settings)
        let letter = letter(about: posting, posted, event, decision, next)
        let details = decision.map { decision in
            decision.reasons.map { "\($0.rawValue) (\($0.ground))" }.joined(separator: ", ")
                + (decision.note.isEmpty ? "" : " ; \(decision.note)")
        }
        let isDone = try write { writing throws(StorageError) in
            guard
                try writing.move(
                    from, to: next, offer: change, action: event.code, details: details, by: .account(agent.id), at: now
                ) != nil
            else { return false }
            if verifies {
                _ = try writing.decide(
                    .verified, membershipOf: from.author, in: from.siret, by: agent.id, at: now)
                try writing.log(
                    LoggedEvent(
                        "rattachement-verifie", on: .establishment(from.siret), by: .account(agent.id),
                        after: from.author.description, at: now))
            }
            try writing.closeReports(on: posted.id, by: agent.id, at: now)
            guard let author = try writing.stores.accounts.account(from.author) else { return true }
            try writing.add(
                letter.mail(
                    to: author.email, name: author.name, key: letters.key(from, event.code), settings: settings),
                at: now)
            return true
        }
        guard isDone else {
            return try review(
                posted.id, reasons: nil, note: "", problems: FormProblems(),
                notice: "Un autre agent a décidé en même temps que vous. Rien n’a été changé.", status: .conflict)
        }
        return .seeOther(Paths.moderation.link())
    }

    private func letter(
        about posting: Posting, _ posted: PostedOffer, _ event: OfferEvent, _ decision: ModerationDecision?,
        _ next: OfferLifecycle
    ) -> Letter {
        let letters = PostingLetters(settings: site.settings)
        let measure: (StatementOfReasons.Measure, String)? =
            switch event {
            case .askChanges: (.changesAsked, "offre à corriger")
            case .refuse: (.refusal, "offre refusée")
            case .suspend: (.suspension, "offre suspendue")
            case .refuseRevision: (.changeRefused, "modification refusée")
            default: nil
            }
        guard let measure, let decision else {
            if event == .acceptRevision { return letters.changePublished(posting, code: posted.id) }
            if next.isScheduled { return letters.scheduled(posting, code: posted.id, next) }
            return letters.published(posting, code: posted.id, until: next.deadline)
        }
        let statement = StatementOfReasons(
            measure.0, of: posting.title, by: decision, on: today, origin: posting.reports > 0 ? .report : .reading,
            redress: StatementOfReasons.Redress(site.settings))
        return letters.decided(posting, statement, subject: measure.1)
    }

    private func closeReports(_ id: OfferID) throws -> Response {
        let (agent, now) = (try account().id, now)
        try write { writing throws(StorageError) in try writing.closeReports(on: id, by: agent, at: now) }
        return .seeOther(Paths.moderation.link())
    }

    /// An offer from elsewhere can be taken down and given back; its source is told by nobody here.
    func moderateImported(
        _ posted: PostedOffer, _ event: OfferEvent, _ decision: ModerationDecision?
    ) throws -> Response {
        let change: (from: OfferStatus, to: OfferStatus)
        switch (event, posted.status) {
        case (.suspend, .published): change = (.published, .moderated)
        case (.reinstate, .moderated): change = (.moderated, .published)
        default:
            throw PageError.conflict("Cette offre vient d’ailleurs : elle peut seulement être suspendue ou rétablie.")
        }
        let (agent, now) = (try account().id, now)
        let details = decision?.reasons.map(\.rawValue).joined(separator: ", ") ?? "retablie"
        let isDone = try write { writing throws(StorageError) in
            guard
                try writing.moderate(
                    posted.id, from: change.from, to: change.to, details: details, by: .account(agent), at: now)
            else { return false }
            try writing.closeReports(on: posted.id, by: agent, at: now)
            return true
        }
        guard isDone else { throw PageError.conflict("Un autre agent a décidé en même temps que vous.") }
        return .seeOther(Paths.moderation.link())
    }
}
