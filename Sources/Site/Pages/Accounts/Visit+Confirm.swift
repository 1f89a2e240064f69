import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    /// Shows whose link it is, with a button: opening a link changes nothing.
    func confirmPage() throws -> Response {
        let (token, link) = try link(query["jeton"], for: .enter)
        let isNew = link.account.confirmedAt == nil
        return page(
            Layout.Head(
                title: isNew ? "Confirmer mon adresse" : "Entrer dans mon espace", isIndexed: false, section: .ownSpace),
            fields: [.referrerPolicy: "no-referrer"]
        ) { seal in
            """
            <div class="wrap narrow">
            <h1>\(isNew ? "Confirmer mon adresse" : "Entrer dans mon espace")</h1>
            <p>Compte de \(link.account.name), <strong>\(link.account.email.description)</strong>.</p>
            <form action="\(Paths.confirm.link())" method="post">
            \(seal.html)<input type="hidden" name="jeton" value="\(token.text)">
            <button>\(isNew ? "Confirmer et entrer" : "Entrer")</button>
            </form>
            </div>
            """
        }
    }

    func confirm() throws -> Response {
        try site.guards.allowTry(request, at: now)
        guard let token = form?["jeton"].flatMap({ Token($0) }) else { throw PageError.linkExpired }
        let now = now
        let account = try write { writing throws(StorageError) -> Account? in
            guard let link = try writing.useLink(hash: token.hash, for: .enter, at: now) else { return nil }
            try writing.confirm(link.account.id, at: now)
            if link.account.confirmedAt == nil {
                try writing.log(
                    LoggedEvent(
                        "adresse-confirmee", on: .account(link.account.id), by: .account(link.account.id), at: now))
            }
            return try writing.stores.accounts.account(link.account.id)
        }
        guard let account else { throw PageError.linkExpired }
        return try begin((account, .full), method: .link)
    }

    /// A working link, read without using it up.
    func link(_ text: String?, for purpose: SingleUseLink.Purpose) throws -> (token: Token, link: SingleUseLink) {
        guard let token = text.flatMap({ Token($0) }) else { throw PageError.linkExpired }
        let now = now
        let link = try read { stores throws(StorageError) in try stores.accounts.link(hash: token.hash, at: now) }
        guard let link, link.purpose == purpose else { throw PageError.linkExpired }
        return (token, link)
    }
}
