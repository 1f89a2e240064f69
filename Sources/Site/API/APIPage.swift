import HTML
import HTTP1
import HTTPTypes
import Storage
import Web

/// The API explained to people who write programs, in French, with examples that run.
struct APIPage {
    let settings: SiteSettings

    var html: HTML {
        """
        <div class="wrap narrow prose">
        <h1>API : les offres pour vos programmes</h1>
        <p>Toutes les offres du tableau, en JSON, sans clé et gratuitement, sous \
        <a href="\(DataLicence.url)">\(DataLicence.name)</a> (citez « Emploi Allier »). La description complète pour les \
        machines est en <a href="\(API.description.link())">OpenAPI 3.1</a>.</p>
        <h2>Essayer</h2>
        <pre><code>curl '\(settings.baseURL)\(API.offers.link())?q=serveur&amp;commune=Vichy&amp;rayon=20'</code></pre>
        <p>Un paramètre ou une valeur inconnus sont refusés (400, <code>application/problem+json</code>), avec ce qui est accepté \
        et la valeur la plus proche : une faute de frappe ne rend jamais une liste trompeuse.</p>
        <h2>Une recherche, toutes ses formes</h2>
        <p>La même chaîne de paramètres sert partout : page, JSON, flux, tableau, agenda, encadré, abonnement. Par exemple :</p>
        <ul>
        \(each: Self.forms, { link, label in "<li><a href=\"\(link)\"><code>\(link)</code></a> : \(label)</li>\n" })</ul>
        <p>Seule l’API prend en plus <code>curseur</code>, <code>champs</code>, <code>facettes</code> et <code>range</code>.</p>
        <h2>Si vous venez de France Travail</h2>
        <p>Les noms de son API « Offres d’emploi v2 » sont compris, avec leurs valeurs, et veulent dire la même chose. Avec \
        <code>range</code>, la réponse est 206 avec <code>Content-Range: offres 0-149/734</code> et <code>Accept-Range: 150</code> tant qu’il \
        y a d’autres offres, 204 quand il n’y en a pas.</p>
        <pre><code>curl -i '\(settings.baseURL)\(API.offers.link())?codeROME=G1803,G1602&amp;departement=03&amp;typeContrat=CDI,CDD&amp;range=0-49'</code></pre>
        <p>Sont refusés, puisque le site n’en sait rien :</p>
        <dl>
        \(each: FranceTravailParameters.refused.sorted { $0.key < $1.key }, { name, reason in
            "<dt><code>\(name)</code></dt><dd>\(Self.prose(reason))</dd>\n"
        })</dl>
        <h2>Tenir une copie à jour</h2>
        <ol>
        <li>Prenez l’instantané : <code>curl --compressed '\(settings.baseURL)\(API.snapshot.link())'</code>. La première ligne \
        donne le numéro du dernier changement, les suivantes une offre chacune, la dernière leur nombre : si elle manque, \
        recommencez.</li>
        <li>Demandez les changements depuis ce numéro : \
        <code>curl '\(settings.baseURL)\(API.changes.link())?depuis=NUMÉRO'</code>. Les numéros se suivent sans trou : \
        vous savez que rien ne vous a échappé. Ceux de type <code>\(ChangeKind.withheld)</code> concernent une offre qui \
        n’est pas rediffusée.</li>
        <li>Recommencez avec le <code>jusqu_a</code> reçu, chaque minute par exemple. Réponse 410 : vous êtes resté absent plus de \
        \(ChangesLimits.daysKept) jours, reprenez l’instantané.</li>
        <li>Ou restez à l’écoute : <code>curl -N '\(settings.baseURL)\(API.stream.link())?depuis=NUMÉRO'</code> (Server-Sent Events) envoie \
        chaque changement dès qu’il arrive, avec son numéro pour <code>id</code>. Avec <code>pendant=0</code>, il s’arrête quand tout est dit.</li>
        <li>Retirez vous-même les offres dont la <code>date_limite</code> est passée : à minuit à Paris, sans changement numéroté.</li>
        </ol>
        <h2>Déposer des offres</h2>
        <p>Un agent donne à un partenaire une clé qui dépose les offres d’une source, celle de son nom. Une offre se dépose et se change par \
        <code>PUT</code>, se ferme par <code>DELETE</code> ; beaucoup à la fois, par un fichier d’une offre par ligne :</p>
        <pre><code>curl -X POST -H 'Authorization: Bearer CLÉ' -H 'Content-Type: application/x-ndjson' --data-binary @offres.jsonl \
        '\(settings.baseURL)/api/v1/offres/SOURCE'</code></pre>
        <p>Le format d’une offre est celui de l’import (<code>id</code>, <code>titre</code>, <code>contrat</code>, \
        <code>commune_insee</code>, <code>date_publication</code>, <code>employeur</code> ou <code>siret</code> au moins). Déposer deux fois la même \
        offre ne change rien, et la réponse le dit. Les mêmes règles que pour les employeurs s’appliquent : une offre qui enfreint la loi est \
        refusée (422) avec le champ, les mots en cause et l’article. Une offre nouvelle qui est déjà publiée ici, par une autre source ou \
        en mêmes mots sous un autre identifiant, est refusée (409) avec le <code>code</code> et l’adresse de l’autre ; \
        <code>doublons=acceptes</code> la fait prendre, et les deux sont montrées ensemble. Une offre prise une fois n’est plus jamais refusée \
        pour cela. Quand la réponse arrive, les offres sont enregistrées et se trouvent \
        par la recherche.</p>
        <h2>Être appelé</h2>
        <p>Avec une clé qui a le droit « webhooks », abonnez une adresse à une recherche : elle reçoit par <code>POST</code>, en \
        JSON, ce qui entre dans la recherche, y change et en sort, dans l’ordre et au moins une fois.</p>
        <pre><code>curl -X POST -H 'Authorization: Bearer CLÉ' -H 'Content-Type: application/json' \
        -d '{"url": "https://partenaire.example/emploi", "recherche": "q=serveur&amp;commune=Vichy"}' \
        '\(settings.baseURL)\(API.webhooks.link())'</code></pre>
        <ul>
        <li>La réponse donne le <code>secret</code>, cette seule fois. Chaque appel porte \
        <code>Emploi-Signature: t=SECONDES,v1=CODE</code>, où <code>CODE</code> est le HMAC-SHA256, en hexadécimal, de \
        <code>SECONDES.CORPS</code> avec ce secret (64 chiffres hexadécimaux : 32 octets). Refusez un appel de plus de 5 minutes. Pendant \
        un changement de secret, deux <code>v1</code> se suivent : l’un suffit.</li>
        <li>Types : <code>ajout</code> et <code>modification</code> (enregistrez l’offre dans les deux cas), <code>fermeture</code> et \
        <code>sortie</code> (retirez-la).</li>
        <li>Répondez 2xx en moins de 15 secondes. Sinon l’appel revient, sous le même <code>Emploi-Delivery</code>, à intervalles qui \
        grandissent, pendant trois jours ; puis l’abonnement est suspendu et reprend à votre demande où il en était, ou depuis un \
        numéro. 410 le suspend aussitôt. Les redirections ne sont pas suivies, les adresses privées sont refusées.</li>
        </ul>
        <h2>Règles communes</h2>
        <ul>
        <li>Rythme : \(settings.anonymousRequestsPerMinute) requêtes par minute et par adresse, dites par les champs \
        <code>RateLimit</code> et <code>RateLimit-Policy</code> ; au-delà, 429 et <code>Retry-After</code>. L’instantané, un fichier déposé, et \
        les formes qui tiennent toutes les offres (CSV, agenda, XML) comptent pour \(APIGate.snapshotCost) requêtes. Un partenaire peut demander une clé (<code>Authorization: Bearer …</code>).</li>
        <li><code>ETag</code> et <code>Last-Modified</code> partout : renvoyez-les, la réponse 304 ne coûte rien.</li>
        <li>Lisible depuis un navigateur (CORS).</li>
        <li>Les offres de France Travail ne sont données que par un lien (<code>rediffusion</code> faux) et ne sont ni dans \
        l’instantané, ni dans les flux : sa licence interdit de les rediffuser.</li>
        </ul>
        <h2>Toutes les demandes</h2>
        \(each: API.operations, operation)\
        <h2>Les membres d’une offre</h2>
        <dl>
        \(each: OfferMembers.all, { "<dt><code>\($0.name)</code></dt><dd>\(Self.prose($0.summary))</dd>\n" })</dl>
        </div>
        """
    }

