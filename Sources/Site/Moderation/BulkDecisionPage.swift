import HTML
import Recruitment
import Storage
import Web

/// Asks once more before something is done to several offers, with the reasons or the day that it needs.
struct BulkDecisionPage {
    let bulk: BulkDecision
    /// Path and query of the list one came from.
    let list: String
    let reasons: Set<String>
    let note: String
    let day: String
    let problems: FormProblems
    let seal: FormSeal

    static func title(_ action: ModerationAction) -> String { "\(action.label) plusieurs offres" }

    var html: HTML {
        let possible = bulk.items.filter { bulk.hindrance($0) == nil }
        let others = bulk.items.filter { bulk.hindrance($0) != nil }
        return """
            <div class="wrap">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a> › \
            <a href="\(list)">Les offres</a></nav>
            <h1>\(Self.title(bulk.action))</h1>
            \(problems.summary)\
            \(if: !others.isEmpty, """
                <section class="notice" aria-labelledby="non">
                <h2 id="non">\(French.count(others.count, "offre ne sera pas changée", "offres ne seront pas changées"))</h2>
                <ul>
                \(each: others, { "<li>\(Self.link($0)) : \(bulk.hindrance($0) ?? "")</li>\n" })</ul>
                </section>

                """)\
            \(if: possible.isEmpty, "<p>Aucune des offres cochées ne peut l’être.</p>\n")\
            \(if: !possible.isEmpty, form(possible))\
            <p><a href="\(list)">Revenir à la liste sans rien changer</a></p>
            </div>
            """
    }

    static func link(_ item: BulkDecision.Item) -> HTML {
        "<a href=\"\(Paths.review.link(OfferCode(item.posted.id)))\">\(OfferWording(offer: item.posted.offer).title)</a> (\(item.posted.id.code))"
    }

    private func form(_ possible: [BulkDecision.Item]) -> HTML {
        """
        <form action="\(list)" method="post" novalidate>
        \(seal.html)<input type="hidden" name="action" value="\(bulk.action.rawValue)">
        <input type="hidden" name="confirme" value="oui">
        <h2>\(French.count(possible.count, "offre", "offres"))</h2>
        <ul>
        \(each: possible, { "<li>\(Self.link($0)), \(OfferWording(offer: $0.posted.offer).employer)<input type=\"hidden\" name=\"offre\" value=\"\($0.name)\"></li>\n" })</ul>
        \(if: bulk.action.needsReason, """
            \(ChoiceGroup(
                name: "raison", legend: "Raisons", hint: "Chaque employeur les reçoit avec l’article et la façon de contester.",
                options: ModerationReason.allCases.map { ($0.rawValue, "\($0.label) (\($0.ground))") }, chosen: reasons
            ).html(problems))\
            \(FormField(
                name: "note", label: "Précision pour les employeurs", kind: .area(rows: 3), value: note, isOptional: true
            ).html(problems))
            """)\
        \(if: bulk.action == .extend, FormField(
            name: "jusquau", label: "Nouvelle date limite", kind: .input("date"), value: day,
            hint: "60 jours au plus à partir d’aujourd’hui, comme 2026-12-31."
        ).html(problems))\
        <button>\(bulk.action.label) : \(French.count(possible.count, "offre", "offres"))</button>
        </form>

        """
    }
}
