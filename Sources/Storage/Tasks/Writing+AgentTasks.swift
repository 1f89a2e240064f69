public import Recruitment
internal import SQLite

extension Writing {
    /// Asks the agents to look at `subject`. Returns whether that is new: of one kind and subject one task is open at a time,
    /// and what is said again takes the place of its text.
    @discardableResult
    public func openTask(
        _ kind: AgentTask.Kind, on subject: LoggedEvent.Subject, text: String, at now: Instant
    ) throws(StorageError) -> Bool {
        let renewed = try execute(
            "UPDATE agent_task SET text = ?3 WHERE kind = ?1 AND subject = ?2 AND closed_at IS NULL", kind.rawValue,
            subject.description, text)
        guard renewed == 0 else { return false }
        try execute(
            "INSERT INTO agent_task (kind, subject, text, created_at) VALUES (?1, ?2, ?3, ?4)", kind.rawValue,
            subject.description, text, now.secondsSinceEpoch)
        try log(LoggedEvent("tache-ouverte", on: subject, by: .clock, after: kind.rawValue, at: now))
        return true
    }

    /// Closes a task; false where it is closed already.
    public func closeTask(
        _ task: AgentTask, by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) -> Bool {
        let closed = try execute(
            "UPDATE agent_task SET closed_at = ?2, closed_by = ?3 WHERE id = ?1 AND closed_at IS NULL",
            task.id.rawValue, now.secondsSinceEpoch, actor.description)
        guard closed == 1 else { return false }
        try log(LoggedEvent("tache-faite", on: task.subject, by: actor, after: task.kind.rawValue, at: now))
        return true
    }

    /// Closes the open task of one kind on `subject`, where there is one: what it asked for is done.
    public func closeTask(
        _ kind: AgentTask.Kind, on subject: LoggedEvent.Subject, by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) {
        let closed = try execute(
            """
            UPDATE agent_task SET closed_at = ?3, closed_by = ?4 WHERE kind = ?1 AND subject = ?2 AND closed_at IS NULL
            """, kind.rawValue, subject.description, now.secondsSinceEpoch, actor.description)
        guard closed == 1 else { return }
        try log(LoggedEvent("tache-faite", on: subject, by: actor, after: kind.rawValue, at: now))
    }

    /// Opens a closed task again; false where it is open, or a later one on the same is.
    public func reopenTask(
        _ task: AgentTask, by actor: LoggedEvent.Actor, at now: Instant
    ) throws(StorageError) -> Bool {
        let reopened = try execute(
            """
            UPDATE agent_task SET closed_at = NULL, closed_by = NULL WHERE id = ?1 AND closed_at IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM agent_task AS other
                    WHERE other.kind = agent_task.kind AND other.subject = agent_task.subject AND other.closed_at IS NULL)
            """, task.id.rawValue)
        guard reopened == 1 else { return false }
        try log(LoggedEvent("tache-rouverte", on: task.subject, by: actor, after: task.kind.rawValue, at: now))
        return true
    }
}
