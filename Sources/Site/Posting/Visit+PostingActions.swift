import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// What an employer does with an offer, by the button pressed.
    func actOnPosting(_ id: PostingID) throws -> Response {
        let posting = try ownPosting(id)
        guard field("version") == String(posting.version) else { return try changedMeanwhile(posting) }
        switch field("action") {
        case "envoyer": return try handIn(posting)
        case "modifier": return try revise(posting)
        case "confirmer": return try move(posting, .reconfirm)
        case "prolonger": return try onDay(posting) { .extend(to: $0) }
        case "republier": return try relist(posting)
        case "clore": return try close(posting)
        case "copier": return try copy(posting)
        case "supprimer": return try delete(posting)
        default: throw PageError.badRequest(reason: "Cette action n’existe pas.")
        }
    }

    private func changedMeanwhile(_ posting: Posting) throws -> Response {
        try postingPage(
            posting,
            notice: "Cette offre a changé depuis que vous l’avez ouverte. Rien n’a été fait : voici où elle en est.",
            status: .conflict)
    }

    private func reading(_ posting: Posting) throws -> OfferFormReading {
        OfferFormReading(try OfferForm(encoded: posting.fields), context(posting, try memberships(for: posting)))
    }

    private func actor(_ posting: Posting) throws -> OfferActor {
        let account = try account()
        let (state, isTrusted) = try read { stores throws(StorageError) in
            (try stores.state(of: account, in: posting.siret), try stores.postings.isTrusted(posting.siret))
        }
        return OfferActor(account, membership: state, isTrusted: isTrusted)
    }

    /// The form in which nothing is missing, its offer, and the number of findings that forbid it.
    private func complete(_ posting: Posting) throws -> (reading: OfferFormReading, offer: Offer, blocking: Int)? {
        let reading = try reading(posting)
        guard let offer = reading.offer else { return nil }
        return (reading, offer, findings(of: reading).filter(\.isBlocking).count)
    }

    private func handIn(_ posting: Posting) throws -> Response {
        guard let (reading, offer, blocking) = try complete(posting) else { return try incomplete(posting) }
        var posting = posting
        // The dates are the form's until the offer is public.
        posting.lifecycle.deadline = offer.deadline
        posting.lifecycle.startsOn = reading.startsOn
        return try move(posting, .submit(blockingFindings: blocking), offer: offer)
    }

    /// Publishes a change, or lets it wait for a moderator; then readers see nothing of it.
    private func revise(_ posting: Posting) throws -> Response {
        guard let (reading, offer, blocking) = try complete(posting) else { return try incomplete(posting) }
        guard let id = posting.offer,
            let old = try read({ stores throws(StorageError) in try stores.offers.offer(id) })?.offer
        else { throw PageError.notFound }
        let revision = OfferRevision(from: old, to: offer)
        var changed = revision.changed.map(\.label)
        if posting.status == .submitted, reading.startsOn != posting.lifecycle.startsOn {
            changed.append("date de publication")
        }
        guard !changed.isEmpty, posting.revision != posting.fields else {
            return try postingPage(posting, notice: "Rien n’a changé.", status: .unprocessableContent)
        }
        let event = OfferEvent.revise(isMaterial: revision.isMaterial, blockingFindings: blocking)
        let details = changed.joined(separator: ", ")
        if posting.status == .published, revision.isMaterial, try !actor(posting).isTrusted {
            return try move(posting, event, revision: posting.fields, details: details)
        }
        var posting = posting
        posting.lifecycle.deadline = offer.deadline
        if posting.status == .submitted { posting.lifecycle.startsOn = reading.startsOn }
        return try move(posting, event, offer: offer, details: details)
    }

    private func incomplete(_ posting: Posting) throws -> Response {
        try postingPage(
            posting, notice: "L’offre n’est pas complète : elle n’a pas été envoyée.", status: .unprocessableContent)
    }

    private func onDay(_ posting: Posting, _ event: (CalendarDay) -> OfferEvent) throws -> Response {
        guard let day = CalendarDay(field("jusquau")) else { return try noDay(posting) }
        return try move(posting, event(day), fields: { $0.set(.dateLimite, day.description) })
    }

    private func noDay(_ posting: Posting) throws -> Response {
        var problems = FormProblems()
        problems.add("jusquau", "Donnez le nouveau dernier jour pour postuler.")
        return try postingPage(posting, problems: problems, status: .unprocessableContent)
    }

    private func relist(_ posting: Posting) throws -> Response {
        guard let day = CalendarDay(field("jusquau")) else { return try noDay(posting) }
        var form = try OfferForm(encoded: posting.fields)
        form.set(.dateLimite, day.description)
        form.set(.dateDebut, "")
        let reading = OfferFormReading(form, context(posting, try memberships(for: posting)))
        guard let offer = reading.offer else { return try incomplete(posting) }
        let blocking = findings(of: reading).filter(\.isBlocking).count
        return try move(
            posting, .relist(deadline: day, blockingFindings: blocking), offer: offer,
            fields: {
                $0.set(.dateLimite, day.description)
                $0.set(.dateDebut, "")
            })
    }

    private func close(_ posting: Posting) throws -> Response {
        var problems = FormProblems()
        let outcome: ClosingOutcome
        switch field("issue") {
        case "pourvue":
            let positions = Int(field("pourvus")) ?? 0
            if !(1...99).contains(positions) { problems.add("pourvus", "Donnez un nombre entre 1 et 99.") }
            outcome = .filled(
                ClosingOutcome.Hire(
                    channel: ClosingOutcome.Channel(rawValue: field("canal")) ?? .unknown, positions: positions,
                    withCIED: Self.answer(field("cied")), ofRSARecipient: Self.answer(field("rsa"))))
        case let code:
            if let reason = ClosingOutcome.Reason(rawValue: code) {
                outcome = .notFilled(reason)
            } else {
                problems.add("issue", "Dites ce qui s’est passé.")
                outcome = .notFilled(.other)
            }
        }
        guard problems.isEmpty else {
            return try postingPage(posting, problems: problems, status: .unprocessableContent)
        }
        return try move(posting, .close(outcome), details: outcome.code)
    }

    private static func answer(_ text: String) -> Bool? {
        text == "oui" ? true : text == "non" ? false : nil
    }

    private func copy(_ posting: Posting) throws -> Response {
        let (account, now, deadline) = (try account().id, now, today.adding(days: SiteLimits.usualDaysOpen))
        var form = try OfferForm(encoded: posting.fields)
        form.set(.dateLimite, deadline.description)
        form.set(.dateDebut, "")
        let fields = form.items.encoded
        let id = try write { writing throws(StorageError) -> PostingID? in
            let count = try writing.stores.postings.postings(for: account, limit: SiteLimits.postings).count
            guard count < SiteLimits.postings else { return nil }
            let id = try writing.addPosting(
                for: posting.siret, by: account, title: posting.title, fields: fields, deadline: deadline, at: now)
            try writing.log(
                LoggedEvent(
                    "copie", on: .posting(id), by: .account(account), after: posting.id.description, at: now))
            return id
        }
        guard let id else { throw PageError.conflict("Vous avez trop d’offres : supprimez d’abord des brouillons.") }
        return .seeOther(Paths.posting.link(id))
    }

    private func delete(_ posting: Posting) throws -> Response {
        let (account, now) = (try account().id, now)
        guard try write({ writing throws(StorageError) in try writing.delete(posting, by: account, at: now) }) else {
            throw PageError.conflict("Cette offre a déjà été envoyée : elle peut être close, et non supprimée.")
        }
        return .seeOther(Paths.postings.link())
    }

    /// Applies an event, writes what follows from it, and tells the author by mail where there is something to tell.
    private func move(
        _ posting: Posting, _ event: OfferEvent, offer: Offer? = nil, revision: String? = nil, details: String? = nil,
        fields change: (inout OfferForm) -> Void = { _ in }
    ) throws -> Response {
        let account = try account()
        let next: OfferLifecycle
        do throws(LifecycleRefusal) {
            next = try posting.lifecycle.after(event, by: try actorOrStranger(posting), at: now)
        } catch {
            return try postingPage(posting, notice: error.message, status: .unprocessableContent)
        }
        let typed = try posting.typed(change)
        let (fields, waiting, now, settings) = (typed.fields, revision ?? typed.revision, now, site.settings)
        let letters = PostingLetters(settings: settings)
        let isMoved = try write { writing throws(StorageError) in
            guard
                let id = try writing.move(
                    posting, to: next, offer: offer, fields: fields, revision: waiting, action: event.code,
                    details: details, by: .account(account.id), at: now)
            else { return false }
            let letter: Letter? =
                switch (posting.status, next.status) {
                case (.submitted, .submitted), (.published, .published): nil
                case (_, .submitted) where next.isScheduled: letters.scheduled(posting, code: id, next)
                case (_, .submitted): letters.received(posting, code: id)
                case (_, .published): letters.published(posting, code: id, until: next.deadline)
                default: nil
                }
            if let letter, let author = try writing.stores.accounts.account(posting.author) {
                try writing.add(
                    letter.mail(
                        to: author.email, name: author.name, key: letters.key(posting, event.code),
                        settings: settings), at: now)
            }
            return true
        }
        guard isMoved else { return try changedMeanwhile(try ownPosting(posting.id)) }
        return .seeOther(Paths.posting.link(posting.id))
    }

    /// A database that does not answer lets nobody do anything.
    private func actorOrStranger(_ posting: Posting) throws(LifecycleRefusal) -> OfferActor {
        do { return try actor(posting) } catch { throw .notAllowed }
    }
}
