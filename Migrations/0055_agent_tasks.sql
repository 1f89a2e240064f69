-- What the board asks of its agents: something it found by itself and that a person has to look at.

CREATE TABLE agent_task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- 'etablissement-ferme', 'source-perd-offres'.
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- As in the log: 'establishment:73282932000074', 'source:france-travail'.
    subject TEXT NOT NULL CHECK (subject <> ''),
    -- In French, for the agent.
    text TEXT NOT NULL CHECK (text <> ''),
    created_at INTEGER NOT NULL,
    closed_at INTEGER,
    -- An actor of the log: 'account:12', 'clock'.
    closed_by TEXT,
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

-- Saying the same twice opens no second task.
CREATE UNIQUE INDEX agent_task_open ON agent_task (kind, subject) WHERE closed_at IS NULL;
CREATE INDEX agent_task_closed ON agent_task (closed_at) WHERE closed_at IS NOT NULL;

-- Services outside that the board asks by itself, for the agents' page of its health.
CREATE TABLE outside_service (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    answered_at INTEGER,
    -- Since it last answered: when it first did not, and what it said last.
    failing_since INTEGER,
    error TEXT,
    CHECK ((failing_since IS NULL) = (error IS NULL))
) STRICT, WITHOUT ROWID;

-- What is published of an establishment that closes.
CREATE INDEX offer_by_siret ON offer (siret) WHERE status = 'published' AND siret IS NOT NULL;
