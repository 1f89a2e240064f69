import Feeds
public import Recruitment
public import Storage

/// What follows when France Travail's report says that it refused offers of a deposit.
public struct DepositRefusals: Sendable {
    /// Offers of one report that agents and employers are told of; what more there is stands in the report.
    public static let most = 500

    private let settings: SiteSettings
    private let letters: PostingLetters

    public init(settings: SiteSettings) {
        self.settings = settings
        letters = PostingLetters(settings: settings)
    }

    /// Within one transaction: notes the refusal, so that the offer is deposited again only once it has changed, gives the agents a
    /// task, and writes to who wrote the offer on this site. Of a refused suppression only the agents are told.
    /// - Parameter day: of the file that the report is on; nil for the last one that told of the offer.
    /// - Returns: false where no file told of the offer, or the refusal is known already.
    public func follow(
        _ offer: OfferID, reason: String, file day: CalendarDay?, in writing: borrowing Writing, at now: Instant
    ) throws(StorageError) -> Bool {
        let reason = reason.isEmpty ? "(aucune raison donnée)" : reason
        guard let movement = try writing.refuse(offer, in: day, reason: reason) else { return false }
        let title = try writing.stores.offers.offer(offer).map { " « \($0.offer.title) »" } ?? ""
        let text =
            movement == .suppression
            ? "France Travail n’a pas retiré l’offre\(title) : \(reason) Vérifiez qu’elle n’y est plus."
            : "France Travail a refusé l’offre\(title) : \(reason) Elle sera déposée de nouveau dès qu’elle aura changé."
        try writing.openTask(.depositRefused, on: .offer(offer), text: text, at: now)
        guard movement != .suppression, let posting = try writing.stores.postings.posting(of: offer),
            let author = try writing.stores.accounts.account(posting.author), author.disabledAt == nil
        else { return true }
        try writing.add(
            letters.refusedByFranceTravail(posting, code: offer, reason: reason).mail(
                to: author.email, name: author.name, key: letters.key(posting, "depot-refuse"), settings: settings),
            at: now)
        return true
    }
}
