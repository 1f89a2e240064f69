import HTML
import Recruitment
import Storage
import Web

/// What became of an agent's decision on one offer.
enum DecisionOutcome {
    case done
    /// It cannot be, for a reason in a sentence.
    case refused(String)
    /// The offer has changed since the agent saw it: nothing was done.
    case overtaken
}

extension Visit {
    /// Does what an agent decided, with its letter, its lines in the log and the reports it answers, in one transaction.
    /// `posting` is nil for an offer from elsewhere, which can only be taken down and given back: its source is told by nobody
    /// here. `verifies` says that the agent has verified that its author acts for the establishment.
    func apply(
        _ event: OfferEvent, _ decision: ModerationDecision?, to posted: PostedOffer, _ posting: Posting?,
        verifies: Bool = false
    ) throws -> DecisionOutcome {
        guard var posting else { return try applyToImported(event, decision, posted) }
        let agent = try account()
        var change: Offer?
        if event == .acceptRevision, posting.lifecycle.revisedAt != nil {
            change = try revisedOffer(posting)
            guard let change else {
                return .refused(
                    "Cette modification ne peut plus être publiée : sa date limite est passée, ou son auteur ne recrute plus pour cet établissement."
                )
            }
            posting.lifecycle.deadline = change.deadline
        }
        let next: OfferLifecycle
        do throws(LifecycleRefusal) {
            let role = AgentRole.allCases.first { agent.roles.contains($0) && $0.moderates } ?? .moderator
            next = try posting.lifecycle.after(event, by: .agent(role), at: now)
        } catch { return .refused(error.message) }
        var typed: (fields: String?, revision: String?) = (nil, nil)
        if case .extend(let day) = event { typed = try posting.typed { $0.set(.dateLimite, day.description) } }
        let (now, settings, from, offer, kept) = (now, site.settings, posting, change, typed)
        let letters = PostingLetters(settings: settings)
        let letter = letter(about: posting, posted, event, decision, next)
        let details = decision.map { decision in
            decision.reasons.map { "\($0.rawValue) (\($0.ground))" }.joined(separator: ", ")
                + (decision.note.isEmpty ? "" : " ; \(decision.note)")
        }
        let isDone = try write { writing throws(StorageError) in
            let moved = try writing.move(
                from, to: next, offer: offer, fields: kept.fields, revision: kept.revision, action: event.code,
                details: details, by: .account(agent.id), at: now)
            guard moved != nil else { return false }
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
        return isDone ? .done : .overtaken
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
            if case .extend(let day) = event { return letters.extended(posting, code: posted.id, until: day) }
            if event == .acceptRevision { return letters.changePublished(posting, code: posted.id) }
            if next.isScheduled { return letters.scheduled(posting, code: posted.id, next) }
            return letters.published(posting, code: posted.id, until: next.deadline)
        }
        let statement = StatementOfReasons(
            measure.0, of: posting.title, by: decision, on: today, origin: posting.reports > 0 ? .report : .reading,
            redress: StatementOfReasons.Redress(site.settings))
        return letters.decided(posting, statement, subject: measure.1)
    }

    private func applyToImported(
        _ event: OfferEvent, _ decision: ModerationDecision?, _ posted: PostedOffer
    ) throws -> DecisionOutcome {
        let change: (from: OfferStatus, to: OfferStatus)
        switch (event, posted.status) {
        case (.suspend, .published): change = (.published, .moderated)
        case (.reinstate, .moderated): change = (.moderated, .published)
        default:
            return .refused("Cette offre vient d’ailleurs : elle peut seulement être suspendue ou rétablie.")
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
        return isDone ? .done : .overtaken
    }
}
