import Feeds
import HTML
import Recruitment
import Storage
import Web

/// The form of a source, with what it gives now.
struct SourceFormPage {
    let form: SourceForm
    /// nil for a new one.
    let known: FeedSource?
    let preview: SourcePreview.Outcome?
    let notice: String?
    let seal: FormSeal

    private static let shownOffers = 3
    private static let shownRejects = 5

    var title: String { known.map { "Modifier la source « \($0.settings.label) »" } ?? "Nouvelle source" }

    private var problems: FormProblems { form.problems }

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a> › \
        <a href="\(Paths.sources.link())">Sources</a></nav>
        <h1>\(title)</h1>
        \(notice.map { "<div class=\"notice problem\" role=\"alert\"><p>\($0)</p></div>\n" } as HTML?)\
        \(problems.summary)\
        \(preview.map(looked))\
        <form action="\(known.map { Paths.sourceForm.link($0.name) } ?? Paths.newSource.link())" method="post" novalidate>
        \(seal.html)\
        <input type="hidden" name="version" value="\(String(known?.version ?? 0))">
        <input type="hidden" name="\(SourceForm.Field.shownKind)" value="\(form.kind.rawValue)">
        \(fields)\
        \(form.kind.mapping == nil ? "" : mappingTable)\
        <p><button name="faire" value="essayer" class="button quiet">Essayer sans rien enregistrer</button> \
        <button name="faire" value="enregistrer">Enregistrer</button></p>
        </form>
        </div>
        """
    }

    private var fields: HTML {
        """
        \(known != nil ? "" : FormField(
            name: SourceForm.Field.name, label: "Nom de la source", value: form.name,
            hint: "Pour toujours : a–z, 0–9 et tirets, comme mairie-vichy.", autocomplete: "off"
        ).html(problems))\
        \(FormField(
            name: SourceForm.Field.label, label: "Nom affiché", value: form.label, autocomplete: "off"
        ).html(problems))\
        \(FormField(
            name: SourceForm.Field.kind, label: "Type",
            kind: .choice([("", "Choisir un type")] + SourceKind.all.map { ($0.rawValue, SourceWording.kind($0)) }), value: form.kind.rawValue,
            hint: "Changer de type reprend la correspondance habituelle de ce type."
        ).html(problems))\
        \(FormField(
            name: SourceForm.Field.url, label: "Adresse", kind: .input("url"), value: form.url,
            hint: "Du fichier, ou de la page de liste. Rien pour France Travail.", autocomplete: "off", isOptional: true
        ).html(problems))\
        \(FormField(
            name: SourceForm.Field.minutes, label: "Minutes entre deux lectures", value: form.minutes,
            hint: "360 : quatre fois par jour.", inputMode: "numeric"
        ).html(problems))\
        \(FormField(
            name: SourceForm.Field.mebibytes, label: "Taille au plus, en mébioctets", value: form.mebibytes,
            inputMode: "numeric"
        ).html(problems))\
        \(FormField(
            name: SourceForm.Field.seconds, label: "Durée d’une lecture au plus, en secondes", value: form.seconds,
            inputMode: "numeric"
        ).html(problems))\
        \(box(SourceForm.Field.isWhole, "La source est entière : ce qu’elle ne contient plus est fermé", form.isWhole))\
        \(box(SourceForm.Field.isPaused, "En pause : ne pas lire", form.isPaused))
        """
    }

    private func box(_ name: String, _ label: String, _ isTicked: Bool) -> HTML {
        """
        <p><label class="choice"><input type="checkbox" name="\(name)" value="oui"\(if: isTicked, " checked")> \
        <span>\(label)</span></label></p>

        """
    }

    private var mappingTable: HTML {
        """
        <h2>Correspondance</h2>
        <p>Pour chaque champ, où il se trouve dans une fiche de la source : <code>titre</code>, <code>salaire/min</code>, \
        <code>lieu@code</code> (attribut), <code>description + profil</code> (mis bout à bout), <code>ref | id</code> (le premier qui existe), \
        <code>"CDD"</code> (toujours cette valeur). Vide : ce champ n’est pas lu.</p>
        <div class="scroll">
        <table>
        <caption class="visually-hidden">Champs et chemins</caption>
        <thead><tr><th scope="col">Champ</th><th scope="col">Chemin</th></tr></thead>
        <tbody>
        \(row(SourceForm.Field.records, "Où sont les fiches", form.records))\
        \(each: FeedField.allCases, { field in
            row(SourceForm.Field.rule(field), SourceWording.field(field), form.rules[field] ?? "")
        })</tbody>
        </table>
        </div>

        """
    }

    private func row(_ name: String, _ label: String, _ value: String) -> HTML {
        """
        <tr><th scope="row"><label for="\(name)">\(label)</label></th><td><input id="\(name)" name="\(name)" value="\(value)" \
        autocomplete="off" spellcheck="false"\(if: problems[name] != nil, " aria-invalid=\"true\"")></td></tr>

        """
    }

    // MARK: What it gives

    private func looked(_ outcome: SourcePreview.Outcome) -> HTML {
        switch outcome {
        case .failed(let sentence):
            """
            <div class="notice problem" role="alert">
            <h2>L’essai a échoué</h2>
            <p>\(sentence)</p>
            </div>

            """
        case .read(let offers, let rejects, let remarks, let shortfall):
            """
            <section class="notice" aria-labelledby="essai" role="status">
            <h2 id="essai">Ce que la source donne : \(French.count(offers.count, "offre", "offres")), \
            \(French.count(rejects.count, "fiche rejetée", "fiches rejetées"))</h2>
            <p>Rien n’a été enregistré.</p>
            \(shortfall.map { "<p>\($0)</p>\n" } as HTML?)\
            \(each: offers.prefix(Self.shownOffers), offer)\
            \(rejected(rejects))\
            \(noted(remarks))\
            </section>

            """
        }
    }

    private func offer(_ offer: Offer) -> HTML {
        let wording = OfferWording(offer: offer)
        let facts: [(String, String)] = [
            ("Identifiant", offer.identity.sourceID), ("Employeur", offer.employer ?? "non nommé"),
            ("Lieu", wording.place), ("Contrat", wording.contract), ("Salaire", wording.pay ?? "non dit"),
            ("Publiée", French.date(ParisTime.day(at: offer.publishedAt))),
            ("Date limite", French.date(offer.deadline)),
            ("Postuler", offer.application.url ?? offer.application.email ?? "non dit"),
            ("Texte", String(offer.description.prefix(160)) + (offer.description.count > 160 ? "…" : "")),
        ]
        return """
            <h3>\(wording.title)</h3>
            <dl>
            \(each: facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>

            """
    }

    private func rejected(_ rejects: [SourceReject]) -> HTML? {
        guard !rejects.isEmpty else { return nil }
        return """
            <h3>Fiches rejetées</h3>
            <ul>
            \(each: rejects.prefix(Self.shownRejects), { reject in
                """
                <li>\(reject.title ?? reject.sourceID ?? "fiche \(reject.position)") : \(reject.reason)\
                \(if: !reject.value.isEmpty, " (« \(reject.value) »)")</li>

                """
            })</ul>

            """
    }

    private func noted(_ remarks: [String]) -> HTML? {
        guard !remarks.isEmpty else { return nil }
        let counts = Dictionary(grouping: remarks, by: \.self).mapValues(\.count)
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.shownRejects)
        return """
            <h3>Remarques</h3>
            <ul>
            \(each: most, { "<li>\($0.key)\(if: $0.value > 1, " (\(String($0.value)) fiches)")</li>\n" })</ul>

            """
    }
}
