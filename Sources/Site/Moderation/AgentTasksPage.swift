import HTML
import Recruitment
import Storage
import Web

/// What the board asks of its agents: what is open, or what was done last.
struct AgentTasksPage {
    let showsClosed: Bool
    let tasks: [AgentTask]
    let names: [AccountID: String]
    let mayAct: Bool
    /// Services outside that do not answer.
    let failing: [OutsideService]
    let notice: String?
    let seal: FormSeal

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
        <h1>\(Self.title(showsClosed: showsClosed))</h1>
        \(notice.map { "<div class=\"notice\" role=\"alert\"><p>\($0)</p></div>\n" } as HTML?)\
        \(each: failing, { service in
            """
            <div class="notice problem"><p>\(service.label) ne répond pas depuis le \(French.moment(service.failingSince)) \
            (\(service.error)). Les vérifications reprendront d’elles-mêmes.</p></div>

            """
        })\
        <p>\(showsClosed ? "<a href=\"\(Paths.agentTasks.link())\">Voir ce qui reste à faire</a>" : "<a href=\"\(Paths.agentTasks.link(query: ["liste": "faites"]))\">Voir ce qui est fait</a>" as HTML)</p>
        \(if: tasks.isEmpty, "<p>\(showsClosed ? "Rien n’a encore été fait." : "Rien à faire.")</p>\n")\
        <ol class="rows">
        \(each: tasks, row)</ol>
        </div>
        """
    }

    static func title(showsClosed: Bool) -> String { showsClosed ? "Tâches faites" : "Tâches à faire" }

    private func row(_ task: AgentTask) -> HTML {
        let act: HTML? =
            mayAct
            ? """
            <form action="\(Paths.agentTasks.link())" method="post">
            \(seal.html)<input type="hidden" name="tache" value="\(task.id.description)">
            <button class="quiet" name="action" value="\(task.closing == nil ? "terminer" : "rouvrir")">\
            \(task.closing == nil ? "C’est fait" : "Rouvrir")<span class="visually-hidden"> : tâche \(task.id.description)</span></button>
            </form>
            """ : nil
        return """
            <li id="tache-\(task.id.description)"><span><strong>\(task.kind.label)</strong>\(subject(task.subject))<br>
            \(task.text)<br>
            <span class="hint">Ouverte le \(French.moment(task.createdAt))\
            \(task.closing.map { ", faite le \(French.moment($0.at)) par \(HistoryView.actor($0.by, names: names))" } as HTML?)\
            </span></span>
            \(act)</li>

            """
    }

    private func subject(_ subject: LoggedEvent.Subject) -> HTML? {
        switch subject {
        case .establishment(let siret):
            " : <a href=\"\(Paths.employer.link(siret))\">\(SIRETText.grouped(siret))</a>"
        case .offer(let id): " : <a href=\"\(Paths.review.link(OfferCode(id)))\">offre \(id.code)</a>"
        case .source(let name): " : <a href=\"\(Paths.source.link(name))\">\(SourceLabel.text(name))</a>"
        case .account, .partnerKey, .posting: nil
        }
    }
}
