import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// For which establishments this person may write `posting`: those a recruiter acts for, and to an agent that of the
    /// posting.
    func memberships(for posting: Posting? = nil) throws -> [Membership] {
        let account = try account()
        return try read { stores throws(StorageError) in
            try stores.memberships(of: account, for: posting)
        }
    }

    /// The posting, if this person may look after it; for others it is not there. Agents who act for employers may for all
    /// of them.
    func ownPosting(_ id: PostingID) throws -> Posting {
        let account = try account()
        let posting = try read { stores throws(StorageError) -> Posting? in
            guard let posting = try stores.postings.posting(id) else { return nil }
            if account.isAgent { return posting }
            return try stores.postings.mayTend(posting, account.id) ? posting : nil
        }
        guard let posting else { throw PageError.notFound }
        return posting
    }

    func postings() throws -> Response {
        let account = try account()
        let id = account.id
        let (postings, memberships, uses) = try read { stores throws(StorageError) in
            let postings = try stores.postings.postings(for: id, limit: SiteLimits.postings)
            var uses: [OfferID: OfferUseCounts] = [:]
            for case let offer? in postings.map(\.offer) { uses[offer] = try stores.offerUses.total(of: offer) }
            return (postings, try stores.establishments.memberships(of: id), uses)
        }
        let names = Dictionary(
            memberships.map { ($0.establishment.siret, OfferFormPage.label($0.establishment)) },
            uniquingKeysWith: { first, _ in first })
        return page(
            Layout.Head(title: "Mes offres", isIndexed: false, section: .ownSpace),
            PostingsPage(
                postings: postings, names: names, uses: uses, home: Paths.home(of: account),
                new: account.isAgent ? Paths.agentPosting.link() : Paths.newPosting.link()
            ).html)
    }

    // MARK: Writing

    func newPosting() throws -> Response {
        if try account().isAgent { return .seeOther(Paths.agentPosting.link()) }
        let memberships = try memberships()
        var form = OfferForm()
        if let first = memberships.first {
            form.set(.siret, first.establishment.siret.description)
            form.set(.employeur, first.establishment.facts?.name ?? "")
        }
        form.set(.postes, "1")
        form.set(.dateLimite, today.adding(days: SiteLimits.usualDaysOpen).description)
        let step: OfferForm.Step = query["page"] == "tout" ? .all : .job
        return try formPage(
            OfferFormReading(form, context(memberships)), step, nil, memberships)
    }

    func addPosting() throws -> Response {
        let account = try account().id
        let memberships = try memberships()
        let step: OfferForm.Step = field("etape") == OfferForm.Step.all.rawValue ? .all : .job
        var form = OfferForm()
        if step != .all { form.set(.dateLimite, today.adding(days: SiteLimits.usualDaysOpen).description) }
        if let sent = self.form { form.take(step, from: sent) }
        let context = context(memberships)
        let reading = OfferFormReading(form, context)
        // Without an establishment there is nobody to keep it for.
        guard let siret = reading.siret, memberships.contains(where: { $0.establishment.siret == siret }) else {
            return try formPage(
                reading, step, nil, memberships, problems: reading.problems(of: step), status: .unprocessableContent)
        }
        let (title, fields, deadline, now) = (
            Self.shortTitle(form), form.items.encoded, today.adding(days: SiteLimits.usualDaysOpen), now
        )
        let id = try write { writing throws(StorageError) -> PostingID? in
            let count = try writing.stores.postings.postings(for: account, limit: SiteLimits.postings).count
            guard count < SiteLimits.postings else { return nil }
            return try writing.addPosting(
                for: siret, by: account, title: title, fields: fields, deadline: deadline, at: now)
        }
        guard let id else { throw PageError.conflict("Vous avez trop d’offres : supprimez d’abord des brouillons.") }
        return try whereNext(try ownPosting(id), form, step, memberships)
    }

    func postingStep(_ id: PostingID, _ step: OfferForm.Step) throws -> Response {
        let posting = try editable(id)
        let memberships = try memberships(for: posting)
        let reading = OfferFormReading(try OfferForm(encoded: posting.fields), context(posting, memberships))
        return try formPage(reading, step, posting, memberships)
    }

    func savePostingStep(_ id: PostingID, _ step: OfferForm.Step) throws -> Response {
        let posting = try editable(id)
        let memberships = try memberships(for: posting)
        var form = try OfferForm(encoded: posting.fields)
        if let sent = self.form { form.take(step, from: sent) }
        let reading = OfferFormReading(form, context(posting, memberships))
        guard field("version") == String(posting.version) else {
            return try formPage(
                reading, step, posting, memberships,
                notice:
                    "Quelqu’un a modifié cette offre pendant que vous écriviez. Rien n’a été écrasé : voici ce que vous "
                    + "avez écrit. Enregistrez de nouveau pour le garder, ou ouvrez l’offre pour voir l’autre version.",
                status: .conflict)
        }
        let siret = reading.siret.flatMap { siret in
            memberships.contains { $0.establishment.siret == siret } && posting.offer == nil ? siret : nil
        }
        let (title, fields, kept, now) = (Self.shortTitle(form), form.items.encoded, siret ?? posting.siret, now)
        let isSaved = try write { writing throws(StorageError) in
            try writing.save(posting, siret: kept, title: title, fields: fields, at: now)
        }
        guard isSaved else { throw PageError.conflict("Quelqu’un a modifié cette offre en même temps que vous.") }
        return try whereNext(try ownPosting(id), form, step, memberships)
    }

    /// The same step again where something in it is wrong, or the next.
    private func whereNext(
        _ posting: Posting, _ form: OfferForm, _ step: OfferForm.Step, _ memberships: [Membership]
    ) throws -> Response {
        if field("suite") == "plus-tard" { return .seeOther(Paths.postings.link()) }
        let reading = OfferFormReading(form, context(posting, memberships))
        let findings = findings(of: reading, step)
        let problems = reading.problems(of: step)
        guard problems.isEmpty, !findings.contains(where: \.isBlocking) else {
            return try formPage(
                reading, step, posting, memberships, problems: problems, findings: findings,
                status: .unprocessableContent)
        }
        return .seeOther(step.next.map { Paths.postingStep.link(posting.id, $0) } ?? Paths.posting.link(posting.id))
    }

    private func editable(_ id: PostingID) throws -> Posting {
        let posting = try ownPosting(id)
        guard posting.status != .moderated else {
            throw PageError.conflict("Un agent a refusé ou suspendu cette offre : elle ne peut plus être modifiée.")
        }
        return posting
    }

    private static func shortTitle(_ form: OfferForm) -> String {
        String(form[.intitule].unicodeScalars.prefix(OfferText.longestTitle))
    }

    // MARK: Reading

    func context(_ posting: Posting, _ memberships: [Membership]) -> OfferFormReading.Context {
        context(posting.id, memberships, publishedAt: posting.lifecycle.publishedAt)
    }

    /// For an offer that is not kept yet.
    func context(_ memberships: [Membership]) -> OfferFormReading.Context {
        context(PostingID(rawValue: 0), memberships)
    }

    private func context(
        _ id: PostingID, _ memberships: [Membership], publishedAt: Instant? = nil
    ) -> OfferFormReading.Context {
        OfferFormReading.Context(
            board: board, posting: id, memberships: memberships, today: today, now: now, publishedAt: publishedAt)
    }

    func findings(of reading: OfferFormReading, _ step: OfferForm.Step = .all) -> [LegalFinding] {
        site.lint.findings(in: reading.subject, on: today).filter {
            step.fields.contains(OfferFormReading.field($0.field))
        }
    }

    private func formPage(
        _ reading: OfferFormReading, _ step: OfferForm.Step, _ posting: Posting?, _ memberships: [Membership],
        problems: FormProblems = FormProblems(), findings: [LegalFinding] = [], notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let today = today
        let home = Paths.home(of: try account())
        let alike = try alike(reading, except: posting?.offer)
        let title = "\(step.title) – \(posting.map(PostingWording.title) ?? "Nouvelle offre")"
        return page(
            Layout.Head(
                title: problems.isEmpty ? title : "Erreur : \(title)", isIndexed: false, section: .ownSpace,
                scripts: [SearchBox.script, "js/writing.js"]),
            status: status
        ) { seal in
            OfferFormPage(
                reading: reading, step: step, posting: posting, memberships: memberships, today: today,
                home: home, problems: problems, findings: findings, alike: alike, notice: notice, seal: seal
            ).html
        }
    }

    /// Other offers of the employer that this one seems to repeat.
    func alike(_ reading: OfferFormReading, except offer: OfferID?) throws -> [OfferID] {
        let (title, commune, siret, today) = (reading.form[.intitule], reading.commune, reading.siret, today)
        return try read { stores throws(StorageError) in
            try stores.postings.alike(title: title, commune: commune, siret: siret, except: offer, on: today)
        }
    }

    func posting(_ id: PostingID) throws -> Response {
        try postingPage(try ownPosting(id))
    }

    func postingPage(
        _ posting: Posting, problems: FormProblems = FormProblems(), notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let account = try account()
        let reading = OfferFormReading(
            try OfferForm(encoded: posting.fields), context(posting, try memberships(for: posting)))
        let (today, now) = (today, now)
        let alike = try alike(reading, except: posting.offer)
        let view = try read { stores throws(StorageError) in
            let events = try stores.events.events(on: .posting(posting.id), limit: SiteLimits.events)
            return (
                stored: try posting.offer.flatMap { id throws(StorageError) in try stores.offers.offer(id) },
                membership: try stores.state(of: account, in: posting.siret),
                isTrusted: try stores.postings.isTrusted(posting.siret),
                events: events, names: try stores.names(in: events),
                figures: try (posting.lifecycle.publishedAt == nil ? nil : posting.offer).map {
                    id throws(StorageError) in try OfferFigures(of: id, on: today, stores)
                }
            )
        }
        let actor = OfferActor(account, membership: view.membership, isTrusted: view.isTrusted)
        let aid = site.aid.result(for: reading.facts, on: today)
        let label = reading.offer?.occupation.flatMap { board.reference.occupation($0)?.label }
        let findings = findings(of: reading)
        let heading = PostingWording.title(posting)
        return page(
            Self.formHead(heading, problems),
            status: status
        ) { seal in
            PostingPage(
                posting: posting, reading: reading, stored: view.stored, findings: findings, aid: aid,
                membership: view.membership, actor: actor, alike: alike, events: view.events, names: view.names,
                figures: view.figures, occupationLabel: label, today: today, now: now, home: Paths.home(of: account),
                problems: problems,
                notice: notice, seal: seal
            ).html
        }
    }
}
