public import Recruitment
public import Storage

/// What follows when the register of establishments says that one has closed, or is open again.
public struct EstablishmentClosing: Sendable {
    /// Offers hidden at one closing, of each kind; further ones are found by the agent whose task it is.
    static let mostOffers = 500

    private let settings: SiteSettings
    private let letters: PostingLetters

    public init(settings: SiteSettings) {
        self.settings = settings
        letters = PostingLetters(settings: settings)
    }

    /// Within the transaction that notes what the register says. A closed establishment's published offers are suspended, each
    /// told to who wrote it with the reason and how to contest (regulation (EU) 2022/2065, article 17), and the agents get a
    /// task. One that is open again gives them a task too: only a person puts its offers up again.
    public func follow(
        _ siret: SIRET, _ facts: Establishment.Facts, in writing: borrowing Writing, at now: Instant
    ) throws(StorageError) {
        let name = "\(facts.name), SIRET \(SIRETText.grouped(siret))"
        guard !facts.isOpen else {
            try writing.openTask(
                .establishmentClosed, on: .establishment(siret),
                text:
                    "\(name) est de nouveau ouvert au répertoire Sirene. Ses offres suspendues peuvent être remises en ligne.",
                at: now)
            return
        }
        let hidden = try hideOffers(of: siret, in: writing, at: now)
        let count =
            hidden == 0
            ? "Aucune offre n’était en ligne."
            : French.count(
                hidden, "offre a été suspendue.", "offres ont été suspendues.")
        try writing.openTask(
            .establishmentClosed, on: .establishment(siret),
            text: "\(name) est fermé au répertoire Sirene. \(count) Vérifiez auprès de l’employeur.", at: now)
    }

    private func hideOffers(
        of siret: SIRET, in writing: borrowing Writing, at now: Instant
    ) throws(StorageError) -> Int {
        guard let decision = ModerationDecision(reasons: [.establishmentClosed]) else { return 0 }
        let reason = ModerationReason.establishmentClosed
        let details = "\(reason.rawValue) (\(reason.ground))"
        let (own, others) = try writing.stores.postings.published(for: siret, limit: Self.mostOffers)
        var hidden = 0
        for posting in own where try suspend(posting, decision, details: details, in: writing, at: now) { hidden += 1 }
        for offer in others
        where try writing.moderate(
            offer, from: .published, to: .moderated, details: details, by: .clock, at: now)
        { hidden += 1 }
        return hidden
    }

    private func suspend(
        _ posting: Posting, _ decision: ModerationDecision, details: String, in writing: borrowing Writing,
        at now: Instant
    ) throws(StorageError) -> Bool {
        let event = OfferEvent.suspend(decision)
        let next: OfferLifecycle
        do throws(LifecycleRefusal) { next = try posting.lifecycle.after(event, by: .clock, at: now) } catch {
            return false
        }
        let moved = try writing.move(
            posting, to: next, offer: nil, action: event.code, details: details, by: .clock, at: now)
        guard moved != nil else { return false }
        guard let author = try writing.stores.accounts.account(posting.author), author.disabledAt == nil else {
            return true
        }
        let statement = StatementOfReasons(
            .suspension, of: posting.title, by: decision, on: ParisTime.day(at: now), origin: .register,
            redress: StatementOfReasons.Redress(settings))
        let letter = letters.decided(posting, statement, subject: "offre suspendue")
        try writing.add(
            letter.mail(
                to: author.email, name: author.name, key: letters.key(posting, event.code), settings: settings), at: now
        )
        return true
    }
}

extension StatementOfReasons.Redress {
    init(_ settings: SiteSettings) {
        self.init(email: settings.contact, postalAddress: settings.publisher)
    }
}
