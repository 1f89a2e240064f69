import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

/// One click from the mail that asks whether an offer still stands: the link opens a page with a button.
extension Visit {
    func reconfirmationPage(_ id: OfferID) throws -> Response {
        guard let posting = try asked(id, token: query["jeton"] ?? "") else { return reconfirmationOver() }
        let (title, token) = ("Votre offre est-elle toujours d’actualité ?", query["jeton"] ?? "")
        return page(
            Layout.Head(title: title, isIndexed: false, section: .ownSpace),
            fields: [.referrerPolicy: "no-referrer"]
        ) { seal in
            """
            <div class="wrap narrow">
            <h1>\(title)</h1>
            <p><strong>\(posting.title)</strong>, code \(id.code), en ligne jusqu’au \(French.date(posting.lifecycle.deadline)).</p>
            <form action="\(Paths.reconfirm.link(OfferCode(id)))" method="post">
            \(seal.html)<input type="hidden" name="jeton" value="\(token)">
            <button>Oui, la garder en ligne</button>
            </form>
            <p><a href="\(Paths.posting.link(posting.id))">Non, la clore ou la modifier</a></p>
            </div>
            """
        }
    }

    func reconfirm(_ id: OfferID) throws -> Response {
        try site.guards.allowTry(request, at: now)
        guard let posting = try asked(id, token: field("jeton")) else { return reconfirmationOver() }
        let next: OfferLifecycle
        do throws(LifecycleRefusal) {
            next = try posting.lifecycle.after(.reconfirm, by: .recruiter(isTrusted: false), at: now)
        } catch { return reconfirmationOver() }
        let now = now
        let moved = try write { writing throws(StorageError) in
            try writing.move(
                posting, to: next, offer: nil, action: OfferEvent.reconfirm.code, details: "par le lien du courriel",
                by: .account(posting.author), at: now)
        }
        guard moved != nil else { return reconfirmationOver() }
        return page(
            Layout.Head(title: "Merci, l’offre reste en ligne", isIndexed: false, section: .ownSpace),
            fields: [.cacheControl: CacheControl.noStore.fieldValue],
            """
            <div class="wrap narrow">
            <h1>Merci, l’offre reste en ligne</h1>
            <p><strong>\(posting.title)</strong> est visible jusqu’au \(French.date(next.deadline)).</p>
            <p><a href="\(Paths.offer.link(OfferCode(id)))">Voir la page publique</a></p>
            </div>
            """)
    }

    /// The posting, if the token answers the question that its employer was asked last.
    private func asked(_ id: OfferID, token: String) throws -> Posting? {
        guard let posting = try read({ stores throws(StorageError) in try stores.postings.posting(of: id) }) else {
            throw PageError.notFound
        }
        return try read { stores throws(StorageError) in
            try ReconfirmationToken(stores)?.isValid(token, for: posting) ?? false
        } ? posting : nil
    }

    private func reconfirmationOver() -> Response {
        page(
            Layout.Head(title: "Ce lien n’est plus valable", isIndexed: false, section: .ownSpace), status: .gone,
            """
            <div class="wrap narrow">
            <h1>Ce lien n’est plus valable</h1>
            <p>L’offre a déjà été confirmée, modifiée ou close, ou le lien n’est pas entier.</p>
            <p><a class="button" href="\(Paths.postings.link())">Voir mes offres</a></p>
            </div>
            """)
    }
}
