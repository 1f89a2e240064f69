import HTML
import Recruitment
import Storage
import Web

/// The words people searched most, or that found nothing, counted by day and basin with nothing of who searched.
struct SearchedWordsPage {
    let asked: SearchedWords
    let terms: [SearchTermStore.Row]
    let days: [SearchTermStore.Day]

    var html: HTML {
        let searches = days.reduce(0) { $0 + $1.searches }
        let empty = days.reduce(0) { $0 + $1.empty }
        return """
            <div class="wrap">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
            <h1>Ce que les gens cherchent</h1>
            <p>Rien ne dit qui a cherché. Les mots cherchés moins de \(SiteLimits.fewestSearches) fois dans la période choisie ne sont \
            pas montrés : ils pourraient désigner une personne.</p>
            \(asked.problems.summary)\
            \(form)\
            <p>\(French.count(searches, "recherche", "recherches")) de mots, dont \(French.number(empty)) sans résultat, du \
            \(French.date(asked.first)) au \(French.date(asked.last)). \
            <a href="\(Paths.searchedWordsCSV.link(query: asked.query))">Télécharger cette liste en CSV</a></p>
            \(if: terms.isEmpty, "<p>Aucun mot n’a été cherché assez souvent.</p>\n")\
            \(if: !terms.isEmpty, table)\
            \(if: !days.isEmpty, dayTable)\
            </div>
            """
    }

    private var form: HTML {
        """
        <form action="\(Paths.searchedWords.link())" method="get">
        \(FormField(
            name: "liste", label: "Mots",
            kind: .choice([
                (value: "vides", label: "Qui n’ont rien trouvé"), (value: "toutes", label: "Les plus cherchés"),
            ]), value: asked.onlyEmpty ? "vides" : "toutes", isOptional: true
        ).html(asked.problems))\
        \(FormField(
            name: "du", label: "Du", kind: .input("date"), value: asked.first.description, isOptional: true
        ).html(asked.problems))\
        \(FormField(
            name: "au", label: "Au", kind: .input("date"), value: asked.last.description, isOptional: true
        ).html(asked.problems))\
        \(FormField(
            name: "bassin", label: "Bassin du lieu cherché",
            kind: .choice([(value: "", label: "Tous, et sans lieu")]
                + Basin.allCases.map { (value: $0.rawValue, label: $0.name) }),
            value: asked.basin?.rawValue ?? "", isOptional: true
        ).html(asked.problems))\
        <button>Montrer</button>
        </form>

        """
    }

    private var table: HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-labelledby="mots">
        <table>
        <caption id="mots">\(asked.onlyEmpty ? "Mots qui n’ont rien trouvé" : "Mots les plus cherchés")</caption>
        <thead><tr><th scope="col">Mots</th><th scope="col">Recherches</th><th scope="col">Sans résultat</th></tr></thead>
        <tbody>
        \(each: terms, { row in
            """
            <tr><th scope="row"><a href="\(Paths.offers.link(query: ["q": row.term]))">\(row.term)</a></th><td>\(French.number(row.searches))</td><td>\(French.number(row.empty))</td></tr>

            """
        })</tbody>
        </table>
        </div>

        """
    }

    private var dayTable: HTML {
        """
        <h2>Jour par jour</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="jours">
        <table>
        <caption id="jours">Recherches de mots</caption>
        <thead><tr><th scope="col">Jour</th><th scope="col">Recherches</th><th scope="col">Sans résultat</th></tr></thead>
        <tbody>
        \(each: days.prefix(SiteLimits.terms), { day in
            """
            <tr><th scope="row">\(French.date(day.day))</th><td>\(French.number(day.searches))</td><td>\(French.number(day.empty))</td></tr>

            """
        })</tbody>
        </table>
        </div>

        """
    }
}
