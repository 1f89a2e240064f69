import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// What a recruiter may write for.
    private func memberships() throws -> [Membership] {
        let id = try account().id
        return try read { stores throws(StorageError) in try stores.establishments.memberships(of: id) }
            .filter { $0.state != .refused }
    }

    /// The posting, if this recruiter may look after it; for others it is not there.
    func ownPosting(_ id: PostingID) throws -> Posting {
        let account = try account().id
        let posting = try read { stores throws(StorageError) -> Posting? in
            guard let posting = try stores.postings.posting(id), try stores.postings.mayTend(posting, account) else {
                return nil
            }
            return posting
        }
        guard let posting else { throw PageError.notFound }
        return posting
    }

    func postings() throws -> Response {
        let id = try account().id
        let (postings, memberships) = try read { stores throws(StorageError) in
            (
                try stores.postings.postings(for: id, limit: SiteLimits.postings),
                try stores.establishments.memberships(of: id)
            )
        }
        let names = Dictionary(
            memberships.map { ($0.establishment.siret, OfferFormPage.label($0.establishment)) },
            uniquingKeysWith: { first, _ in first })
        return page(
            Layout.Head(title: "Mes offres", isIndexed: false, section: .ownSpace),
            PostingsPage(postings: postings, names: names).html)
    }

    // MARK: Writing

    func newPosting() throws -> Response {
        let memberships = try memberships()
        var form = OfferForm()
        if let first = memberships.first {
            form.set(.siret, first.establishment.siret.description)
            form.set(.employeur, first.establishment.facts?.name ?? "")
        }
        form.set(.postes, "1")
        form.set(.dateLimite, today.adding(days: SiteLimits.usualDaysOpen).description)
        let step: OfferForm.Step = query["page"] == "tout" ? .all : .job
        return formPage(
            OfferFormReading(form, context(PostingID(rawValue: 0), memberships)), step, nil, memberships)
    }

    func addPosting() throws -> Response {
        let account = try account().id
        let memberships = try memberships()
        let step: OfferForm.Step = field("etape") == OfferForm.Step.all.rawValue ? .all : .job
        var form = OfferForm()
        if step != .all { form.set(.dateLimite, today.adding(days: SiteLimits.usualDaysOpen).description) }
        if let sent = self.form { form.take(step, from: sent) }
        let context = context(PostingID(rawValue: 0), memberships)
        let reading = OfferFormReading(form, context)
        // Without an establishment there is nobody to keep it for.
        guard let siret = reading.siret, memberships.contains(where: { $0.establishment.siret == siret }) else {
            return formPage(
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
        let memberships = try memberships()
        let reading = OfferFormReading(try OfferForm(encoded: posting.fields), context(posting, memberships))
        return formPage(reading, step, posting, memberships)
    }

    func savePostingStep(_ id: PostingID, _ step: OfferForm.Step) throws -> Response {
        let posting = try editable(id)
        let memberships = try memberships()
        var form = try OfferForm(encoded: posting.fields)
        if let sent = self.form { form.take(step, from: sent) }
        let reading = OfferFormReading(form, context(posting, memberships))
        guard field("version") == String(posting.version) else {
            return formPage(
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
            return formPage(
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
    ) -> Response {
        let today = today
        let title = "\(step.title) – \(posting.map(PostingWording.title) ?? "Nouvelle offre")"
        return page(
            problems.isEmpty
                ? Layout.Head(title: title, isIndexed: false, section: .ownSpace) : Self.problemHead(title),
            status: status
        ) { seal in
            OfferFormPage(
                reading: reading, step: step, posting: posting, memberships: memberships, today: today,
                problems: problems, findings: findings, notice: notice, seal: seal
            ).html
        }
    }

    func posting(_ id: PostingID) throws -> Response {
        try postingPage(try ownPosting(id))
    }

    func postingPage(
        _ posting: Posting, problems: FormProblems = FormProblems(), notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let account = try account().id
        let reading = OfferFormReading(
            try OfferForm(encoded: posting.fields), context(posting, try memberships()))
        let (today, now, offer) = (today, now, reading.offer)
        let view = try read { stores throws(StorageError) in
            let events = try stores.events.events(on: .posting(posting.id), limit: SiteLimits.events)
            return (
                stored: try posting.offer.flatMap { id throws(StorageError) in try stores.offers.offer(id) },
                membership: try stores.postings.membershipState(of: account, in: posting.siret),
                isTrusted: try stores.postings.isTrusted(posting.siret),
                alike: try offer.map { offer throws(StorageError) in
                    try stores.postings.alike(offer, except: posting.offer, on: today)
                } ?? [],
                events: events, names: try stores.names(in: events)
            )
        }
        let actor = OfferActor.recruiter(isTrusted: view.isTrusted && view.membership == .verified)
        let aid = site.aid.result(for: reading.facts, on: today)
        let label = offer?.occupation.flatMap { board.reference.occupation($0)?.label }
        let findings = findings(of: reading)
        let title = PostingWording.title(posting)
        return page(
            problems.isEmpty
                ? Layout.Head(title: title, isIndexed: false, section: .ownSpace) : Self.problemHead(title),
            status: status
        ) { seal in
            PostingPage(
                posting: posting, reading: reading, stored: view.stored, findings: findings, aid: aid,
                membership: view.membership, actor: actor, alike: view.alike, events: view.events, names: view.names,
                occupationLabel: label, today: today, now: now, problems: problems, notice: notice, seal: seal
            ).html
        }
    }
}
