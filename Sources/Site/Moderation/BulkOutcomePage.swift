import HTML
import Recruitment
import Storage
import Web

/// What became of each of several offers.
struct BulkOutcomePage {
    let action: ModerationAction
    let outcomes: [(item: BulkDecision.Item, outcome: DecisionOutcome)]
    let list: String

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a> › \
        <a href="\(list)">Les offres</a></nav>
        <h1>\(action.label) : ce qui a été fait</h1>
        <ul class="rows">
        \(each: outcomes, { "<li>\(BulkDecisionPage.link($0.item)) \(Self.badge($0.outcome))</li>\n" })</ul>
        <p><a class="button" href="\(list)">Revenir à la liste</a></p>
        </div>
        """
    }

    private static func badge(_ outcome: DecisionOutcome) -> HTML {
        switch outcome {
        case .done: "<span class=\"badge good\">fait</span>"
        case .refused(let why): "<span class=\"badge problem\">non fait</span> \(why)"
        case .overtaken:
            "<span class=\"badge problem\">non fait</span> Elle a changé entre-temps, par l’employeur ou un autre agent."
        }
    }
}