    private static let forms: [(link: String, label: String)] =
        [(Paths.offers.link() + example, "la page")]
        + FeedForm.allCases.map { ($0.path.link() + example, $0.label) }
        + [(Widget.path.link() + example, "encadré pour votre site"), (API.offers.link() + example, "l’API")]
    private static let example = "?metier=G1803&departement=03&sans_permis=oui"

    private func operation(_ operation: APIOperation) -> HTML {
        """
        <h3 id="\(operation.id)">\(operation.summary)</h3>
        <p><code>\(operation.route.method.rawValue) \(operation.path)</code>\(Self.scope(operation))</p>
        \(Self.parameters(operation.places + operation.parameters + operation.members))\
        \(Self.examples(operation.examples))
        """
    }

    private static func scope(_ operation: APIOperation) -> HTML? {
        operation.scope.map { ", avec une clé qui a le droit « \($0.rawValue) »" }
    }

    private static func parameters(_ parameters: [APIParameter]) -> HTML? {
        guard !parameters.isEmpty else { return nil }
        return """
            <details><summary>\(French.count(parameters.count, "paramètre", "paramètres"))</summary>
            <dl>
            \(each: parameters, { "<dt><code>\($0.name)</code></dt><dd>\(prose($0.summary)) \(values($0))</dd>\n" })</dl>
            </details>

            """
    }

    /// The values a parameter takes, where they can be told in a line.
    private static func values(_ parameter: APIParameter) -> HTML? {
        switch parameter.values {
        case .whole(let range) where range.upperBound < 1_000_000_000:
            "De \(range.lowerBound) à \(French.number(range.upperBound))."
        case .choice(let codes) where codes.count <= 20: "Valeurs : \(codes.joined(separator: ", "))."
        case .form(_, let example, _): "Exemple : \(example)."
        default: nil
        }
    }

    private static func examples(_ examples: [String]) -> HTML? {
        guard !examples.isEmpty else { return nil }
        return """
            <ul>
            \(each: examples, { "<li><a href=\"\($0)\"><code>\($0)</code></a></li>\n" })</ul>

            """
    }

    /// Text with names between back-ticks.
    private static func prose(_ text: String) -> HTML {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part -> HTML in
            index % 2 == 1 ? "<code>\(part)</code>" : "\(part)"
        }.joined()
    }
}

extension Visit {
    func apiPage() -> Response {
        page(
            Layout.Head(
                title: "API",
                summary: "Les offres d’emploi de l’Allier pour vos programmes : JSON, instantané, changements.",
                canonical: API.documentation.link()), APIPage(settings: site.settings).html)
    }
}
