import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func agentTasks() throws -> Response {
        try agentTasks(showsClosed: query["liste"] == "faites", notice: nil)
    }

    private func agentTasks(
        showsClosed: Bool, notice: String?, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let (tasks, names, failing) = try read { stores throws(StorageError) in
            let tasks =
                try showsClosed
                ? stores.tasks.closed(limit: SiteLimits.tasks) : stores.tasks.open(limit: SiteLimits.tasks)
            return (
                tasks, try stores.names(of: tasks.compactMap(\.closing?.by)), try stores.outsideServices.failing()
            )
        }
        let mayAct = try account().roles.contains(where: \.actsForEmployers)
        return page(
            Layout.Head(title: AgentTasksPage.title(showsClosed: showsClosed), isIndexed: false, section: .ownSpace),
            status: status
        ) { seal in
            AgentTasksPage(
                showsClosed: showsClosed, tasks: tasks, names: names, mayAct: mayAct, failing: failing, notice: notice,
                seal: seal
            ).html
        }
    }

    /// Closes or reopens a task. Who comes second is told, and nothing is done twice.
    func actOnTask() throws -> Response {
        let action = field("action")
        guard ["terminer", "rouvrir"].contains(action) else {
            throw PageError.badRequest(reason: "Cette action n’existe pas.")
        }
        guard let id = AgentTaskID(field("tache")) else { throw PageError.badRequest(reason: "La tâche manque.") }
        let (agent, now) = (try account().id, now)
        let isDone = try write { writing throws(StorageError) -> Bool? in
            guard let task = try writing.stores.tasks.task(id) else { return nil }
            return try action == "terminer"
                ? writing.closeTask(task, by: .account(agent), at: now)
                : writing.reopenTask(task, by: .account(agent), at: now)
        }
        guard let isDone else { throw PageError.notFound }
        guard isDone else {
            return try agentTasks(
                showsClosed: action == "rouvrir",
                notice: action == "terminer"
                    ? "Cette tâche a déjà été faite par un autre agent."
                    : "Cette tâche est déjà ouverte, ou une plus récente sur le même sujet l’est.", status: .conflict)
        }
        return .seeOther(
            action == "terminer" ? Paths.agentTasks.link() : Paths.agentTasks.link(query: ["liste": "faites"]))
    }
}
