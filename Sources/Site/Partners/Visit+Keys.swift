import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    func keys() throws -> Response { try keysPage(KeyForm()) }

    /// Makes a key, which is shown this once, or ends one.
    func changeKeys() throws -> Response {
        let (agent, now) = (try account().id, now)
        if let number = Int64(field("revoquer")) {
            let isRevoked = try write { writing throws(StorageError) in
                try writing.revokePartnerKey(number, by: .account(agent), at: now)
            }
            guard isRevoked else { throw PageError.conflict("Cette clé n’existe pas, ou est déjà révoquée.") }
            return .seeOther(Paths.keys.link())
        }
        let form = KeyForm(self)
        guard form.problems.isEmpty, let rate = form.requestsPerMinute else {
            return try keysPage(form, status: .unprocessableContent)
        }
        let (token, name, scopes, source) = (Token.random(), form.name, form.scopes, form.depositor)
        _ = try write { writing throws(StorageError) in
            try writing.addPartnerKey(
                hash: token.hash, name: name, scopes: scopes, source: source, requestsPerMinute: rate,
                by: .account(agent), at: now)
        }
        return try keysPage(KeyForm(), fresh: (name, token))
    }

    private func keysPage(
        _ form: KeyForm, fresh: (name: String, token: Token)? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let keys = try read { stores throws(StorageError) in try stores.partnerKeys.all() }
        let title = "Clés des partenaires"
        return page(
            Self.formHead(title, form.problems),
            status: status
        ) { seal in
            """
            <div class="wrap narrow">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
            <h1>\(title)</h1>
            \(fresh.map(Self.shown))\
            \(form.problems.summary)\
            \(if: keys.isEmpty, "<p>Aucune clé.</p>\n")\
            <ul class="rows">
            \(each: keys.reversed(), { Self.row($0, seal) })</ul>
            <h2>Nouvelle clé</h2>
            <form action="\(Paths.keys.link())" method="post">
            \(seal.html)\
            \(form.html)
            <button>Créer la clé</button>
            </form>
            <p>Ce que les clés permettent est expliqué à la page <a href="\(API.documentation.link())">API</a>.</p>
            </div>
            """
        }
    }

    private static func shown(_ name: String, _ token: Token) -> HTML {
        """
        <div class="notice" role="status">
        <h2>Clé de \(name)</h2>
        <p>Copiez-la maintenant : elle ne sera plus affichée.</p>
        <p><code>\(token.text)</code></p>
        </div>

        """
    }

    private static func row(_ key: PartnerKey, _ seal: FormSeal) -> HTML {
        """
        <li><strong>\(key.name)</strong> \
        \(if: !key.isValid, "<span class=\"badge\">révoquée</span>")<br>
        <span class="hint">\(PartnerKey.Scope.allCases.filter(key.scopes.contains).map(\.label).joined(separator: " ; "))\
        \(key.source.map { " : \($0.description)" } as HTML?) ; \(French.count(key.requestsPerMinute, "requête", "requêtes")) par minute ; \
        \(key.lastUsedAt.map { "dernier usage le \(French.moment($0))" } ?? "jamais utilisée")</span>
        \(if: key.isValid, """
            <form action="\(Paths.keys.link())" method="post">
            \(seal.html)\
            <input type="hidden" name="revoquer" value="\(String(key.id))">
            <button class="button quiet">Révoquer la clé de \(key.name)</button>
            </form>
            """)
        </li>

        """
    }
}
